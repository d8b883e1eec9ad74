/**
 * Discord on loopback: a gateway, the REST API and the people behind it, with Discord's habits - one first response an interaction within
 * 3 seconds, replies by interaction token for 15 minutes, nonces remembered, rate limits, refusals - and every body checked
 * against Discord's own OpenAPI file and the rules that the file does not hold. Time stands still until a test moves it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf, type Upload } from './body.ts';
import { handClock, type FakeClock } from './clock.ts';
import { fakeGateway, intents, type FakeGateway } from './gateway.ts';
import { guildCreate, guildOf, type Guild } from './guilds.ts';
import { outcomeOf, type Interaction, type Outcome } from './interactions.ts';
import { wordOf, type Json } from './json.ts';
import { openLimits, type Limits } from './limits.ts';
import { answerOf, type Answer, type Discord } from './rest.ts';
import { messageJson, openRooms, type Posted, type Rooms } from './rooms.ts';
import { brokenBy, type Sent } from './rules.ts';
import { snowflakes } from './snowflakes.ts';
import { against } from './specification/against.ts';

export type { Interaction } from './interactions.ts';

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: Json;
  readonly files: readonly string[];
  readonly uploads: readonly Upload[];
  readonly auth: boolean;
  /** ms since 1970 UTC, by the fake's clock. */
  readonly at: number;
}

/**
 * - `reset`: the call is done, then the connection is cut. `hang`: done, no answer ever.
 * - `late`: done, and answered when the promise resolves.
 * - `html`: a page of the proxies in front of Discord instead of JSON.
 */
export type Fault = 'reset' | 'hang' | { readonly late: Promise<void> } | { readonly status: number; readonly html: string } | { readonly status: number; readonly body: Json; readonly headers?: Record<string, string> };

/** A message as a person was shown it, at that moment. */
export interface Shown extends Posted { readonly at: number }

