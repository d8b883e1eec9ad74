/**
 * Discord on loopback: a gateway and the REST calls that the adapter makes, with Discord's habits - one first response an interaction,
 * replies by interaction token, nonces remembered - and every body checked against the documented limits.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakeGateway } from './gateway.ts';
import { messageViolations, modalViolations, type Json } from './rules.ts';

export interface Recorded { readonly method: string; readonly path: string; readonly body: Json; readonly files: readonly string[]; readonly auth: boolean }
/** `reset`: done, then the connection is cut. `hang`: done, no answer. */
export type Fault = 'reset' | 'hang' | { readonly status: number; readonly body: Json; readonly headers?: Record<string, string> };
export interface Interaction { readonly id: string; readonly token: string }

export interface FakeDiscord {
  readonly api: string;
  readonly token: string;
  readonly app: string;
  readonly calls: readonly Recorded[];
  readonly wrong: readonly string[];
  /** Calls whose "METHOD path" matches. */
  of(pattern: RegExp): readonly Recorded[];
  fault: (call: Recorded) => Fault | null;
  /** Sends an interaction to the bot; `id`, `token` and what every interaction has are added. */
  interact(data: object): Interaction;
  /** Anything else of the gateway. */
  dispatch(type: string, data: object): void;
  /** What the person sees as the original reply of an interaction, after all edits; null when there is none. */
  original(interaction: Interaction): Json | null;
  /** Messages in a channel as they stand. */
  channel(id: string): readonly Json[];
  readonly identified: () => number;
  readonly resumed: () => number;
  /** Closes the gateway's connections with this code. */
  drop(code: number): void;
  until(check: () => boolean): Promise<void>;
  close(): Promise<void>;
}

interface Reply { first: number | null; readonly pressed: Json | null; original: Json | null }

