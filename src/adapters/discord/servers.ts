/**
 * What the bot may do in the channels of a server: roles, overwrites and its own roles, as the gateway tells them.
 * Only ids and rights are kept, in memory. https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
import { GatewayDispatchEvents, PermissionFlagsBits, type GatewayDispatchPayload } from 'discord-api-types/v10';
import { rightsIn } from './rights.ts';

/** What a weekly message needs, by the names that the conversation knows. */
const needed = { view: PermissionFlagsBits.ViewChannel, send: PermissionFlagsBits.SendMessages, attach: PermissionFlagsBits.AttachFiles, threads: PermissionFlagsBits.CreatePublicThreads } as const;

export interface Servers {
  /** Learns from an event; all others are passed over. `me`: our own user id. */
  hear(packet: GatewayDispatchPayload, me: string | null): void;
  /** What is lacking there; null where too little is known to say. */
  missing(guild: string, channel: string): readonly (keyof typeof needed)[] | null;
}

interface Overwrite { readonly id: string; readonly allow: bigint; readonly deny: bigint }
interface Server { readonly owner: string | null; me: string | null; mine: readonly string[] | null; readonly roles: Map<string, bigint>; readonly channels: Map<string, readonly Overwrite[]> }

type Loose = { readonly [key: string]: unknown };

export function openServers(): Servers {
  const servers = new Map<string, Server>();
  return {
    hear(packet, me) {
      const data = packet.d as unknown as Loose;
      const server = servers.get(text(data['guild_id']));
      switch (packet.t) {
        case GatewayDispatchEvents.GuildCreate: servers.set(text(data['id']), serverOf(data, me)); return;
        case GatewayDispatchEvents.GuildDelete: servers.delete(text(data['id'])); return;
        case GatewayDispatchEvents.GuildRoleCreate:
        case GatewayDispatchEvents.GuildRoleUpdate: {
          const role = loose(data['role']);
          server?.roles.set(text(role['id']), rightsIn(role['permissions']));
          return;
        }
        case GatewayDispatchEvents.GuildRoleDelete: server?.roles.delete(text(data['role_id'])); return;
        case GatewayDispatchEvents.ChannelCreate:
        case GatewayDispatchEvents.ChannelUpdate: server?.channels.set(text(data['id']), overwritesOf(data)); return;
        case GatewayDispatchEvents.ChannelDelete: server?.channels.delete(text(data['id'])); return;
        case GatewayDispatchEvents.GuildMemberUpdate:
          if (server && text(loose(data['user'])['id']) === (me ?? server.me)) server.mine = texts(data['roles']);
          return;
        default:
      }
    },
    missing(guild, channel) {
      const server = servers.get(guild);
      const overwrites = server?.channels.get(channel);
      if (!server || !overwrites || server.mine === null) return null;
      const rights = rightsOf(server, overwrites, guild);
      return (Object.keys(needed) as (keyof typeof needed)[]).filter((name) => (rights & needed[name]) === 0n);
    },
  };
}

const all = ~0n;

function rightsOf(server: Server, overwrites: readonly Overwrite[], guild: string): bigint {
  const mine = server.mine ?? [];
  const base = [guild, ...mine].reduce((rights, role) => rights | (server.roles.get(role) ?? 0n), 0n);
  if ((server.owner !== null && server.owner === server.me) || (base & PermissionFlagsBits.Administrator) !== 0n) return all;
  const applied = (rights: bigint, some: readonly Overwrite[]): bigint =>
    (rights & ~some.reduce((sum, each) => sum | each.deny, 0n)) | some.reduce((sum, each) => sum | each.allow, 0n);
  const forEveryone = applied(base, overwrites.filter((each) => each.id === guild));
  const forRoles = applied(forEveryone, overwrites.filter((each) => mine.includes(each.id)));
  return applied(forRoles, overwrites.filter((each) => each.id === server.me));
}

function serverOf(data: Loose, me: string | null): Server {
  const own = list(data['members']).find((member) => text(loose(member['user'])['id']) === me);
  return {
    owner: typeof data['owner_id'] === 'string' ? data['owner_id'] : null, me, mine: own ? texts(own['roles']) : null,
    roles: new Map(list(data['roles']).map((role) => [text(role['id']), rightsIn(role['permissions'])])),
    channels: new Map(list(data['channels']).map((channel) => [text(channel['id']), overwritesOf(channel)])),
  };
}

function overwritesOf(channel: Loose): readonly Overwrite[] {
  return list(channel['permission_overwrites']).map((each) => ({ id: text(each['id']), allow: rightsIn(each['allow']), deny: rightsIn(each['deny']) }));
}

function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? value as Loose : {};
}

function list(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.map(loose) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(text) : [];
}
