/**
 * Somebody speaks to the bot where others read along. The answer is one line with the way to the private chat, the same
 * whatever was written: nothing of a person is looked up, so nothing of a person can be shown.
 */
import type { Update } from 'grammy/types';
import { decodePress } from '../../conversation/press.ts';
import { command, isPrivate } from './receive.ts';
import type { Words } from './words.ts';

export interface Line { readonly chat: number; readonly text: string; readonly label: string; readonly url: string }

export interface Bot { readonly id: number; readonly name: string }

/** At most one line a chat and minute. */
const pause = 60_000;

export function publicLines(words: readonly Words[], now: () => number): (update: Update, bot: Bot) => Line | null {
  const last = new Map<number, number>();
  const names = new Set(words.flatMap((each) => each.personal.map((listed) => listed.command)));
  return (update, bot) => {
    const message = update.message;
    if (!message || isPrivate(message.chat) || message.from?.is_bot !== false || !isToBot(message, bot, names)) return null;
    const chat = message.chat.id;
    const at = now();
    for (const [other, when] of last) if (Math.abs(at - when) >= pause) last.delete(other);
    const language = message.from.language_code?.split('-')[0];
    const own = words.find((each) => each.language === language) ?? words[0];
    if (last.has(chat) || !own || bot.name === '') return null;
    last.set(chat, at);
    return { chat, text: own.inPrivate, label: own.openPrivate, url: `https://t.me/${bot.name}` };
  };
}

/**
 * Where a press in a group leads: into the private chat. `/start join_<slot>_<digits of the group's id>` there says what for.
 * Null for presses in private, and for those with which a group is run.
 */
export function linkOfPress(update: Update, bot: Bot): string | null {
  const query = update.callback_query;
  const chat = query?.message?.chat;
  if (query?.data === undefined || !chat || isPrivate(chat)) return null;
  const press = decodePress(query.data);
  if (press?.kind === 'moderate') return null;
  const joins = press?.kind === 'join' ? `join_${press.slot.replace(/[^\w-]/gu, '-')}_${Math.abs(chat.id)}` : '';
  // https://core.telegram.org/bots/features#deep-linking: at most 64 characters.
  return `https://t.me/${bot.name}?start=${joins !== '' && joins.length <= 64 ? joins : 'group'}`;
}

type Heard = NonNullable<Update['message']>;

function isToBot(message: Heard, bot: Bot, names: ReadonlySet<string>): boolean {
  const text = message.text ?? message.caption ?? '';
  const typed = command.exec(text);
  if (typed) {
    const [, name = '', to] = typed;
    return to === undefined ? names.has(name.toLowerCase()) : to.toLowerCase() === bot.name.toLowerCase() && name.toLowerCase() !== 'weekly';
  }
  return message.reply_to_message?.from?.id === bot.id || ` ${text.toLowerCase()} `.includes(`@${bot.name.toLowerCase()} `);
}
