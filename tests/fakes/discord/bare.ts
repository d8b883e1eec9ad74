/**
 * Another Discord than `server.ts`: written from the documentation alone, with nothing that Discord need not send. Somebody else's test server
 * may be like this. It keeps what it was told and says what a test lets it say; it checks nothing.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/** In what servers differ that all speak like Discord. */
export interface Habits {
  /** Answers: `json` says what it is and how long, `chunked` comes in pieces and says nothing, on a connection that ends with it. */
  readonly answers: 'json' | 'chunked';
  /** A first response to an interaction: nothing, or the interaction and its message. */
  readonly callbacks: 204 | 200;
  /** Whether `/gateway/bot` is there, or only the plain `/gateway`. */
  readonly gatewayBot: boolean;
  /** What stands behind the gateway's address. */
  readonly query: string;
  /** READY with everything, or with no more than a session and a user. */
  readonly ready: 'whole' | 'bare';
  /** Limits in the headers of every answer. */
  readonly limits: boolean;
  /** Interactions with the fields that came later (`context`, `authorizing_integration_owners`, `app_permissions` ...). */
  readonly newer: boolean;
}

export interface Heard { readonly method: string; readonly path: string; readonly body: Record<string, unknown>; readonly auth: boolean }
export interface Said { readonly id: string; readonly heard: () => readonly Heard[] }
type Json = Record<string, unknown>;

export interface BareDiscord {
  readonly api: string;
  readonly token: string;
  readonly heard: readonly Heard[];
  /** How many times a session was begun and taken up again. */
  readonly identified: () => number;
  readonly resumed: () => number;
  /** A slash command, a press or a form of somebody; what was asked of Discord with its token. */
  interact(type: 2 | 3 | 4 | 5, who: Who, data: Json, more?: Json): Said;
  write(user: string, content: string): void;
  dispatch(t: string, d: Json): void;
  /** Closes the connection with this code; with `forget` its session is gone. */
  drop(code: number, forget?: boolean): void;
  /** Asks for a heartbeat and resolves when it comes. */
  beat(): Promise<void>;
  /** The close code that an IDENTIFY gets, in place of READY. */
  refuse: number | null;
  /** Answers with this status and body in place of its own; `hang` never does. */
  answerTo: (heard: Heard) => 'hang' | { readonly status: number; readonly body: unknown } | null;
  until(holds: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** `permissions`: of a member, in the server; a person in direct messages without them. */
export interface Who { readonly id: string; readonly permissions?: string }

export const app = '41771983423143937';
export const server = '290926798626357999';
export const channel = '772904309264089089';

export async function bareDiscord(habits: Habits): Promise<BareDiscord> {
  const token = 'a.bare.token';
  const heard: Heard[] = [];
  const watchers = new Set<() => void>();
  const changed = (): void => { for (const look of watchers) look(); };
  let nextId = 846_462_639_134_605_312n;
  const id = (): string => String(nextId += 1n);
  let [identified, resumed, sequence] = [0, 0, 0];
  let session: string | null = null;
  let socket: WebSocket | null = null;
  let beaten = (): void => undefined;

  const http = createServer((request, response) => void take(request, response));
  http.keepAliveTimeout = habits.answers === 'chunked' ? 1 : 5_000;
  const gateway = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  http.listen(0, '127.0.0.1');
  await Promise.all([once(http, 'listening'), once(gateway, 'listening')]);
  const address = `ws://127.0.0.1:${(gateway.address() as AddressInfo).port}${habits.query}`;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const piece of request.setEncoding('latin1')) text += String(piece);
    // With files the JSON is one part of many.
    const json = /\{[\s\S]*\}(?=\r?\n--|$)/u.exec(Buffer.from(text, 'latin1').toString())?.[0] ?? (text.startsWith('[') ? text : '{}');
    const call: Heard = { method: request.method ?? '', path: (request.url ?? '').replace(/^\/api\/v10/u, ''), body: readJson(json), auth: request.headers.authorization === `Bot ${token}` };
    heard.push(call);
    const told = bare.answerTo(call);
    if (told !== 'hang') say(response, told?.status ?? statusOf(call), told ? told.body : answerOf(call));
    changed();
  }

