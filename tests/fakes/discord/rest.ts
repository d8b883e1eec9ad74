/** What each call of the REST API does (https://docs.discord.com/developers/reference), once its body is known to be right. */
import type { FakeClock } from './clock.ts';
import type { Upload } from './body.ts';
import { can, channelJson, refusedIn, type Guild } from './guilds.ts';
import { followupsOfOwnInstall, refusals, refusedFirst, refusedLater, type Interaction, type Refusal } from './interactions.ts';
import type { Json } from './json.ts';
import { messageJson, type Attachment, type Posted, type Rooms } from './rooms.ts';

export interface Call { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly body: Json; readonly files: readonly Upload[] }
export interface Answer { readonly status: number; readonly body: unknown }

export interface Discord {
  readonly app: string;
  readonly clock: FakeClock;
  readonly rooms: Rooms;
  readonly guilds: Map<string, Guild>;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  readonly closedDirects: Set<string>;
  commands: readonly Json[];
  readonly gatewayUrl: () => string;
  readonly identifiesLeft: () => number;
  readonly nextId: () => string;
  /** The bot showed something: a new message, or one with other words. */
  readonly shown: (message: Posted, interaction: Interaction | null) => void;
  /** Tells the gateway. */
  readonly tell: (type: string, data: Json, guild: string | null) => void;
}

const ephemeral = 1 << 6;
const none: Answer = { status: 204, body: null };
const ok = (body: unknown): Answer => ({ status: 200, body });
const refuse = ({ status, code, message }: Refusal): Answer => ({ status, body: { message, code } });

export function answerOf(discord: Discord, call: Call): Answer {
  const [, area = '', one = '', two = '', three = '', four = ''] = call.path.split('/');
  switch (area) {
    case 'gateway': return ok({ url: discord.gatewayUrl(), shards: 1, session_start_limit: { total: 1000, remaining: discord.identifiesLeft(), reset_after: 14_400_000, max_concurrency: 1 } });
    case 'applications': return applications(discord, call, two);
    case 'interactions': return callback(discord, discord.interactions.get(two), call.body);
    case 'webhooks': return webhook(discord, call, two, four);
    case 'users': return two === 'channels' ? ok({ id: discord.rooms.direct(String(call.body['recipient_id'])).id, type: 1, recipients: [{ id: call.body['recipient_id'] }] }) : two === 'guilds' ? ok([...discord.guilds.keys()].map((id) => ({ id }))) : ok({ id: discord.app, username: 'Mend', bot: true });
    case 'channels': return channels(discord, call, one, two, three, four);
    case 'guilds': return guilds(discord, call, one, two, three, call.path.split('/')[6] ?? '');
    default: return { status: 404, body: { message: '404: Not Found', code: 0 } };
  }
}

function applications(discord: Discord, call: Call, what: string): Answer {
  if (what === 'commands' && call.method === 'PUT') discord.commands = (call.body as unknown as readonly Json[]).map((command, index) => ({ id: String(700_000 + index), application_id: discord.app, type: 1, version: '1', ...command }));
  if (what === 'commands') return ok(discord.commands);
  return ok({ id: discord.app, name: 'Mend', description: '', flags: 0, ...call.body });
}

function callback(discord: Discord, interaction: Interaction | undefined, body: Json): Answer {
  const refusal = refusedFirst(interaction, discord.clock);
  if (refusal || !interaction) return refuse(refusal ?? refusals.unknownInteraction);
  const data = (body['data'] ?? {}) as Json;
  interaction.first = Number(body['type']);
  interaction.firstAfter = discord.clock.now() - interaction.at;
  const flags = Number(data['flags'] ?? 0);
  const only = (flags & ephemeral) === 0 ? null : interaction.person;
  switch (interaction.first) {
    case 4: case 5: {
      const made = discord.rooms.post({ ...contentOf(discord, data, [], undefined), channel: interaction.channel, by: 'bot', flags, only, loading: interaction.first === 5, extra: metadata(interaction) });
      interaction.original = made.id;
      if (interaction.first === 4) discord.shown(made, interaction);
      return none;
    }
    case 6: case 7: {
      interaction.original = interaction.on;
      const before = discord.rooms.find(interaction.channel, interaction.on ?? '');
      if (interaction.first === 7 && before) discord.shown(discord.rooms.change(before, contentOf(discord, data, [], before)), interaction);
      return none;
    }
    default: interaction.opened = data; return none;
  }
}

