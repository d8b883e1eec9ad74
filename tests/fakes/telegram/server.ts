/**
 * A Bot API server on loopback with Telegram's habits: updates are given again until a higher offset confirms them,
 * a second poller gets 409, a wrong token 401, and every call is checked against the documented limits.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openChats, type Chats } from './chats.ts';
import { openHook, type Hook } from './hook.ts';
import { payloadOf } from './payload.ts';
import { violations, wordOf, type Payload } from './rules.ts';
import { against, specification } from './specification.ts';

export interface Recorded { readonly method: string; readonly payload: Payload; readonly at: number }

/** `reset`: the call is done, then the connection is cut. `hang`: done, no answer. */
export type Fault = 'reset' | 'hang' | { readonly status: number; readonly description: string; readonly parameters?: object };

export interface FakeTelegram {
  readonly root: string;
  readonly token: string;
  readonly calls: readonly Recorded[];
  /** What was against the documentation; a test ends by expecting none. */
  readonly wrong: readonly string[];
  /** Updates not yet confirmed. */
  readonly waiting: () => number;
  /** Adds an update; `update_id` is given by the server. */
  add(update: object): number;
  /** Decides what goes wrong with a call; null: nothing. */
  fault: (method: string, payload: Payload) => Fault | null;
  /** Cuts the connection before the body of a call is read. */
  cut: (method: string) => boolean;
  /** Messages of the bot so far. */
  sends(): number;
  /** Calls of a method so far. */
  of(method: string): readonly Payload[];
  /** What people see. */
  readonly chats: Chats;
  /** With a webhook set, updates are posted there instead of its public address, until a 2xx comes back. */
  hookTo: string | null;
  /** Chats whose person blocked the bot. */
  readonly blocked: Set<string>;
  /** Who may moderate. */
  readonly administrators: Set<number>;
  /** Resolves when `check` holds; looked at after every call and update. */
  until(check: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function fakeTelegram(token = '4242:AAfake-token_for-tests'): Promise<FakeTelegram> {
  const calls: Recorded[] = [];
  const wrong: string[] = [];
  const updates: { update_id: number }[] = [];
  const watchers = new Set<() => void>();
  const held = new Set<ServerResponse>();
  let nextUpdate = 1000;
  const spec = specification();
  const chats = openChats({ id: Number(token.split(':')[0]), name: 'MendBot' }, 500);
  let hook: Hook | null = null;
  let poller: (() => void) | null = null;
  const changed = (): void => { for (const watcher of watchers) watcher(); };

  const server = createServer((request, response) => {
    const [, bot = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? '') ?? [];
    if (bot !== token) return answer(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    void handle(method, request, response);
  });

  async function handle(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (fake.cut(method)) return void request.socket.destroy();
    const payload = withChatAsWord(await payloadOf(request));
    const fault = fake.fault(method, payload);
    calls.push({ method, payload, at: Date.now() });
    const broken = [...violations(method, payload), ...(spec ? against(spec, method, payload) : [])];
    wrong.push(...broken);
    changed();
    if (broken.length > 0) return answer(response, 400, { ok: false, error_code: 400, description: `Bad Request: ${broken[0]}` });
    if (typeof fault === 'object' && fault) return answer(response, fault.status, { ok: false, error_code: fault.status, description: fault.description, parameters: fault.parameters });
    if (fault === 'reset') return void request.socket.destroy();
    if (fault === 'hang') return void held.add(response);
    if (method === 'getUpdates') return poll(payload, response);
    if (method === 'setWebhook') hook?.close();
    if (method === 'setWebhook') hook = openHook(() => fake.hookTo ?? String(payload['url']), wordOf(payload['secret_token']), updates, changed);
    if (method === 'deleteWebhook') { hook?.close(); hook = null; }
    if (method.startsWith('send') && fake.blocked.has(String(payload['chat_id']))) return answer(response, 403, { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' });
    const outcome = method === 'getChatMember'
      ? { result: { status: fake.administrators.has(Number(payload['user_id'])) ? 'administrator' : 'member', user: { id: payload['user_id'] } } }
      : chats.call(method, payload);
    if ('refused' in outcome) return answer(response, 400, { ok: false, error_code: 400, description: outcome.refused });
    answer(response, 200, { ok: true, result: outcome.result });
  }

  function poll(payload: Payload, response: ServerResponse): void {
    poller?.();
    const offset = Number(payload['offset'] ?? 0);
    while (updates[0] && updates[0].update_id < offset) updates.shift();
    changed();
    const give = (): boolean => {
      const given = updates.filter((update) => update.update_id >= offset);
      if (given.length === 0) return false;
      finish(200, { ok: true, result: given.slice(0, Number(payload['limit'] ?? 100)) });
      return true;
    };
    const finish = (status: number, body: object): void => {
      clearTimeout(timer);
      watchers.delete(give);
      if (poller === conflict) poller = null;
      answer(response, status, body);
    };
    const conflict = (): void => finish(409, { ok: false, error_code: 409, description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running' });
    const timer = setTimeout(() => finish(200, { ok: true, result: [] }), Number(payload['timeout'] ?? 0) * 1000);
    poller = conflict;
    response.on('close', () => { clearTimeout(timer); watchers.delete(give); if (poller === conflict) poller = null; });
    if (!give()) watchers.add(give);
  }

  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const fake: FakeTelegram = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    calls,
    wrong,
    waiting: () => updates.length,
    add(update) {
      const id = (nextUpdate += 1);
      updates.push({ update_id: id, ...update });
      hook?.look();
      changed();
      return id;
    },
    fault: () => null,
    cut: () => false,
    sends: () => calls.reduce((sum, call) => sum + (call.method.startsWith('send') && call.method !== 'sendChatAction' ? 1 : 0), 0),
    of: (method) => calls.filter((call) => call.method === method).map((call) => call.payload),
    chats,
    hookTo: null,
    blocked: new Set(),
    administrators: new Set(),
    until: (check) => new Promise((resolve) => {
      const look = (): void => { if (check()) { watchers.delete(look); resolve(); } };
      watchers.add(look);
      look();
    }),
    async close() {
      hook?.close();
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
  return fake;
}

/** A chat is named by a number or by its digits; recorded calls have the digits. */
function withChatAsWord(payload: Payload): Payload {
  return payload['chat_id'] === undefined ? payload : { ...payload, chat_id: wordOf(payload['chat_id']) };
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
