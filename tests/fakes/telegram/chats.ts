/**
 * What people see in their chats: messages of both sides, as the calls of the bot leave them.
 * Refusals are worded as Telegram words them (https://core.telegram.org/bots/api#making-requests, `description`).
 */
import { wordOf, type Payload } from './rules.ts';

export interface Button { readonly text: string; readonly callback_data?: string; readonly url?: string }
export interface Shown {
  readonly id: number;
  readonly by: 'bot' | 'person';
  readonly kind: 'text' | 'photo' | 'document';
  readonly text: string;
  readonly rows: readonly (readonly Button[])[];
  /** The body of the call as it was sent; of an edit, over the one before. Empty for a person's own. */
  readonly payload: Payload;
}

export interface Listed { readonly command: string; readonly description: string }

export interface Chats {
  /** The messages that a person sees, oldest first. */
  seen(chat: string): readonly Shown[];
  /** Everything that the bot ever sent there. */
  sent(chat: string): readonly Shown[];
  /** The list of commands that a person sees in the chat. */
  commands(chat: string): readonly Listed[];
  /** Message ids count up for each chat. */
  heard(chat: string, text: string): number;
  /** The result of a call, or the description of Telegram's refusal. */
  call(method: string, payload: Payload): { readonly result: unknown } | { readonly refused: string };
}

export function openChats(bot: { readonly id: number; readonly name: string }, firstMessage: number): Chats {
  const chats = new Map<string, Map<number, Shown>>();
  const everything = new Map<string, Shown[]>();
  const lists = new Map<string, readonly Listed[]>();
  const texts = new Map<string, string>();
  let next = firstMessage;

  const chatOf = (chat: string): Map<number, Shown> => {
    const known = chats.get(chat) ?? new Map<number, Shown>();
    chats.set(chat, known);
    return known;
  };
  const add = (chat: string, shown: Omit<Shown, 'id'>): number => {
    next += 1;
    const message = { ...shown, id: next };
    chatOf(chat).set(next, message);
    if (shown.by === 'bot') everything.set(chat, [...(everything.get(chat) ?? []), message]);
    return next;
  };
  const rowsOf = (payload: Payload): Shown['rows'] => (payload['reply_markup'] as { inline_keyboard?: Shown['rows'] } | undefined)?.inline_keyboard ?? [];
  const listName = (payload: Payload): string => JSON.stringify([payload['scope'] ?? { type: 'default' }, payload['language_code'] ?? '']);

  function edit(chat: string, payload: Payload, text: string | null): { readonly result: unknown } | { readonly refused: string } {
    const messages = chatOf(chat);
    const before = messages.get(Number(payload['message_id']));
    // A chat that this server never saw: a test that looks at the call alone.
    if (!before) return messages.size === 0 ? { result: true } : { refused: 'Bad Request: message to edit not found' };
    const after: Shown = { ...before, text: text ?? before.text, rows: rowsOf(payload), payload: { ...before.payload, reply_markup: undefined, ...payload } };
    if (after.text === before.text && JSON.stringify(after.rows) === JSON.stringify(before.rows)) return { refused: 'Bad Request: message is not modified: specified new message content and reply markup are exactly the same' };
    messages.set(before.id, after);
    return { result: true };
  }

  return {
    seen: (chat) => [...chatOf(chat).values()],
    sent: (chat) => everything.get(chat) ?? [],
    commands: (chat) => lists.get(JSON.stringify([{ type: 'chat', chat_id: Number(chat) }, ''])) ?? lists.get(JSON.stringify([{ type: 'all_private_chats' }, ''])) ?? [],
    heard: (chat, text) => add(chat, { by: 'person', kind: 'text', text, rows: [], payload: {} }),
    call(method, payload) {
      const chat = wordOf(payload['chat_id']);
      switch (method) {
        case 'getMe': return { result: { id: bot.id, is_bot: true, first_name: 'Mend', username: bot.name } };
        case 'sendMessage': return { result: { message_id: add(chat, { by: 'bot', kind: 'text', text: String(payload['text']), rows: rowsOf(payload), payload }), date: 0, chat: { id: Number(chat), type: 'private' } } };
        case 'sendPhoto': case 'sendDocument': {
          const kind = method === 'sendPhoto' ? 'photo' : 'document';
          return { result: { message_id: add(chat, { by: 'bot', kind, text: wordOf(payload['caption']), rows: rowsOf(payload), payload }), date: 0, chat: { id: Number(chat), type: 'private' } } };
        }
        case 'editMessageText': return edit(chat, payload, String(payload['text']));
        case 'editMessageReplyMarkup': return edit(chat, payload, null);
        case 'deleteMessage': return chatOf(chat).size === 0 || chatOf(chat).delete(Number(payload['message_id'])) ? { result: true } : { refused: 'Bad Request: message to delete not found' };
        case 'deleteMessages':
          for (const id of payload['message_ids'] as readonly number[]) chatOf(chat).delete(id);
          return { result: true };
        case 'getMyCommands': return { result: lists.get(listName(payload)) ?? [] };
        case 'setMyCommands': lists.set(listName(payload), payload['commands'] as readonly Listed[]); return { result: true };
        case 'deleteMyCommands': lists.delete(listName(payload)); return { result: true };
        case 'getMyDescription': return { result: { description: texts.get('description') ?? '' } };
        case 'setMyDescription': texts.set('description', String(payload['description'])); return { result: true };
        case 'getMyShortDescription': return { result: { short_description: texts.get('short') ?? '' } };
        case 'setMyShortDescription': texts.set('short', String(payload['short_description'])); return { result: true };
        default: return { result: true };
      }
    },
  };
}