function webhook(discord: Discord, call: Call, token: string, id: string): Answer {
  const interaction = discord.interactions.get(token);
  const refusal = refusedLater(interaction, discord.clock);
  if (refusal || !interaction) return refuse(refusal ?? refusals.invalidToken);
  if (call.method === 'POST') return followup(discord, call, interaction);
  const message = discord.rooms.find(interaction.channel, id === '@original' ? (interaction.original ?? '') : id);
  if (!message || message.by !== 'bot') return refuse(refusals.unknownMessage);
  if (call.method === 'DELETE') { discord.rooms.remove(message.id); return none; }
  if (call.method === 'GET') return ok(messageJson(message, discord.app));
  const changed = discord.rooms.change(message, { ...contentOf(discord, call.body, call.files, message), loading: false, flags: message.flags | Number(call.body['flags'] ?? 0) });
  discord.shown(changed, interaction);
  return ok(messageJson(changed, discord.app));
}

function followup(discord: Discord, call: Call, interaction: Interaction): Answer {
  interaction.followups += 1;
  if (interaction.ownInstall && interaction.followups > followupsOfOwnInstall) return refuse(refusals.tooManyFollowups);
  const original = discord.rooms.find(interaction.channel, interaction.original ?? '');
  // The first one after a deferral takes the place of the waiting sign, and its privacy.
  const flags = original?.loading ? Number(call.body['flags'] ?? 0) | (original.flags & ephemeral) : Number(call.body['flags'] ?? 0);
  const content = { ...contentOf(discord, call.body, call.files, original?.loading ? original : undefined), flags, loading: false };
  const made = original?.loading ? discord.rooms.change(original, content) : discord.rooms.post({ ...content, channel: interaction.channel, by: 'bot', only: (flags & ephemeral) === 0 ? null : interaction.person, extra: metadata(interaction) });
  discord.shown(made, interaction);
  return ok(messageJson(made, discord.app));
}

function channels(discord: Discord, call: Call, channel: string, what: string, id: string, more: string): Answer {
  // A test that looks at calls alone and tells of no server: every channel is one.
  const room = discord.rooms.room(channel) ?? (discord.guilds.size === 0 && /^[1-79]/u.test(channel) ? discord.rooms.open({ id: channel, type: 0, guild: null, person: null }) : undefined);
  if (!room) return refuse(refusals.unknownChannel);
  const guild = room.guild === null ? undefined : discord.guilds.get(room.guild);
  if (room.guild !== null && !guild) return refuse(refusals.unknownChannel);
  const refused = (needed: bigint): Refusal | null => {
    const refusal = guild && refusedIn(guild, channel, needed);
    return refusal ? { status: 403, ...refusal } : null;
  };
  if (what === '') return refused(0n) ? refuse(refusals.missingAccess) : ok(guild ? channelJson(guild, channel) : { id: channel, type: 1 });
  if (what === 'typing') { const refusal = refused(can.sendMessages); return refusal ? refuse(refusal) : none; }
  if (what === 'threads' || more === 'threads') return thread(discord, call, guild, channel, id, refused(can.createThreads));
  if (call.method === 'POST') return create(discord, call, room.person, channel, refused(call.files.length > 0 ? can.sendMessages | can.attachFiles : can.sendMessages));
  const refusal = refused(call.method === 'GET' ? can.readHistory : 0n);
  if (refusal) return refuse(refusal);
  if (id === '') {
    const { before, after, limit = '50' } = Object.fromEntries(call.query) as { readonly before?: string; readonly after?: string; readonly limit?: string };
    if (!/^\d+$/u.test(limit) || Number(limit) < 1 || Number(limit) > 100 || (before !== undefined && after !== undefined)) return refuse(refusals.malformed);
    return ok(discord.rooms.history(channel, { limit: Number(limit), ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }).map((message) => messageJson(message, discord.app)));
  }
  const message = discord.rooms.find(channel, id);
  // A private reply is reached by its interaction only.
  if (!message || message.only !== null) return refuse(refusals.unknownMessage);
  if (call.method === 'GET') return ok(messageJson(message, discord.app));
  if (message.by !== 'bot') return refuse(call.method === 'PATCH' ? refusals.notOwn : room.person === null ? refusals.missingPermissions : refusals.notOwn);
  if (call.method === 'DELETE') { discord.rooms.remove(id); return none; }
  const changed = discord.rooms.change(message, { ...contentOf(discord, call.body, call.files, message), flags: message.flags | Number(call.body['flags'] ?? 0) });
  discord.shown(changed, null);
  return ok(messageJson(changed, discord.app));
}

