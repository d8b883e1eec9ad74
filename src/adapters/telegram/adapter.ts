/**
 * Telegram by long polling or webhook, through grammY's Api alone: no bot framework, no retries, no sessions.
 * What the conversation needs is in `receive.ts` and `render.ts`; this file only talks.
 */
import { Api, GrammyError, InputFile } from 'grammy';
import type { Update } from 'grammy/types';
import type { Event } from '../../conversation/event.ts';
import type { Message } from '../../conversation/message.ts';
import type { Parcel, Work } from '../../conversation/parcel.ts';
import type { Adapter, Inbox } from '../adapter.ts';
import { CannotStart, type Notice } from '../cannot-start.ts';
import { carry, type Call } from '../delivery.ts';
import { failureOf } from './failure.ts';
import { poll, type Intake } from './poll.ts';
import { chatOf, receive, type Circumstances } from './receive.ts';
import { listen, type WebhookOptions } from './webhook.ts';
import { chosenKeyboard, render, renderEdit, type Keyboard, type Sending } from './render.ts';

export interface TelegramOptions {
  readonly token: string;
  /** A local Bot API server, without a slash at the end; Telegram's own by default. */
  readonly apiRoot?: string;
  readonly now: () => number;
  /** PNG of a chart; without it a chart is its text. */
  readonly drawChart?: (chart: Message & { readonly kind: 'chart' }) => Promise<Uint8Array>;
  readonly notice: (notice: Notice) => void;
  /** Updates come by webhook instead of polling. */
  readonly webhook?: WebhookOptions;
  /** How long a poll waits at Telegram, in seconds. */
  readonly pollSeconds?: number;
  /** After so long without an answer the result of a send is unknown, in seconds. */
  readonly sendSeconds?: number;
}

const refusedNotice: Notice = { code: 'telegram-refused', sentence: 'Telegram refused a message of the bot as malformed. The person did not get it. Please report this as a bug.' };

/** `deleteMessages` takes so many at once. */
const deleteAtOnce = 100;

