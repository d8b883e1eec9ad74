/** A parcel's work as Bot API calls, each with what may be done when its result is unknown. */
import { InputFile, type Api } from 'grammy';
import type { Message } from '../../conversation/message.ts';
import type { Parcel, Work } from '../../conversation/parcel.ts';
import type { Call } from '../delivery.ts';
import { coverCommands } from './profile.ts';
import { chosenKeyboard, render, renderEdit, type Keyboard, type Sending } from './render.ts';
import type { Words } from './words.ts';

export type DrawChart = (chart: Message & { readonly kind: 'chart' }) => Promise<Uint8Array>;

export interface Wire {
  readonly api: Api;
  readonly words: readonly Words[];
  readonly drawChart: DrawChart | null;
  /** Resolves when a message of this parcel may go to the chat. */
  readonly turn: (chat: string, parcel: Parcel) => Promise<void>;
}

/** `deleteMessages` takes so many at once (https://core.telegram.org/bots/api#deletemessages). */
const deleteAtOnce = 100;
const noPreview = { link_preview_options: { is_disabled: true } } as const;

export async function callsFor(wire: Wire, chat: string, parcel: Parcel): Promise<readonly Call[]> {
  return (await Promise.all(parcel.work.map((work) => callsOf(wire, chat, parcel, work)))).flat();
}

async function callsOf(wire: Wire, chat: string, parcel: Parcel, work: Work): Promise<readonly Call[]> {
  const { api } = wire;
  switch (work.kind) {
    case 'send': {
      const sendings = (await Promise.all(work.messages.map((message) => sendingsOf(message, wire.drawChart)))).flat();
      return sendings.map((sending) => ({ repeatable: false, courtesy: false, run: async () => {
        await wire.turn(chat, parcel);
        return send(api, chat, sending);
      } }));
    }
    case 'revise': {
      const { text, keyboard } = renderEdit(work.message);
      return [tidy(() => api.editMessageText(chat, Number(work.ref), text, { reply_markup: markup(keyboard), ...noPreview }))];
    }
    case 'mark': {
      const chosen = work.chosen;
      // In a group the buttons are for everybody.
      if (isGroup(chat)) return [];
      // A secret press leaves nothing on the screen; a message older than 48 h cannot be deleted, its buttons can.
      return [tidy(() => chosen === null
        ? api.deleteMessage(chat, Number(work.ref)).catch(() => api.editMessageReplyMarkup(chat, Number(work.ref)))
        : api.editMessageReplyMarkup(chat, Number(work.ref), { reply_markup: markup(chosenKeyboard(chosen)) }))];
    }
    case 'delete': {
      const ids = work.refs.map(Number);
      return Array.from({ length: Math.ceil(ids.length / deleteAtOnce) }, (_, index) => ids.slice(index * deleteAtOnce, (index + 1) * deleteAtOnce))
        .map((some) => tidy(() => api.deleteMessages(chat, some)));
    }
    case 'cover': return isGroup(chat) ? [] : [tidy(() => coverCommands(api, chat, wire.words, work.on))];
    default: return work satisfies never;
  }
}

export const isGroup = (chat: string): boolean => chat.startsWith('-');

async function sendingsOf(message: Message, draw: DrawChart | null): Promise<readonly Sending[]> {
  if (message.kind !== 'chart' || !draw) return render(message, null);
  return render(message, await draw(message).catch(() => null));
}

async function send(api: Api, chat: string, sending: Sending): Promise<readonly string[]> {
  const extra = sending.keyboard ? { reply_markup: markup(sending.keyboard) } : {};
  if (sending.method === 'sendMessage') {
    const sent = await api.sendMessage(chat, sending.text, { ...extra, ...noPreview });
    return [String(sent.message_id)];
  }
  const file = new InputFile(sending.file.bytes, sending.file.name);
  const other = sending.caption === null ? extra : { ...extra, caption: sending.caption };
  const sent = sending.method === 'sendPhoto' ? await api.sendPhoto(chat, file, other) : await api.sendDocument(chat, file, other);
  return [String(sent.message_id)];
}

function tidy(run: () => Promise<unknown>): Call {
  return { run: async () => { await run(); return []; }, repeatable: true, courtesy: true };
}

function markup(keyboard: Keyboard): { inline_keyboard: { text: string; callback_data: string }[][] } {
  return { inline_keyboard: keyboard.inline_keyboard.map((row) => row.map((button) => ({ ...button }))) };
}