export interface FakeDiscord {
  readonly api: string;
  readonly token: string;
  readonly app: string;
  readonly clock: FakeClock;
  readonly calls: readonly Recorded[];
  /** What was against the documentation; a test ends by expecting none. */
  readonly wrong: readonly string[];
  readonly rooms: Rooms;
  readonly guilds: ReadonlyMap<string, Guild>;
  readonly gateway: FakeGateway;
  readonly limits: Limits;
  /** People who take no direct messages. */
  readonly closedDirects: Set<string>;
  /** The commands that the bot registered. */
  readonly commands: () => readonly Json[];
  /** A server with these channels; told to the gateway. `installed: false`: only people's own installs work there. */
  addGuild(id: string, channels: readonly string[], installed?: boolean): Guild;
  /** The bot is taken out of it. */
  removeGuild(id: string): void;
  removeChannel(guild: string, channel: string): void;
  /** Calls whose "METHOD path" matches. */
  of(pattern: RegExp): readonly Recorded[];
  /** Decides what goes wrong with a call; null: nothing. */
  fault: (call: Recorded) => Fault | null;
  /** Cuts the connection before the body of a call is read: nothing is done. */
  cut: (method: string, path: string) => boolean;
  /** Sends an interaction to the bot; `id`, `token` and what every interaction has are added. */
  interact(data: object): Interaction;
  /** An interaction as it was sent, again. */
  replay(interaction: Interaction): void;
  readonly sent: (interaction: Interaction) => Json | undefined;
  outcome(interaction: Interaction): Outcome;
  /** Somebody writes in a channel; the gateway tells the bot as far as its intents go. */
  heard(person: string, channel: string, content: string, extra?: Json): Posted;
  edited(message: Posted, content: string): Posted;
  /** Ids of what people did that a turn must follow: not what opened a form, was refused, or is not for the bot. */
  unanswered(): readonly string[];
  /** Anything else of the gateway. */
  dispatch(type: string, data: object): void;
  /** The original reply of an interaction as it stands, as the API gives it; null when there is none. */
  original(interaction: Interaction): Json | null;
  /** Messages in a channel as they stand, without people's and private ones. */
  channel(id: string): readonly Json[];
  /** Everything that the bot ever showed to a person: direct messages and replies to what they did, in the order of showing. */
  shownTo(person: string): readonly Shown[];
  /** Everything that the bot ever showed in a channel. */
  shownIn(channel: string): readonly Shown[];
  readonly identified: () => number;
  readonly resumed: () => number;
  /** Closes the gateway's connections with this code. */
  drop(code: number): void;
  /** Resolves when `check` holds; looked at after every call and packet. */
  until(check: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export interface FakeOptions { readonly token?: string; readonly clock?: FakeClock; readonly port?: number }

export async function fakeDiscord({ token = 'fake-bot-token.for.tests', clock = handClock(), port: wanted = 0 }: FakeOptions = {}): Promise<FakeDiscord> {
  const app = '900000000000000001';
  const calls: Recorded[] = [];
  const wrong: string[] = [];
  const guilds = new Map<string, Guild>();
  const interactions = new Map<string, Interaction>();
  const packets = new Map<string, Json>();
  const byId = new Map<string, Interaction>();
  const expected = new Set<string>();
  const shown = new Map<string, Shown[]>();
  const watchers = new Set<() => void>();
  const nextId = snowflakes(clock);
  const rooms = openRooms(clock, nextId);
  const limits = openLimits(clock);
  const closedDirects = new Set<string>();
  const changed = (): void => { for (const watcher of watchers) watcher(); };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      wrong.push(`the fake could not handle ${request.method} ${request.url}: ${String(error)}`);
      answer(response, 500, {});
    });
  });
  await new Promise<void>((resolve) => { server.listen(wanted, '127.0.0.1', resolve); });
  const port = (server.address() as AddressInfo).port;
  const gateway = fakeGateway(server, {
    token, changed, url: () => `ws://127.0.0.1:${port}`,
    ready: () => ({ v: 10, user: { id: app, username: 'Mend', discriminator: '0', avatar: null, bot: true }, guilds: installed().map(({ id }) => ({ id, unavailable: true })), application: { id: app, flags: 0 }, session_type: 'normal', shard: [0, 1] }),
    afterReady: () => installed().map((guild) => ['GUILD_CREATE', guildCreate(guild, app, threads(guild))]),
  });
  const installed = (): readonly Guild[] => [...guilds.values()].filter((guild) => guild.installed);
  const threads = (guild: Guild): ReadonlySet<string> => new Set([...guild.channels].filter((id) => rooms.room(id)?.type === 11));

  const discord: Discord = {
    app, clock, rooms, guilds, interactions, closedDirects, nextId, commands: [],
    gatewayUrl: () => `ws://127.0.0.1:${port}`,
    identifiesLeft: () => 1000 - gateway.identified(),
    tell: (type, data, guild) => { if (guild === null || guilds.get(guild)?.installed) gateway.dispatch(type, data, guild === null ? 0 : intents.guilds); },
    shown(message, interaction) {
      const to = interaction?.person ?? rooms.room(message.channel)?.person ?? null;
      for (const key of [`in ${message.channel}`, ...(to === null ? [] : [`to ${to}`])]) shown.set(key, [...(shown.get(key) ?? []), { ...message, at: clock.now() }]);
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://fake');
    const path = decodeURIComponent(url.pathname.replace('/api/v10', ''));
    const method = request.method ?? '';
    if (fake.cut(method, path)) return void request.socket.destroy();
    const { body, files, sent, wrong: malformed } = await bodyOf(request);
    const auth = request.headers.authorization !== undefined;
    const call: Recorded = { method, path, query: url.search, body: body as Json, files: files.map((file) => file.name), uploads: files, auth, at: clock.now() };
    if (auth && request.headers.authorization !== `Bot ${token}`) return answer(response, 401, { message: '401: Unauthorized', code: 0 });
    if (!url.pathname.startsWith('/api/v10/')) wrong.push(`${url.pathname}: no version 10 of the API`);
    const onBot = !/^\/(interactions|webhooks)\//u.test(path);
    if (auth !== onBot) wrong.push(`${method} ${path}: ${onBot ? 'needs' : 'must not carry'} the bot token`);
    const fault = fake.fault(call);
    calls.push(call);
    const broken = [...malformed, ...against(method, path, body, sent), ...brokenIn(call)].map((sentence) => `${method} ${path}: ${sentence}`);
    wrong.push(...broken);
    const { headers, limited } = limits.take(method, path);
    const result: Answer = limited ? { status: 429, body: { message: 'You are being rate limited.', retry_after: limited.retryAfter, global: limited.global } }
      : typeof fault === 'object' && fault && 'status' in fault ? { status: fault.status, body: 'html' in fault ? fault.html : fault.body }
        : broken.length > 0 ? { status: 400, body: { message: 'Invalid Form Body', code: 50035, errors: { _errors: broken } } }
          : answerOf(discord, { method, path, query: url.searchParams, body: call.body, files });
    limits.answered(result.status);
    const given = { ...headers, ...(typeof fault === 'object' && fault && 'headers' in fault ? fault.headers : {}) };
    if (fault === 'reset') request.socket.destroy();
    else if (typeof fault === 'object' && fault && 'late' in fault) void fault.late.then(() => answer(response, result.status, result.body, given));
    else if (fault !== 'hang') answer(response, result.status, result.body, given);
    changed();
  }

  function brokenIn({ method, path, body, uploads }: Recorded): readonly string[] {
    const data = (body['data'] ?? {}) as Json;
    const sent = (kind: Sent['kind'], what: Json, before?: Sent['before']): readonly string[] => brokenBy({ kind, body: what, files: uploads, ...(before ? { before } : {}) }).map((rule) => `${rule.says} (${rule.source})`);
    if (path.endsWith('/callback')) {
      const type = Number(body['type']);
      if (type === 5 || type === 6) return sent('defer', data);
      return sent(type === 9 ? 'modal' : type === 8 ? 'suggestions' : type === 7 ? 'edit' : 'message', data);
    }
    if (method === 'PUT' && path.endsWith('/commands')) return sent('commands', { commands: body });
    if (method === 'POST' && (path.endsWith('/messages') || path.startsWith('/webhooks/'))) return sent('message', body);
    if (method !== 'PATCH' || !path.includes('/messages/')) return [];
    const [, area, one = '', token2 = '', id = '', last = ''] = path.split('/');
    const interaction = area === 'webhooks' ? interactions.get(token2) : undefined;
    const before = area === 'webhooks' ? rooms.find(interaction?.channel ?? '', last === '@original' ? (interaction?.original ?? '') : last) : rooms.find(one, id);
    return sent('edit', body, { flags: before?.flags ?? 0, files: new Map(before?.attachments.map((each) => [each.id, each.filename])) });
  }

  const fake: FakeDiscord = {
    api: `http://127.0.0.1:${port}/api`,
    token, app, clock, calls, wrong, rooms, guilds, gateway, limits, closedDirects,
    commands: () => discord.commands,
    addGuild(id, channels, isInstalled = true) {
      const guild = guildOf(id, channels, isInstalled);
      guilds.set(id, guild);
      for (const channel of channels) rooms.open({ id: channel, type: 0, guild: id, person: null });
      if (isInstalled) gateway.dispatch('GUILD_CREATE', guildCreate(guild, app), intents.guilds);
      return guild;
    },
    removeGuild(id) {
      const guild = guilds.get(id);
      if (guild) guild.installed = false;
      gateway.dispatch('GUILD_DELETE', { id }, intents.guilds);
    },
    removeChannel(guild, channel) {
      guilds.get(guild)?.channels.delete(channel);
      rooms.close(channel);
      gateway.dispatch('CHANNEL_DELETE', { id: channel, type: 0, guild_id: guild }, intents.guilds);
    },
    of: (pattern) => calls.filter((call) => pattern.test(`${call.method} ${call.path}`)),
    fault: () => null,
    cut: () => false,
    interact(given) {
      const data = given as Json;
      const id = nextId();
      const message = data['message'] as Json | undefined;
      const user = ((data['member'] as Json | undefined)?.['user'] ?? data['user']) as Json | undefined;
      const owners = (data['authorizing_integration_owners'] ?? {}) as Json;
      const channel = wordOf(data['channel_id']);
      const on = message === undefined ? null : String(message['id']);
      // A message of before this server knew anything.
      if (message && on !== null && !rooms.find(channel, on)) adopt(channel, message, wordOf(user?.['id']));
      const interaction: Interaction = { id, token: `token-of-${id}`, person: wordOf(user?.['id']), channel, at: clock.now(), ownInstall: owners['0'] === undefined && owners['1'] !== undefined, on, first: null, firstAfter: null, original: null, followups: 0, opened: null };
      interactions.set(interaction.token, interaction);
      byId.set(id, interaction);
      expected.add(id);
      const packet = { id, token: interaction.token, application_id: app, version: 1, locale: 'en-GB', entitlements: [], app_permissions: '0', attachment_size_limit: 10_000_000, authorizing_integration_owners: {}, ...data };
      packets.set(interaction.token, packet);
      gateway.dispatch('INTERACTION_CREATE', packet);
      return interaction;
    },
    replay: (interaction) => gateway.dispatch('INTERACTION_CREATE', packets.get(interaction.token) ?? {}),
    sent: (interaction) => packets.get(interaction.token),
    outcome: (interaction) => outcomeOf(interaction, rooms.find(interaction.channel, interaction.original ?? ''), clock),
    heard(person, channel, content, extra = {}) {
      const message = rooms.post({ channel, by: person, content, components: [], attachments: [], flags: 0, only: null, extra });
      if (rooms.room(channel)?.type === 1) expected.add(message.id);
      tellMessage('MESSAGE_CREATE', message);
      return message;
    },
    edited(message, content) {
      const changedMessage = rooms.change(message, { content });
      if (rooms.room(message.channel)?.type === 1) expected.add(`${message.id}:${changedMessage.edited}`);
      tellMessage('MESSAGE_UPDATE', changedMessage);
      return changedMessage;
    },
    unanswered: () => [...expected].filter((id) => ![8, 9].includes(byId.get(id)?.first ?? 0)),
    dispatch: (type, data) => gateway.dispatch(type, data as Json),
    original(interaction) {
      const message = rooms.find(interaction.channel, interaction.original ?? '');
      return message ? { ...messageJson(message, app), components: message.components, loading: message.loading } : null;
    },
    channel: (id) => rooms.history(id, { limit: Infinity }).filter((message) => message.by === 'bot').toReversed().map((message) => ({ ...messageJson(message, app), components: message.components })),
    shownTo: (person) => shown.get(`to ${person}`) ?? [],
    shownIn: (channel) => shown.get(`in ${channel}`) ?? [],
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

  function tellMessage(type: string, message: Posted): void {
    const room = rooms.room(message.channel);
    const guild = room?.guild ?? null;
    const json = messageJson(message, app);
    // Without the privileged intent the words of a server reach only who is mentioned.
    const readable = guild === null || message.content.includes(`<@${app}>`) ? json : { ...json, content: '', components: [], attachments: [] };
    gateway.dispatch(type, { ...readable, channel_type: room?.type ?? 1, ...(guild === null ? {} : { guild_id: guild }) }, guild === null ? intents.directMessages : intents.guildMessages);
  }

  function adopt(channel: string, message: Json, person: string): void {
    const flags = Number(message['flags'] ?? 0);
    const made = rooms.post({ channel, by: 'bot', content: '', components: (message['components'] ?? []) as readonly Json[], attachments: [], flags, only: (flags & 64) === 0 ? null : person });
    rooms.remove(made.id);
    rooms.change({ ...made, id: String(message['id']) }, {});
  }

  return fake;
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  if (response.writableEnded || response.destroyed) return;
  if (body === null) response.writeHead(status, headers).end();
  else if (typeof body === 'string') response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
