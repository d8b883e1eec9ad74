/**
 * Telegram by long polling or webhook, through grammY's Api alone: no bot framework, no retries, no sessions.
 * What the conversation needs is in `receive.ts` and `render.ts`; this file only talks.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { Event } from '../../conversation/event.ts';
import type { Parcel } from '../../conversation/parcel.ts';
import type { Adapter, Delivery, Inbox } from '../adapter.ts';
import type { Notice } from '../cannot-start.ts';
import { carry } from '../delivery.ts';
import { callsFor, type DrawChart, type Wire } from './calls.ts';
import { connectionsTo } from './connections.ts';
import { failureOf } from './failure.ts';
import { linkOfPress, publicLines, type Line } from './group.ts';
import { Api } from './library.ts';
import { allowed, openPace, type Rates } from './pace.ts';
import { patiently, type Patience } from './patience.ts';
import { poll, wanted, type Intake } from './poll.ts';
import { showProfile } from './profile.ts';
import { chatOf, receive, type Circumstances } from './receive.ts';
import { typingDuring } from './typing.ts';
import { listen, type WebhookOptions } from './webhook.ts';
import type { Words } from './words.ts';

export interface TelegramOptions {
  readonly token: string;
  /** A local Bot API server, without a slash at the end; Telegram's own by default. */
  readonly apiRoot?: string;
  readonly now: () => number;
  /** PNG of a chart; without it a chart is its text. */
  readonly drawChart?: DrawChart;
  /** Commands and lines around the chat; without them Telegram shows what it showed before. */
  readonly words?: readonly Words[];
  readonly notice: (notice: Notice) => void;
  /** Updates come by webhook instead of polling. */
  readonly webhook?: WebhookOptions;
  /** How long a poll waits at Telegram, in seconds. */
  readonly pollSeconds?: number;
  /** After so long without an answer the result of a send is unknown, in seconds. */
  readonly sendSeconds?: number;
  /** How long a start waits for a Telegram that cannot be reached or is out of order, in ms. */
  readonly startPatience?: number;
  /** How fast messages may go out; what Telegram documents by default. */
  readonly rates?: Rates;
}

const refusedNotice: Notice = { code: 'telegram-refused', sentence: 'Telegram refused a message of the bot as malformed. The person did not get it. Please report this as a bug.' };

const profileNotice: Notice = { code: 'telegram-profile', sentence: 'The list of commands and the page of the bot could not be brought up to date. It is tried again at the next start.' };

export function telegram(options: TelegramOptions): Adapter {
  const root = { ...(options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot }), baseFetchConfig: connectionsTo(options.apiRoot) };
  const pollSeconds = options.pollSeconds ?? 25;
  const sends = new Api(options.token, { ...root, timeoutSeconds: options.sendSeconds ?? 15 });
  const polls = new Api(options.token, { ...root, timeoutSeconds: pollSeconds + 15 });
  const words = options.words ?? [];
  const pace = openPace(options.rates ?? allowed, () => performance.now(), (ms) => pause(ms));
  const wire: Wire = { api: sends, botName: () => name, words, drawChart: options.drawChart ?? null, turn: (chat, parcel) => pace.turn(chat, parcel.id, parcel.cls === 'safety') };
  const publicLine = publicLines(words, options.now);
  let intake: Intake | null = null;
  let stopped = false;
  let name = '';

  async function start(inbox: Inbox): Promise<void> {
    const patience = { ms: options.startPatience ?? 120_000, notice: options.notice, stopped: () => stopped };
    const bot = await patiently(() => sends.getMe().then((me) => ({ id: me.id, name: me.username ?? '' })), patience);
    name = bot.name;
    const handle = async (update: Update): Promise<void> => {
      const { event, line } = await understood(update, bot);
      if (line) void sayInPublic(line);
      if (event) await typingDuring(inbox(event), () => { if ('here' in event && event.place === undefined) void typing(event.here.id); });
    };
    if (words.length > 0) void showProfile(sends, words).then((whole) => { if (!whole) options.notice(profileNotice); });
    intake = await takeFrom(handle, patience);
    if (stopped) await intake.stop();
  }

  async function takeFrom(handle: (update: Update) => Promise<void>, patience: Patience): Promise<Intake> {
    const { webhook } = options;
    if (webhook) return listen(() => patiently(() => sends.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: wanted }), patience), webhook, handle);
    const unhook = (): Promise<unknown> => sends.deleteWebhook().catch(() => false);
    await unhook();
    return poll(polls, pollSeconds, handle, { now: options.now, notice: options.notice, unhook });
  }

  /** Never rejects: an update of a shape that nobody foresaw must not hold up all that follow. */
  async function understood(update: Update, bot: Circumstances['bot']): Promise<{ readonly event: Event | null; readonly line: Line | null }> {
    try {
      const link = linkOfPress(update, bot);
      if (update.callback_query) void sends.answerCallbackQuery(update.callback_query.id, link === null ? {} : { url: link }).catch(() => false);
      if (link !== null) return { event: null, line: null };
      const event = receive(update, { bot, at: options.now(), moderator: await isModerator(update) });
      return { event, line: event ? null : publicLine(update, bot) };
    } catch {
      options.notice({ code: 'telegram-update', sentence: 'Telegram sent an update that the bot cannot read. It was left out. Please report this as a bug.' });
      return { event: null, line: null };
    }
  }

  /** Asked anew every time: who may moderate can change between two presses. */
  async function isModerator(update: Update): Promise<boolean> {
    const from = (update.message ?? update.callback_query)?.from;
    const chat = chatOf(update);
    const asks = update.callback_query !== undefined || update.message?.text?.startsWith('/') === true;
    if (!from || !asks || chat >= 0) return false;
    // Whoever speaks as the group itself runs it: an administrator who stays anonymous.
    if (update.message?.sender_chat?.id === chat) return true;
    const member = await sends.getChatMember(chat, from.id).catch(() => null);
    return member?.status === 'administrator' || member?.status === 'creator';
  }

  async function typing(chat: string): Promise<void> {
    await sends.sendChatAction(chat, 'typing').catch(() => false);
  }

  /** A courtesy: when it fails, nobody misses it. */
  async function sayInPublic({ chat, text, label, url }: Line): Promise<void> {
    await sends.sendMessage(chat, text, { reply_markup: { inline_keyboard: [[{ text: label, url }]] }, link_preview_options: { is_disabled: true } }).catch(() => null);
  }

  async function carried(chat: string, parcel: Parcel): Promise<Delivery> {
    return carry(parcel, await callsFor(wire, chat, parcel), failureOf, options.now);
  }

  /** A group that became a supergroup has a new id: what was refused there goes to the new one at once. */
  async function followed(parcel: Parcel, delivery: Delivery): Promise<Delivery> {
    const { settled, trouble } = delivery;
    if (settled.kind !== 'closed' || trouble?.what !== 'moved' || trouble.to === undefined) return delivery;
    const further = await carried(trouble.to, { ...parcel, ...(settled.progress ? { progress: settled.progress } : {}) });
    return { settled: further.settled, trouble };
  }

  return {
    name: 'telegram',
    routes: ['telegram'],
    gate: pace.gate,
    start,
    async stop() {
      stopped = true;
      await intake?.stop();
    },
    async deliver(parcel: Parcel) {
      const route = parcel.route;
      if (route.kind !== 'telegram') return { settled: { kind: 'closed' } };
      const delivery = await followed(parcel, await carried(route.id, parcel));
      pace.done(parcel.id);
      if (delivery.settled.kind === 'closed' && !delivery.trouble) options.notice(refusedNotice);
      return delivery;
    },
  };
}