export function telegram(options: TelegramOptions): Adapter {
  const root = options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot };
  const pollSeconds = options.pollSeconds ?? 25;
  const sends = new Api(options.token, { ...root, timeoutSeconds: options.sendSeconds ?? 15 });
  const polls = new Api(options.token, { ...root, timeoutSeconds: pollSeconds + 15 });
  let intake: Intake | null = null;

  async function start(inbox: Inbox): Promise<void> {
    const me = await sends.getMe().catch((error: unknown) => { throw cannotStart(error); });
    const bot = { id: me.id, name: me.username };
    const handle = async (update: Update): Promise<void> => {
      if (update.callback_query) void sends.answerCallbackQuery(update.callback_query.id).catch(() => false);
      const event = understood(update, { bot, at: options.now(), moderator: await isModerator(update) });
      if (event) await inbox(event);
    };
    intake = await takeFrom(handle).catch((error: unknown) => { throw error instanceof CannotStart ? error : cannotStart(error); });
  }

  async function takeFrom(handle: (update: Update) => Promise<void>): Promise<Intake> {
    if (options.webhook) return listen(sends, options.webhook, handle);
    await sends.deleteWebhook();
    return poll(polls, pollSeconds, handle, options.notice);
  }

  /** An update of a shape that nobody foresaw must not hold up all that follow. */
  function understood(update: Update, circumstances: Circumstances): Event | null {
    try {
      return receive(update, circumstances);
    } catch {
      options.notice({ code: 'telegram-update', sentence: 'Telegram sent an update that the bot cannot read. It was left out. Please report this as a bug.' });
      return null;
    }
  }

  /** Asked anew every time: who may moderate can change between two presses. */
  async function isModerator(update: Update): Promise<boolean> {
    const from = (update.message ?? update.callback_query)?.from;
    const chat = chatOf(update);
    const asks = update.callback_query !== undefined || update.message?.text?.startsWith('/') === true;
    if (!from || !asks || chat >= 0) return false;
    const member = await sends.getChatMember(chat, from.id).catch(() => null);
    return member?.status === 'administrator' || member?.status === 'creator';
  }

  async function callsFor(chat: string, work: Work): Promise<readonly Call[]> {
    switch (work.kind) {
      case 'send': return (await Promise.all(work.messages.map((message) => sendings(message)))).flat().map((sending) => once(() => send(chat, sending)));
      case 'revise': {
        const { text, keyboard } = renderEdit(work.message);
        return [tidy(() => sends.editMessageText(chat, Number(work.ref), text, { reply_markup: markup(keyboard), link_preview_options: { is_disabled: true } }))];
      }
      case 'mark': {
        const chosen = work.chosen;
        // In a group the buttons are for everybody.
        if (chat.startsWith('-')) return [];
        // A secret press leaves nothing on the screen.
        return [tidy(() => chosen === null
          ? sends.deleteMessage(chat, Number(work.ref))
          : sends.editMessageReplyMarkup(chat, Number(work.ref), { reply_markup: markup(chosenKeyboard(chosen)) }))];
      }
      case 'delete': {
        const ids = work.refs.map(Number);
        return Array.from({ length: Math.ceil(ids.length / deleteAtOnce) }, (_, index) => ids.slice(index * deleteAtOnce, (index + 1) * deleteAtOnce))
          .map((some) => tidy(() => sends.deleteMessages(chat, some)));
      }
      default: return work satisfies never;
    }
  }

  async function sendings(message: Message): Promise<readonly Sending[]> {
    if (message.kind !== 'chart' || !options.drawChart) return render(message, null);
    return render(message, await options.drawChart(message).catch(() => null));
  }

  async function send(chat: string, sending: Sending): Promise<readonly string[]> {
    const extra = sending.keyboard ? { reply_markup: markup(sending.keyboard) } : {};
    if (sending.method === 'sendMessage') {
      const sent = await sends.sendMessage(chat, sending.text, { ...extra, link_preview_options: { is_disabled: true } });
      return [String(sent.message_id)];
    }
    const file = new InputFile(sending.file.bytes, sending.file.name);
    const other = sending.caption === null ? extra : { ...extra, caption: sending.caption };
    const sent = sending.method === 'sendPhoto' ? await sends.sendPhoto(chat, file, other) : await sends.sendDocument(chat, file, other);
    return [String(sent.message_id)];
  }

  return {
    name: 'telegram',
    routes: ['telegram'],
    start,
    async stop() { await intake?.stop(); },
    async deliver(parcel: Parcel) {
      const route = parcel.route;
      if (route.kind !== 'telegram') return { settled: { kind: 'closed' } };
      const calls = (await Promise.all(parcel.work.map((work) => callsFor(route.id, work)))).flat();
      const delivery = await carry(parcel, calls, failureOf, options.now);
      if (delivery.settled.kind === 'closed' && !delivery.trouble) options.notice(refusedNotice);
      return delivery;
    },
  };
}

function once(run: Call['run']): Call {
  return { run, repeatable: false, courtesy: false };
}

function tidy(run: () => Promise<unknown>): Call {
  return { run: async () => { await run(); return []; }, repeatable: true, courtesy: true };
}

function markup(keyboard: Keyboard): { inline_keyboard: { text: string; callback_data: string }[][] } {
  return { inline_keyboard: keyboard.inline_keyboard.map((row) => row.map((button) => ({ ...button }))) };
}

/** No `cause`: a network error of grammY holds the address, and with it the token. */
function cannotStart(error: unknown): CannotStart {
  if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
    return new CannotStart('wrong-token', 'Telegram does not accept TELEGRAM_BOT_TOKEN. Ask @BotFather for the current token; it looks like 123456:ABC-DEF.');
  }
  if (error instanceof GrammyError) return new CannotStart('refused', `Telegram refused to start the bot (error ${error.error_code}). Try again in a minute.`);
  return new CannotStart('unreachable', 'Telegram cannot be reached. Check the network, and TELEGRAM_API_ROOT where it is set.');
}
