/**
 * What carries the calls of `@discordjs/rest`: one request over Node's own client, the answer read whole, and so that it says all that the
 * library looks for. The library reads JSON only where the answer calls itself JSON, and how long to wait only in headers; a proxy or a test
 * server may leave both to the body. Then no id, address or error code would be found, and a limit be hammered at.
 * https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit
 */
import type { RESTOptions, ResponseLike } from '@discordjs/rest';
import { Agent as SafeAgent, request as safely } from 'node:https';
import type { IncomingMessage } from 'node:http';

type Carry = RESTOptions['makeRequest'];

// Imported by name it would load one more HTTP client: docs/decisions.md.
const { Agent: PlainAgent, request: plainly } = process.getBuiltinModule('node:http');

/** Where a limit does not say for how long, s. */
const usualWait = 1;
/** A connection that nobody uses is closed, ms. */
const idle = 4_000;
/** Without a connection by then nothing has been sent, ms. */
const patience = 10_000;
/** The largest answer that is read, bytes: a hundred messages of the longest kind are below 2 MB. */
const largest = 16_000_000;

/** `code` of the error when there was no connection to send on. */
export const noConnection = 'no-connection';

/** Each process part has connections of its own; they are kept for the next call. */
export function openRequests(): Carry {
  const agents = { safe: new SafeAgent({ keepAlive: true, timeout: idle }), plain: new PlainAgent({ keepAlive: true, timeout: idle }) };
  return async (url, init) => {
    const { headers, body } = await written(init);
    const answer = await called(url, init.method ?? 'GET', headers, body, init.signal ?? null, agents);
    return readable(answer);
  };
}

interface Agents { readonly safe: SafeAgent; readonly plain: InstanceType<typeof PlainAgent> }
interface Answer { readonly status: number; readonly statusText: string; readonly headers: Map<string, string>; readonly bytes: Buffer }

/** Text goes as it is; a form with files is written out by Node's own `Response`. */
async function written({ headers, body }: Parameters<Carry>[1]): Promise<{ readonly headers: Record<string, string>; readonly body: Buffer | null }> {
  // The library makes plain fields of them.
  const named = { ...(headers as Record<string, string> | undefined) };
  if (body === null || body === undefined) return { headers: named, body: null };
  if (typeof body === 'string') return { headers: named, body: Buffer.from(body) };
  const whole = new Response(body as FormData);
  return { headers: { ...named, 'content-type': whole.headers.get('content-type') ?? 'application/octet-stream' }, body: Buffer.from(await whole.arrayBuffer()) };
}

function called(url: string, method: string, headers: Record<string, string>, body: Buffer | null, signal: AbortSignal | null, agents: Agents): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { method, headers: { ...headers, ...(body === null ? {} : { 'content-length': String(body.length) }) }, ...(signal === null ? {} : { signal }) };
    const call = url.startsWith('https:') ? safely(url, { ...options, agent: agents.safe }) : plainly(url, { ...options, agent: agents.plain });
    call.on('error', reject);
    call.on('socket', (socket) => {
      if (!socket.connecting) return;
      const late = setTimeout(() => call.destroy(Object.assign(new Error('There was no connection in time.'), { code: noConnection })), patience);
      socket.once('connect', () => clearTimeout(late));
      socket.once('close', () => clearTimeout(late));
    });
    call.on('response', (answer) => void wholeOf(answer).then((bytes) => resolve({ status: answer.statusCode ?? 0, statusText: answer.statusMessage ?? '', headers: headersOf(answer), bytes }), reject));
    call.end(body ?? undefined);
  });
}

async function wholeOf(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > largest) throw new Error('The answer is too long.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function headersOf(answer: IncomingMessage): Map<string, string> {
  return new Map(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
}

function readable({ status, statusText, headers, bytes }: Answer): ResponseLike {
  const limited = status === 429 && !headers.has('retry-after');
  const text = bytes.toString('utf8');
  if (status !== 204 && (!headers.has('content-type') || limited)) {
    const body = readJson(text);
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (limited) {
      headers.set('retry-after', String(Number(field(body, 'retry_after')) || usualWait));
      if (field(body, 'global') === true) headers.set('x-ratelimit-global', 'true');
    }
  }
  return {
    // The library asks for single names, in any case.
    ok: status >= 200 && status < 300, status, statusText, body: null, bodyUsed: false, headers: { get: (name: string) => headers.get(name.toLowerCase()) ?? null, has: (name: string) => headers.has(name.toLowerCase()) } as ResponseLike['headers'],
    text: () => Promise.resolve(text), json: () => Promise.resolve().then(() => JSON.parse(text) as unknown), arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer),
  };
}

/** Undefined where it is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}
