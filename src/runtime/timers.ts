/**
 * Brings due timers as turns, at the start and while running, and wakes the courier when a retry is due.
 *
 * The wait is never longer than a minute: a timer of Node holds at most 24.8 days, and the clock of the machine
 * may jump. It is never zero either: what cannot be done now is tried again after a pause, not in a busy loop.
 *
 * Where thousands are due at once, half of the time is left to others: somebody who writes just then may be in danger.
 */
import type { Event } from '../conversation/event.ts';
import type { Store } from '../store/store.ts';
import type { Receipt } from './bot.ts';
import type { Clock } from './clock.ts';
import type { Doubt } from './doubt.ts';
import type { Log } from './log.ts';

export interface Timers {
  start(): void;
  /** A timer was set or taken back. */
  wake(): void;
  /** Resolves when no due event is in hand. */
  stop(): Promise<void>;
}

export interface TimersParts {
  readonly store: Pick<Store<never, never>, 'due' | 'nextDue' | 'sweep'>;
  readonly receive: (event: Event) => Promise<Receipt>;
  /** A retry may be due. */
  readonly wakeCourier: () => void;
  readonly doubt: Doubt;
  readonly clock: Clock;
  readonly log: Log;
}

const longestWait = 60_000;
const shortestWait = 50;
/** After a round in which nothing could be done, in ms. */
const pause = 5_000;
const longestBreath = 1_000;
const sweepEvery = 3_600_000;
/** The first one comes soon after the start: a process may never live for an hour. */
const firstSweep = 30_000;
const atOnce = 32;

export function createTimers(parts: TimersParts): Timers {
  const { store, clock, log } = parts;
  let stopping = false;
  let cancel: (() => void) | null = null;
  let round: Promise<void> | null = null;
  let again = false;
  /** Rounds in a row that found a retry waiting for the courier. */
  let overdue = 0;
  let seen = clock.now();
  let swept = clock.now() - sweepEvery + firstSweep;

  const run = (): void => {
    cancel?.();
    cancel = null;
    again = true;
    round ??= rounds().finally(() => { round = null; });
  };

  const rounds = async (): Promise<void> => {
    let wait = longestWait;
    while (again && !stopping) {
      again = false;
      const started = clock.now();
      wait = await once();
      if (wait !== 0) continue;
      again = true;
      await breath(clock.now() - started);
    }
    if (!stopping) cancel = clock.after(wait, run);
  };

  /** As long as the round took; nothing where it took none. */
  const breath = (ms: number): Promise<void> => ms <= 0 ? Promise.resolve() : new Promise(resolve => void clock.after(Math.min(longestBreath, ms), resolve));

  /** Does what is due and says how long to wait; 0 when there may be more. */
  const once = async (): Promise<number> => {
    try {
      const { waits, sweeps } = await parts.doubt.look();
      if (sweeps) await sweepSometimes();
      // What waits for a time that is far away again.
      if (clock.now() < seen - longestWait) parts.wakeCourier();
      seen = clock.now();
      const events = await store.due(clock.now(), atOnce, waits);
      const receipts = await Promise.all(events.map(parts.receive));
      if (receipts.some(receipt => receipt.outcome === 'done')) return 0;
      if (events.length > 0) return pause;
      if (waits !== null) {
        parts.wakeCourier();
        return pause;
      }
      const next = await store.nextDue();
      const left = next === null ? longestWait : next - clock.now();
      if (left > 0) {
        overdue = 0;
        return Math.min(longestWait, Math.max(shortestWait, left));
      }
      // Due already, and no timer: a retry, which is the courier's. Another one may be due soon, which this one hides.
      parts.wakeCourier();
      overdue += 1;
      return Math.min(pause, shortestWait * 2 ** (overdue - 1));
    } catch (error) {
      log.error('Due timers could not be read.', { error });
      return pause;
    }
  };

  const sweepSometimes = async (): Promise<void> => {
    if (clock.now() - swept < sweepEvery && clock.now() >= swept) return;
    swept = clock.now();
    await store.sweep(swept);
  };

  return {
    start: run,
    wake: () => { if (!stopping) run(); },
    async stop() {
      stopping = true;
      cancel?.();
      await round;
    },
  };
}
