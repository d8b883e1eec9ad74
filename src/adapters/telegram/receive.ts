/**
 * A Telegram update as an event, or null where it means nothing to the conversation. Pure.
 * In groups only `/weekly` and presses are heard: whatever else people write there is not for the bot.
 */
import type { Message, Update } from 'grammy/types';
import type { Event, PersonId, PlaceId, PersonEvent, Subject, UnreadableEvent } from '../../conversation/event.ts';
import { decodePress } from '../../conversation/press.ts';
import { inert } from './render.ts';

export interface Circumstances {
  /** `name`: empty where Telegram does not say it. */
  readonly bot: { readonly id: number; readonly name: string };
  readonly at: number;
  /** The sender runs the group that the update comes from. */
  readonly moderator: boolean;
}

/** `/weekly@MendBot status` -> name, bot, rest (Bot API: names are `[a-z0-9_]{1,32}`). */
export const command = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/iu;

export function receive(update: Update, here: Circumstances): Event | null {
  const id = `telegram:${here.bot.id}:${update.update_id}`;
  if (update.message) return fromMessage(update.message, false, id, here);
  if (update.edited_message) return fromMessage(update.edited_message, true, id, here);
  if (update.callback_query) return fromPress(update, id, here);
  if (update.my_chat_member) return fromMembership(update, id, here.at);
  return null;
}

/** Something that carries an update's number; the rest of its shape is looked at where it is read. */
export function isUpdate(value: unknown): value is Update {
  return typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id);
}

/** Groups and channels have ids below zero, also where the kind of chat is not said. */
export const isPrivate = (chat: { readonly id: number; readonly type: string }): boolean => chat.type === 'private' || chat.id > 0;

/** The ref of a message that Telegram does not name. */
export const nowhere = '0';

/** The chat an update belongs to: updates of one chat are handled one after another. */
export function chatOf(update: Update): number {
  return (update.message ?? update.edited_message ?? update.callback_query?.message ?? update.my_chat_member)?.chat?.id ?? update.callback_query?.from?.id ?? 0;
}

function fromMessage(message: Message, edited: boolean, id: string, here: Circumstances): Event | null {
  const place = placeOf(message.chat);
  if (message.migrate_to_chat_id !== undefined && place) {
    return { id, at: here.at, kind: 'trouble', subject: place, what: 'moved', to: String(message.migrate_to_chat_id) };
  }
  const from = message.from ?? (place ? null : { id: message.chat.id, is_bot: false });
  if (!from || from.is_bot && !message.sender_chat) return null;
  const base = { ...person(id, here, from, message.chat), ref: String(message.message_id) };
  const text = message.text ?? message.caption;
  const typed = edited || text === undefined ? null : command.exec(text);
  if (typed) {
    const [, name = '', forBot, rest = ''] = typed;
    const ours = forBot === undefined || here.bot.name === '' || forBot.toLowerCase() === here.bot.name.toLowerCase();
    // Nobody else is there in private, whatever name stands behind the command.
    if (place && (!ours || name.toLowerCase() !== 'weekly')) return null;
    const slot = place || name.toLowerCase() !== 'start' ? null : slotIn(rest);
    if (slot !== null) return { ...base, kind: 'press', press: { kind: 'join', slot }, public: false, typed: true };
    return { ...base, kind: 'command', name: name.toLowerCase(), options: rest.trim() === '' ? {} : { text: rest.trim() } };
  }
  if (place) return null;
  if (text !== undefined) return { ...base, kind: 'text', text, via: edited ? 'edit' : message.text === undefined ? 'caption' : 'message' };
  const what = edited ? null : unreadable(message);
  return what ? { ...base, kind: 'unreadable', what } : null;
}

/** The link under a group's weekly message, as `linkOfPress` makes it: `join_2026-11-22_1001234` names a slot of the group -1001234. */
function slotIn(rest: string): string | null {
  const [, slot, digits] = /^join_([\w-]{1,40})_(\d{1,20})$/u.exec(rest.trim()) ?? [];
  return slot !== undefined && digits !== undefined ? `telegram-place:-${digits}/${slot}` : null;
}

function fromPress(update: Update, id: string, here: Circumstances): Event | null {
  const query = update.callback_query;
  // Under a message that was sent by way of another bot: none of ours.
  if (query?.data === undefined || query.data === inert || query.inline_message_id !== undefined) return null;
  const { message } = query;
  const base = person(id, here, query.from, message?.chat ?? { id: query.from.id, type: 'private' });
  const press = decodePress(query.data);
  if (!press) return { ...base, kind: 'unreadable', what: 'forged' };
  // Too old for Telegram to say where it stands: whoever pressed is answered in private; a group is not run from there.
  if (!message) return press.kind === 'moderate' || press.kind === 'join' ? null : { ...base, kind: 'press', press, ref: nowhere, public: false };
  return { ...base, kind: 'press', press, ref: String(message.message_id), public: base.place !== undefined };
}

/** Blocked by the person, removed from the group, or silenced in it. */
function fromMembership(update: Update, id: string, at: number): Event | null {
  const change = update.my_chat_member;
  if (!change) return null;
  const place = placeOf(change.chat);
  const now = change.new_chat_member;
  const subject: Subject = place ?? `telegram:${change.chat.id}`;
  if (now.status === 'kicked' || now.status === 'left') return { id, at, kind: 'trouble', subject, what: place ? 'gone' : 'blocked' };
  if (now.status === 'restricted' && !now.can_send_messages) return { id, at, kind: 'trouble', subject, what: 'no-permission' };
  return null;
}

type Base = Pick<PersonEvent, 'id' | 'at' | 'person' | 'here' | 'locale' | 'place' | 'moderator'>;

function person(id: string, here: Circumstances, from: { id: number; language_code?: string }, chat: { id: number; type: string }): Base {
  const key: PersonId = `telegram:${from.id}`;
  const place = placeOf(chat);
  const base: Base = { id, at: here.at, person: key, here: { kind: 'telegram', id: String(chat.id) }, locale: localeOf(from.language_code) };
  return place ? { ...base, place, moderator: here.moderator } : base;
}

/** IETF language tags (https://core.telegram.org/bots/api#user); whatever else stands there is no language. */
function localeOf(code: unknown): string {
  return typeof code === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/iu.test(code) ? code : 'en';
}

function placeOf(chat: { id: number; type: string }): PlaceId | null {
  return isPrivate(chat) ? null : `telegram-place:${chat.id}`;
}

function unreadable(message: Message): UnreadableEvent['what'] | null {
  if (message.voice || message.audio || message.video_note) return 'voice';
  if (message.sticker || message.animation || message.dice) return 'sticker';
  if (message.photo || message.video || message.document) return 'picture';
  if (message.contact) return 'contact';
  if (message.location || message.venue) return 'location';
  // Whatever somebody sends gets an answer; what Telegram itself notes in a chat (a pin, a new name) does not.
  return message.poll || message.story || message.game || message.paid_media || message.checklist ? 'picture' : null;
}
