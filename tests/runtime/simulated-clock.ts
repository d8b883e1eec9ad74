/** A clock that a test holds in its hand: time passes only in `pass`, timers fire in order. */
import type { Clock } from '../../src/runtime/clock.ts';

export interface SimulatedClock extends Clock {
  /** Lets `ms` pass; what timers set in motion is done before it resolves. */
  pass(ms: number): Promise<void>;
  /** Somebody sets the clock of the machine; what waits, waits as long as before. */
  set(to: number): Promise<void>;
  /** How many timers wait. */
  readonly waiting: number;
}

export function simulatedClock(start = Date.UTC(2026, 10, 22, 12)): SimulatedClock {
  let now = start;
  let ran = 0;
  let count = 0;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  const next = (until: number): { readonly id: number; readonly at: number; readonly run: () => void } | undefined =>
    [...timers].map(([id, timer]) => ({ id, ...timer })).filter(timer => timer.at <= until).toSorted((a, b) => a.at - b.at || a.id - b.id)[0];
  return {
    now: () => now,
    elapsed: () => ran,
    after(ms, run) {
      count += 1;
      const id = count;
      timers.set(id, { at: now + ms, run });
      return () => timers.delete(id);
    },
    async pass(ms) {
      const until = now + ms;
      await quiet();
      for (let timer = next(until); timer; timer = next(until)) {
        timers.delete(timer.id);
        ran += timer.at - now;
        now = timer.at;
        timer.run();
        await quiet();
      }
      ran += until - now;
      now = until;
    },
    async set(to) {
      await quiet();
      for (const [id, timer] of timers) timers.set(id, { at: timer.at + to - now, run: timer.run });
      now = to;
    },
    get waiting() { return timers.size; },
  };
}

/** Lets every promise that can settle do so. */
export function quiet(): Promise<void> {
  return new Promise(resolve => {
    let left = 8;
    const turn = (): void => { left -= 1; if (left === 0) resolve(); else setImmediate(turn); };
    turn();
  });
}