function create(discord: Discord, call: Call, person: string | null, channel: string, refusal: Refusal | null): Answer {
  if (refusal) return refuse(refusal);
  if (person !== null && discord.closedDirects.has(person)) return refuse(refusals.closedDirect);
  const nonce = typeof call.body['nonce'] === 'string' || typeof call.body['nonce'] === 'number' ? String(call.body['nonce']) : null;
  const before = nonce !== null && call.body['enforce_nonce'] === true ? discord.rooms.nonce(channel, nonce) : undefined;
  if (before) return ok(messageJson(before, discord.app));
  const made = discord.rooms.post({ ...contentOf(discord, call.body, call.files, undefined), channel, by: 'bot', only: null, flags: Number(call.body['flags'] ?? 0) });
  if (nonce !== null) discord.rooms.remember(channel, nonce, made);
  discord.shown(made, null);
  return ok({ ...messageJson(made, discord.app), ...(nonce === null ? {} : { nonce }) });
}

function thread(discord: Discord, call: Call, guild: Guild | undefined, channel: string, message: string, refusal: Refusal | null): Answer {
  if (refusal || !guild) return refuse(refusal ?? refusals.missingPermissions);
  if (message !== '' && !discord.rooms.find(channel, message)) return refuse(refusals.unknownMessage);
  // A thread of a message has the message's own id.
  const id = message === '' ? discord.nextId() : message;
  if (discord.rooms.room(id)) return refuse({ status: 400, code: 160_004, message: 'A thread has already been created for this message' });
  discord.rooms.open({ id, type: 11, guild: guild.id, person: null });
  guild.channels.add(id);
  const json = { id, type: 11, guild_id: guild.id, parent_id: channel, name: call.body['name'], owner_id: discord.app };
  discord.tell('THREAD_CREATE', json, guild.id);
  return { status: 201, body: json };
}

function guilds(discord: Discord, call: Call, id: string, what: string, member: string, role: string): Answer {
  const guild = discord.guilds.get(id);
  if (!guild) return refuse(refusals.unknownGuild);
  if (!guild.installed) return refuse(refusals.missingAccess);
  if (what === 'channels') return ok([...guild.channels].map((channel) => channelJson(guild, channel)));
  if (what === 'roles') return ok([...guild.roles].map(([key, each]) => ({ id: key, ...each })));
  if (what === '') return ok({ id, roles: [...guild.roles].map(([key, each]) => ({ id: key, ...each })) });
  const person = guild.members.get(member);
  if (!person) return refuse(refusals.unknownMember);
  if (call.method === 'GET') return ok({ user: { id: member }, roles: [...person.roles], permissions: String(person.permissions) });
  const known = guild.roles.get(role);
  if (!known) return refuse(refusals.unknownRole);
  if ((guild.permissions & (can.manageRoles | can.administrator)) === 0n || known.managed || known.position > 50) return refuse(refusals.missingPermissions);
  if (call.method === 'PUT') person.roles.add(role); else person.roles.delete(role);
  return none;
}

function contentOf(discord: Discord, body: Json, files: readonly Upload[], before: Posted | undefined): Pick<Posted, 'content' | 'components' | 'attachments' | 'flags'> {
  const fresh: readonly Attachment[] = files.map((file) => ({ id: discord.nextId(), filename: file.name, size: file.size, text: file.text }));
  const named = body['attachments'] as readonly Json[] | undefined;
  const kept = (before?.attachments ?? []).filter((each) => named === undefined || named.some(({ id }) => id === each.id));
  return {
    content: typeof body['content'] === 'string' ? body['content'] : (before?.content ?? ''),
    components: Array.isArray(body['components']) ? (body['components'] as readonly Json[]) : (before?.components ?? []),
    attachments: [...kept, ...fresh],
    flags: Number(body['flags'] ?? 0) | (before?.flags ?? 0),
  };
}

function metadata(interaction: Interaction): Json {
  return { webhook_id: '900000000000000001', interaction_metadata: { id: interaction.id, user: { id: interaction.person } } };
}
