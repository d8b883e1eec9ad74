/** A parcel's work as Bot API calls, each with what may be done when its result is unknown. */
import type { Api } from 'grammy';
import type { Message } from '../../conversation/message.ts';
import type { Parcel, Work } from '../../conversation/parcel.ts';
import type { Call } from '../delivery.ts';
import { failureOf, isRefused, isUnknownThere } from './failure.ts';
import { InputFile } from './library.ts';
import { coverCommands } from './profile.ts';
import { nowhere } from './receive.ts';
import { chosenKeyboard, render, renderEdit, type Keyboard, type Sending } from './render.ts';
import type { Words } from './words.ts';

export type DrawChart = (chart: Message & { readonly kind: 'chart' }) => Promise<Uint8Array>;

export interface Wire {
  readonly api: Api;
  /** The bot's own name, for links to it. */
  readonly botName: () => string;
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

async function callsOf(wire: Wire, to: string, parcel: Parcel, work: Work): Promise<readonly Call[]> {
  const { api } = wire;
  const chat = Number(to);
  switch (work.kind) {
    case 'send': {
      const sendings = (await Promise.all(work.messages.map((message) => sendingsOf(withLink(message, wire.botName()), wire.drawChart)))).flat();
      return sendings.map((sending) => ({ repeatable: false, courtesy: false, run: async () => {
        await wire.turn(to, parcel);
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
      if (isGroup(to) || work.ref === nowhere) return [];
      // A secret press leaves nothing on the screen; a message older than 48 h cannot be deleted, its buttons can.
      return [tidy(() => chosen === null
        ? api.deleteMessage(chat, Number(work.ref)).catch(() => api.editMessageReplyMarkup(chat, Number(work.ref)))
        : api.editMessageReplyMarkup(chat, Number(work.ref), { reply_markup: markup(chosenKeyboard(chosen)) }))];
    }
    case 'delete': {
      const ids = work.refs.map(Number);
      return Array.from({ length: Math.ceil(ids.length / deleteAtOnce) }, (_, index) => ids.slice(index * deleteAtOnce, (index + 1) * deleteAtOnce))
        .map((some) => tidy(() => deleteAll(api, chat, some)));
    }
    case 'cover': return isGroup(to) ? [] : [tidy(() => coverCommands(api, chat, wire.words, work.on))];
    default: return work satisfies never;
  }
}

const isGroup = (chat: string): boolean => chat.startsWith('-');

/** Where they are refused together, each that can go goes: whoever hides must not be left with a whole page because of one old message. */
async function deleteAll(api: Api, chat: number, messages: number[]): Promise<void> {
  try {
    await api.deleteMessages(chat, messages);
  } catch (error) {
    if (!isRefused(error)) throw error;
    for (const message of messages) await api.deleteMessage(chat, message).catch((reason: unknown) => { if (!isRefused(reason)) throw reason; });
  }
}

/** https://core.telegram.org/bots/features#deep-linking */
function withLink(message: Message, bot: string): Message {
  return message.link === undefined ? message : { ...message, text: `${message.text}\n\n${message.link.words} https://t.me/${bot}?start=${message.link.start}` };
}

async function sendingsOf(message: Message, draw: DrawChart | null): Promise<readonly Sending[]> {
  if (message.kind !== 'chart' || !draw) return render(message, null);
  return render(message, await draw(message).catch(() => null));
}

async function send(api: Api, chat: number, sending: Sending): Promise<readonly string[]> {
  const extra = sending.keyboard ? { reply_markup: markup(sending.keyboard) } : {};
  if (sending.method === 'sendMessage') return refsOf(await api.sendMessage(chat, sending.text, { ...extra, ...noPreview }));
  const file = new InputFile(sending.file.bytes, sending.file.name);
  const other = sending.caption === null ? extra : { ...extra, caption: sending.caption };
  if (sending.method === 'sendDocument') return refsOf(await api.sendDocument(chat, file, other));
  const { caption } = sending;
  return refsOf(await api.sendPhoto(chat, file, other).catch((error: unknown) => {
    // A chat may take words and no pictures, and something in between may find a picture too large.
    if (caption === null || !(isRefused(error) || failureOf(error).kind === 'not-done')) throw error;
    return api.sendMessage(chat, caption, { ...extra, ...noPreview });
  }));
}

/** None where the server does not say which message it made. */
function refsOf(sent: { readonly message_id: number } | null | undefined): readonly string[] {
  return sent && Number.isSafeInteger(sent.message_id) ? [String(sent.message_id)] : [];
}

function tidy(run: () => Promise<unknown>): Call {
  const done = async (): Promise<readonly string[]> => {
    // A server that does not know the method will not know it in a minute either.
    await run().catch((error: unknown) => { if (!isUnknownThere(error)) throw error; });
    return [];
  };
  return { run: done, repeatable: true, courtesy: true };
}

function markup(keyboard: Keyboard): { inline_keyboard: { text: string; callback_data: string }[][] } {
  return { inline_keyboard: keyboard.inline_keyboard.map((row) => row.map((button) => ({ ...button }))) };
}