export async function fakeDiscord(token = 'fake-bot-token.for.tests'): Promise<FakeDiscord> {
  const app = '900000000000000001';
  const calls: Recorded[] = [];
  const wrong: string[] = [];
  const replies = new Map<string, Reply>();
  const channels = new Map<string, Map<string, Json>>();
  const nonces = new Map<string, Json>();
  const watchers = new Set<() => void>();
  let serial = 100_000_000_000_000_000n;
  const snowflake = (): string => String((serial += 1n));
  const changed = (): void => { for (const watcher of watchers) watcher(); };

  const server = createServer((request, response) => { void handle(request, response); });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { body, files } = await bodyOf(request);
    const path = (request.url ?? '').replace('/api/v10', '').replace(/\?.*$/u, '');
    const call: Recorded = { method: request.method ?? '', path, body, files, auth: request.headers.authorization !== undefined };
    if (call.auth && request.headers.authorization !== `Bot ${token}`) return answer(response, 401, { message: '401: Unauthorized', code: 0 });
    const fault = fake.fault(call);
    calls.push(call);
    if (typeof fault === 'object' && fault) answer(response, fault.status, fault.body, fault.headers);
    else {
      const [status, result] = resultOf(call);
      if (fault === null) answer(response, status, result);
      if (fault === 'reset') request.socket.destroy();
    }
    changed();
  }

  function resultOf(call: Recorded): readonly [number, unknown] {
    const [, area, one = '', two = '', three = '', four = ''] = decodeURIComponent(call.path).split('/');
    const onBot = area !== 'interactions' && area !== 'webhooks';
    if (call.auth !== onBot) wrong.push(`${call.path}: ${onBot ? 'needs' : 'must not carry'} the bot token`);
    if (call.path === '/gateway/bot') return [200, { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 } }];
    if (area === 'applications') return [200, call.body];
    if (area === 'interactions') return callback(two, call.body);
    if (area === 'webhooks') return webhook(call, two, four);
    if (call.path === '/users/@me/channels') return [200, { id: `8${String(call.body['recipient_id']).slice(1)}`, type: 1 }];
    if (area === 'channels') return channelCall(call, one, three);
    wrong.push(`${call.method} ${call.path}: not expected`);
    return [404, { message: '404: Not Found', code: 0 }];
  }

  function callback(interactionToken: string, body: Json): readonly [number, unknown] {
    const reply = replies.get(interactionToken);
    if (!reply) return [404, { message: 'Unknown interaction', code: 10062 }];
    if (reply.first !== null) return [400, { message: 'Interaction has already been acknowledged.', code: 40060 }];
    reply.first = Number(body['type']);
    const data = (body['data'] ?? {}) as Json;
    if (reply.first === 9) wrong.push(...modalViolations(data));
    if (reply.first === 5) reply.original = { id: snowflake(), flags: data['flags'] ?? 0, loading: true };
    if (reply.first === 6) reply.original = reply.pressed;
    return [204, null];
  }

  function webhook(call: Recorded, interactionToken: string, id: string): readonly [number, unknown] {
    const reply = replies.get(interactionToken);
    if (!reply) return [401, { message: 'Invalid Webhook Token', code: 50027 }];
    if (call.method === 'POST') { check(call, false); return [200, { ...call.body, id: snowflake() }]; }
    const there = reply.original;
    if (!there || (id !== '@original' && id !== there['id'])) return [404, { message: 'Unknown Message', code: 10008 }];
    if (call.method === 'DELETE') { reply.original = null; return [204, null]; }
    if (call.method === 'PATCH') { check(call, (Number(there['flags'] ?? 0) & (1 << 15)) !== 0); const { loading: _, ...rest } = there; reply.original = { ...rest, ...call.body, flags: Number(rest['flags'] ?? 0) | Number(call.body['flags'] ?? 0) }; }
    return [200, reply.original];
  }

  function channelCall(call: Recorded, channel: string, id: string): readonly [number, unknown] {
    const messages = channels.get(channel) ?? new Map<string, Json>();
    channels.set(channel, messages);
    if (call.method === 'POST') {
      check(call, false);
      const nonce = `${channel}:${String(call.body['nonce'])}`;
      const before = call.body['enforce_nonce'] === true ? nonces.get(nonce) : undefined;
      if (before) return [200, before];
      const message: Json = { ...call.body, id: snowflake() };
      nonces.set(nonce, message);
      messages.set(String(message['id']), message);
      return [200, message];
    }
    const there = messages.get(id);
    if (!there) return [404, { message: 'Unknown Message', code: 10008 }];
    if (call.method === 'DELETE') { messages.delete(id); return [204, null]; }
    if (call.method === 'PATCH') { check(call, true); messages.set(id, { ...there, ...call.body }); }
    return [200, messages.get(id)];
  }

  function check(call: Recorded, edit: boolean): void {
    wrong.push(...messageViolations(call.body, call.files, edit).map((sentence) => `${call.method} ${call.path}: ${sentence}`));
  }

  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const port = (server.address() as AddressInfo).port;
  const gateway = fakeGateway(server, token, () => ({
    v: 10, user: { id: app, username: 'Mend', discriminator: '0', avatar: null, bot: true }, guilds: [], session_id: 'session',
    resume_gateway_url: `ws://127.0.0.1:${port}`, application: { id: app, flags: 0 },
  }), changed);

  const fake: FakeDiscord = {
    api: `http://127.0.0.1:${port}/api`,
    token,
    app,
    calls,
    wrong,
    of: (pattern) => calls.filter((call) => pattern.test(`${call.method} ${call.path}`)),
    fault: () => null,
    interact(data) {
      const id = snowflake();
      const interactionToken = `token-of-${id}`;
      replies.set(interactionToken, { first: null, pressed: 'message' in data ? (data.message as Json) : null, original: null });
      gateway.dispatch('INTERACTION_CREATE', { id, token: interactionToken, application_id: app, version: 1, locale: 'en-GB', entitlements: [], app_permissions: '0', attachment_size_limit: 10_000_000, authorizing_integration_owners: {}, ...data });
      return { id, token: interactionToken };
    },
    dispatch: (type, data) => gateway.dispatch(type, data),
    original: (interaction) => replies.get(interaction.token)?.original ?? null,
    channel: (id) => [...(channels.get(id)?.values() ?? [])],
    identified: gateway.identified,
    resumed: gateway.resumed,
    drop: (code) => gateway.drop(code),
    until: (holds) => new Promise((resolve) => {
      const look = (): void => { if (holds()) { watchers.delete(look); resolve(); } };
      watchers.add(look);
      look();
    }),
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
  return fake;
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  if (response.destroyed) return;
  if (body === null) response.writeHead(status, headers).end();
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<{ readonly body: Json; readonly files: readonly string[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (raw.length === 0) return { body: {}, files: [] };
  if (!type.startsWith('multipart/')) return { body: JSON.parse(raw.toString()) as Json, files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value.name]));
  return { body: JSON.parse(textIn(form, 'payload_json')) as Json, files };
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '{}';
}
