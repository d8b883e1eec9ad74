/**
 * What stands in every channel, and who sees it. A private reply (EPHEMERAL) is seen by one person only and is in no history;
 * a nonce that must be the only one (`enforce_nonce`) gives back the first message for a few minutes
 * (https://docs.discord.com/developers/resources/message#create-message).
 */
import type { FakeClock } from './clock.ts';
import type { Json } from './json.ts';

export interface Attachment { readonly id: string; readonly filename: string; readonly size: number; readonly text: string }
export interface Posted {
  readonly id: string;
  readonly channel: string;
  /** `bot`, or the id of a person. */
  readonly by: string;
  readonly content: string;
  readonly components: readonly Json[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  /** The one person who sees it; null: all who see the channel. */
  readonly only: string | null;
  /** "Mend is thinking". */
  readonly loading: boolean;
  readonly edited: string | null;
  readonly extra: Json;
}

export interface Room { readonly id: string; readonly type: 0 | 1 | 11; readonly guild: string | null; /** The other end of a direct channel. */ readonly person: string | null }

export interface Rooms {
  open(room: Room): Room;
  room(id: string): Room | undefined;
  close(id: string): void;
  direct(person: string): Room;
  post(message: Omit<Posted, 'id' | 'edited' | 'loading' | 'extra'> & Partial<Pick<Posted, 'loading' | 'extra'>>): Posted;
  change(message: Posted, changes: Partial<Posted>): Posted;
  remove(id: string): void;
  find(channel: string, id: string): Posted | undefined;
  /** Newest first, as REST gives it; private replies are in no history. */
  history(channel: string, query: { readonly before?: string; readonly after?: string; readonly limit: number }): readonly Posted[];
  /** What a person sees in a channel, oldest first. */
  seenBy(person: string, channel: string): readonly Posted[];
  /** The message that this nonce made in the channel, as long as it is remembered. */
  nonce: (channel: string, nonce: string) => Posted | undefined;
  remember(channel: string, nonce: string, message: Posted): void;
  readonly count: () => number;
}

/** Discord says "a few minutes". */
export const nonceLives = 5 * 60_000;

export function openRooms(clock: FakeClock, next: () => string): Rooms {
  const rooms = new Map<string, Room>();
  const messages = new Map<string, Map<string, Posted>>();
  const nonces = new Map<string, { readonly until: number; readonly id: string }>();
  const inRoom = (channel: string): Map<string, Posted> => {
    const known = messages.get(channel) ?? new Map<string, Posted>();
    messages.set(channel, known);
    return known;
  };
  const put = (message: Posted): Posted => { inRoom(message.channel).set(message.id, message); return message; };
  let count = 0;

  return {
    open(room) { rooms.set(room.id, room); return room; },
    room: (id) => rooms.get(id),
    close(id) { rooms.delete(id); messages.delete(id); },
    direct(person) {
      const id = `8${person.slice(1)}`;
      const known: Room = rooms.get(id) ?? { id, type: 1, guild: null, person };
      rooms.set(id, known);
      return known;
    },
    post(message) {
      count += 1;
      return put({ loading: false, extra: {}, ...message, id: next(), edited: null });
    },
    change: (message, changes) => put({ ...message, ...changes, edited: new Date(clock.now()).toISOString() }),
    remove(id) { for (const each of messages.values()) each.delete(id); },
    find: (channel, id) => inRoom(channel).get(id),
    history(channel, { before, after, limit }) {
      const open = [...inRoom(channel).values()].filter((message) => message.only === null).toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
      if (after !== undefined) return open.filter((message) => BigInt(message.id) > BigInt(after)).slice(-limit);
      return open.filter((message) => before === undefined || BigInt(message.id) < BigInt(before)).slice(0, limit);
    },
    seenBy: (person, channel) => [...inRoom(channel).values()].filter((message) => message.only === null || message.only === person),
    nonce(channel, nonce) {
      const known = nonces.get(`${channel} ${nonce}`);
      return known && known.until > clock.now() ? inRoom(channel).get(known.id) : undefined;
    },
    remember(channel, nonce, message) { nonces.set(`${channel} ${nonce}`, { until: clock.now() + nonceLives, id: message.id }); },
    count: () => count,
  };
}

/** A message as the API gives it: with `id`s on components and files as they lie at Discord, which nobody may send back. */
export function messageJson(message: Posted, app: string): Json {
  const author = message.by === 'bot' ? { id: app, username: 'Mend', discriminator: '0', avatar: null, global_name: null, bot: true } : { id: message.by, username: `u${message.by.slice(-4)}`, discriminator: '0', avatar: null, global_name: null };
  let component = 0;
  const resolved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolved);
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each)] as const));
    const file = typeof copy['url'] === 'string' && copy['url'].startsWith('attachment://') ? message.attachments.find(({ filename }) => `attachment://${filename}` === copy['url']) : undefined;
    if (file) return { ...copy, url: addressOf(message, file), proxy_url: addressOf(message, file).replace('cdn.discordapp.com', 'media.discordapp.net'), content_type: 'image/png', width: 1, height: 1, attachment_id: file.id };
    if (copy['type'] === 13) Object.assign(copy, { name: message.attachments.find(({ id }) => id === (copy['file'] as Json)['attachment_id'])?.filename, size: 1 });
    return typeof copy['type'] === 'number' ? { ...copy, id: (component += 1) } : copy;
  };
  return {
    id: message.id, channel_id: message.channel, type: 0, author, content: message.content, components: resolved(message.components), flags: message.flags,
    attachments: message.attachments.map((file) => ({ id: file.id, filename: file.filename, size: file.size, url: addressOf(message, file), proxy_url: addressOf(message, file).replace('cdn.discordapp.com', 'media.discordapp.net') })),
    embeds: [], mentions: [], mention_roles: [], mention_everyone: false, pinned: false, tts: false, timestamp: '2026-01-01T00:00:00.000000+00:00', edited_timestamp: message.edited, ...message.extra,
  };
}

/** Signed for a time: of no use to anybody who keeps it (https://docs.discord.com/developers/reference#signed-attachment-cdn-urls). */
function addressOf({ channel }: Posted, { id, filename }: Attachment): string {
  return `https://cdn.discordapp.com/attachments/${channel}/${id}/${filename}?ex=1&is=2&hm=3&`;
}
