/**
 * How fast messages may go out: about 30 a second to everybody and one a second to one chat, with short bursts, 20 a minute to a group
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). What Telegram asks for beyond that (429) is the
 * outbox's to wait for. Two generic cell rate algorithms (ITU-T I.371), on a clock that never jumps.
 */
import type { Gate } from '../adapter.ts';

export interface Pace {
  readonly gate: Gate;
  /**
   * Resolves when the message may go; rejects with `TooSoon` where that is not in a moment: what waits for long belongs into the outbox,
   * where a kill leaves no doubt about it. `urgent` never waits, and counts. The first message of a parcel was counted at the gate.
   */
  turn(chat: string, parcel: number, urgent: boolean): Promise<void>;
  /** The parcel is out of hand, whether it had a message or not. */
  done(parcel: number): void;
}

export class TooSoon extends Error {
  override name = 'TooSoon';
  readonly ms: number;
  constructor(ms: number) {
    super(`the chat may be written to in ${ms} ms`);
    this.ms = ms;
  }
}

/** Waited for in the process, in ms. */
const moment = 150;

/** One message every `interval` ms, `burst` at once. */
export interface Rate { readonly interval: number; readonly burst: number }
export interface Rates { readonly all: Rate; readonly chat: Rate; readonly group: Rate }

/** In no second more than 30, in no minute more than 20 to a group. */
export const allowed: Rates = { all: { interval: 40, burst: 3 }, chat: { interval: 1000, burst: 6 }, group: { interval: 3500, burst: 3 } };

/** `now`: ms on a clock that only goes forward; `wait` resolves after so many ms. */
export function openPace(rates: Rates, now: () => number, wait: (ms: number) => Promise<void>): Pace {
  const chats = new Map<string, number>();
  const counted = new Set<number>();
  let all = 0;

  const until = (free: number, rate: Rate): number => free - (rate.burst - 1) * rate.interval - now();
  const countAll = (): void => { all = Math.max(all, now()) + rates.all.interval; };

  function countChat(chat: string, rate: Rate): void {
    const free = chats.get(chat) ?? 0;
    chats.delete(chat);
    chats.set(chat, Math.max(free, now()) + rate.interval);
    // The longest untouched are in front.
    for (const [other, at] of chats) {
      if (at >= now()) break;
      chats.delete(other);
    }
  }

  return {
    gate: {
      open: () => Math.max(0, Math.min(rates.all.burst, Math.floor((now() - all) / rates.all.interval + rates.all.burst))),
      opensIn: () => Math.max(1, Math.ceil(until(all, rates.all))),
      passed(parcels) {
        for (const parcel of parcels) {
          counted.add(parcel);
          countAll();
        }
      },
    },
    async turn(chat, parcel, urgent) {
      const first = counted.delete(parcel);
      const rate = chat.startsWith('-') ? rates.group : rates.chat;
      const ms = Math.max(first ? 0 : until(all, rates.all), until(chats.get(chat) ?? 0, rate));
      if (!urgent && ms > moment) {
        if (first) all -= rates.all.interval;
        throw new TooSoon(Math.ceil(ms));
      }
      if (!first) countAll();
      countChat(chat, rate);
      if (!urgent && ms > 0) await wait(ms);
    },
    done: (parcel) => void counted.delete(parcel),
  };
}
