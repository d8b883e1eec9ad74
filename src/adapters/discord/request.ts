/**
 * A request whose answer says all that the library looks for. It reads JSON only where the answer calls itself JSON, and how long to wait only
 * in headers; a proxy or a test server may leave both to the body. Then no id, address or error code would be found, and a limit be hammered at.
 * https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit
 */
import { DefaultRestOptions, type RESTOptions, type ResponseLike } from '@discordjs/rest';

type Request = RESTOptions['makeRequest'];

/** Where a limit does not say for how long, s. */
const usualWait = 1;

export const plainRequest: Request = async (url, init) => {
  const answer = await DefaultRestOptions.makeRequest(url, init);
  const limited = answer.status === 429 && answer.headers.get('retry-after') === null;
  if ((answer.headers.get('content-type') !== null && !limited) || answer.status === 204) return answer;
  const text = await answer.text();
  const body = readJson(text);
  const headers = new Headers(Object.fromEntries(answer.headers));
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (limited) {
    headers.set('retry-after', String(Number(field(body, 'retry_after')) || usualWait));
    if (field(body, 'global') === true) headers.set('x-ratelimit-global', 'true');
  }
  return {
    ok: answer.ok, status: answer.status, statusText: answer.statusText, headers, body: null, bodyUsed: false,
    text: () => Promise.resolve(text), json: () => Promise.resolve(body), arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  } satisfies ResponseLike;
};

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
