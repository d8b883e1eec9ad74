/** Servers, their channels, and what the bot and each member may do there (https://docs.discord.com/developers/topics/permissions). */
import type { Json } from './json.ts';

export const can = {
  administrator: 1n << 3n, manageGuild: 1n << 5n, viewChannel: 1n << 10n, sendMessages: 1n << 11n, attachFiles: 1n << 15n, readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n, manageRoles: 1n << 28n, createThreads: 1n << 35n, sendInThreads: 1n << 38n,
} as const;
/** What a bot usually has. */
export const usual = can.viewChannel | can.sendMessages | can.attachFiles | can.readHistory | can.manageRoles | can.createThreads | can.sendInThreads;

export interface Guild {
  readonly id: string;
  /** Its text channels and their threads; a deleted one is not here. */
  readonly channels: Set<string>;
  readonly roles: Map<string, { readonly name: string; readonly position: number; readonly managed: boolean }>;
  readonly members: Map<string, { permissions: bigint; readonly roles: Set<string> }>;
  /** The bot is a member: a server install. Without it only people's own installs work here. */
  installed: boolean;
  /** What the bot may do in the server, and in single channels where that differs. */
  permissions: bigint;
  readonly inChannel: Map<string, bigint>;
}

export function guildOf(id: string, channels: readonly string[], installed: boolean): Guild {
  return { id, channels: new Set(channels), roles: new Map(), members: new Map(), installed, permissions: usual, inChannel: new Map() };
}

export function rightsIn(guild: Guild, channel: string): bigint {
  const rights = guild.inChannel.get(channel) ?? guild.permissions;
  return (rights & can.administrator) === 0n ? rights : ~0n;
}

/** Why the bot may not do this in a channel: code and words of Discord; null when it may. */
export function refusedIn(guild: Guild, channel: string, needed: bigint): { readonly code: number; readonly message: string } | null {
  const rights = rightsIn(guild, channel);
  if (!guild.installed || (rights & can.viewChannel) === 0n) return { code: 50001, message: 'Missing Access' };
  return (rights & needed) === needed ? null : { code: 50013, message: 'Missing Permissions' };
}

/** As GUILD_CREATE brings it (https://docs.discord.com/developers/events/gateway-events#guild-create). */
export function guildCreate(guild: Guild, app: string, threads: ReadonlySet<string> = new Set()): Json {
  const everyone = { id: guild.id, name: '@everyone', permissions: String(guild.permissions), position: 0, color: 0, colors: { primary_color: 0 }, hoist: false, managed: false, mentionable: false, flags: 0 };
  return {
    id: guild.id, name: 'A community', unavailable: false, member_count: guild.members.size + 1, large: false, joined_at: '2026-01-01T00:00:00Z', owner_id: '1', icon: null, features: [], afk_timeout: 60, afk_channel_id: null,
    verification_level: 0, default_message_notifications: 1, explicit_content_filter: 0, mfa_level: 0, system_channel_id: null, system_channel_flags: 0, rules_channel_id: null, vanity_url_code: null, description: null, banner: null,
    premium_tier: 0, preferred_locale: 'en-US', public_updates_channel_id: null, nsfw_level: 0, premium_progress_bar_enabled: false, safety_alerts_channel_id: null, splash: null, discovery_splash: null, application_id: null,
    roles: [everyone, ...[...guild.roles].map(([id, role]) => ({ ...everyone, id, ...role }))], emojis: [], stickers: [], voice_states: [], presences: [], stage_instances: [], guild_scheduled_events: [], soundboard_sounds: [],
    channels: [...guild.channels].filter((id) => !threads.has(id)).map((id) => channelJson(guild, id)), threads: [],
    members: [{ user: { id: app, username: 'Mend', discriminator: '0', avatar: null, bot: true }, roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 }],
  };
}

export function channelJson(guild: Guild, id: string): Json {
  const rights = guild.inChannel.get(id);
  const overwrites = rights === undefined ? [] : [{ id: guild.id, type: 0, allow: String(rights), deny: String(guild.permissions & ~rights) }];
  return { id, guild_id: guild.id, type: 0, name: `channel-${id.slice(-3)}`, position: 0, permission_overwrites: overwrites, parent_id: null, nsfw: false, topic: null };
}