  const statusOf = ({ method, path }: Heard): number => path.endsWith('/callback') ? habits.callbacks : method === 'DELETE' ? 204 : answerOf({ method, path, body: {}, auth: true }) === null ? 404 : 200;
  function answerOf({ method, path, body }: Heard): unknown {
    if (path === '/gateway') return { url: address };
    if (path === '/gateway/bot') return habits.gatewayBot ? { url: address, shards: 1, session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 } } : null;
    if (path.endsWith('/callback')) return habits.callbacks === 200 ? { interaction: { id: path.split('/')[2], type: 2 }, resource: { type: 4 } } : '';
    if (method === 'PUT') return [];
    if (path === '/users/@me/channels') return { id: `1${String(body['recipient_id'])}`, type: 1 };
    if (/\/messages\/@original|\/messages$|^\/webhooks\/\d+\/[^/]+$|\/messages\/\d+$/u.test(path.split('?')[0] ?? '') && method !== 'GET') return { id: id(), channel_id: channel };
    return null;
  }

  function say(response: ServerResponse, status: number, body: unknown): void {
    const text = status === 204 ? '' : JSON.stringify(body ?? { message: '404: Not Found', code: 0 });
    const limits = habits.limits ? { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '4', 'x-ratelimit-reset-after': '1', 'x-ratelimit-bucket': 'abcd' } : {};
    if (habits.answers === 'json') return void response.writeHead(status, { ...limits, ...(text === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) }).end(text);
    response.writeHead(status, { ...limits, connection: 'close' });
    for (const piece of text.match(/[\s\S]{1,20}/gu) ?? []) response.write(piece);
    response.end();
  }

  const send = (packet: Json): void => socket?.send(JSON.stringify(packet));
  const dispatch = (t: string, d: Json): void => { sequence += 1; send({ op: 0, t, s: sequence, d }); };
  gateway.on('connection', (connection) => {
    socket = connection;
    send({ op: 10, d: { heartbeat_interval: 41_250 } });
    connection.on('message', (data: Buffer) => {
      const { op, d } = JSON.parse(data.toString()) as { readonly op: number; readonly d: Json };
      if (op === 1) { send({ op: 11 }); beaten(); }
      if (op === 2) identify(connection);
      if (op === 6 && d['session_id'] === session) { resumed += 1; dispatch('RESUMED', {}); }
      if (op === 6 && d['session_id'] !== session) send({ op: 9, d: false });
      changed();
    });
  });
  function identify(connection: WebSocket): void {
    identified += 1;
    if (bare.refuse !== null) return connection.close(bare.refuse);
    session = `s${identified}`;
    sequence = 0;
    const whole = { v: 10, guilds: [{ id: server, unavailable: true }], application: { id: app, flags: 0 }, resume_gateway_url: address, shard: [0, 1] };
    dispatch('READY', { user: { id: app }, session_id: session, ...(habits.ready === 'whole' ? whole : {}) });
    dispatch('GUILD_CREATE', { id: server });
  }

  const bare: BareDiscord = {
    api: `http://127.0.0.1:${(http.address() as AddressInfo).port}/api`, token, heard, refuse: null, answerTo: () => null,
    identified: () => identified, resumed: () => resumed, dispatch,
    interact(type, who, data, more = {}) {
      const own = { id: id(), token: `t.${id()}` };
      const user = { id: who.id, username: 'somebody' };
      const inServer = who.permissions !== undefined;
      const newer = habits.newer ? { context: inServer ? 0 : 1, authorizing_integration_owners: inServer ? { 0: server } : { 0: '0' }, app_permissions: '2048', locale: 'en-US', entitlements: [], version: 1, application_id: app, attachment_size_limit: 10_485_760 } : { application_id: app };
      dispatch('INTERACTION_CREATE', { ...own, type, ...newer, data, channel_id: channel, ...(inServer ? { guild_id: server, member: { user, permissions: who.permissions, roles: [] } } : { user }), ...more });
      return { id: own.id, heard: () => heard.filter(({ path }) => path.includes(own.token)) };
    },
    write: (user, content) => dispatch('MESSAGE_CREATE', { id: id(), channel_id: `1${user}`, author: { id: user, username: 'somebody' }, content, ...(habits.newer ? { channel_type: 1, type: 0, timestamp: '2026-03-02T20:00:00Z', edited_timestamp: null, tts: false, mentions: [], attachments: [], embeds: [], components: [], flags: 0 } : {}) }),
    drop(code, forget = false) {
      if (forget) session = null;
      socket?.close(code);
    },
    beat: () => new Promise((resolve) => { beaten = resolve; send({ op: 1, d: null }); }),
    until: (holds) => new Promise((resolve) => {
      const look = (): void => { if (holds()) { watchers.delete(look); resolve(); } };
      watchers.add(look);
      look();
    }),
    async close() {
      for (const each of gateway.clients) each.terminate();
      gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => { http.close(resolve); });
    },
  };
  return bare;
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}
