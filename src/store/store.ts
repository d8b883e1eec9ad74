/**
 * Everything that survives a restart. One turn is one transaction; what leaves the process is claimed first.
 * Implemented on SQLite (`sqlite.ts`); the contract suite in `tests/store/contract.ts` holds for every implementation.
 */
import type { Event, PersonId } from '../conversation/event.ts';
import type { Decide } from '../conversation/effect.ts';
import type { Parcel, Settled } from '../conversation/parcel.ts';

/**
 * - `done`: committed now.
 * - `seen`: this event id was handled before; nothing happened.
 * - `set-aside`: the event failed too often and was quarantined; the queue goes on.
 */
export type TurnOutcome = 'done' | 'seen' | 'set-aside';

/** The database cannot take the turn now (full disk, lost file); nothing of it was kept. */
export class Unavailable extends Error {
  override name = 'Unavailable';
  readonly code: string;
  constructor(message: string, code: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** All in ms UTC, by the clock of the machine. `since`: in doubt since then; null where it is not. */
export interface KeptTime { readonly sure: number; readonly seen: number; readonly since: number | null }

export interface Store<P, L> {
  /** Settles, for `seen` too, only when the outcome is durable; rejects with `Unavailable` when nothing was kept. */
  turn(event: Event, decide: Decide<P, L>): Promise<TurnOutcome>;
  /** Queued -> sending, durable before it returns; at most one parcel a lane; safety first, then by id. */
  claim(now: number, max: number): Promise<readonly Parcel[]>;
  settle(parcel: number, outcome: Settled): Promise<void>;
  /**
   * Due timers as events. The turn removes the timer row, this does not.
   * @param waits the clock is in doubt since then: what was due by then, and all timers of communities, are left alone
   */
  due(now: number, max: number, waits?: number | null): Promise<readonly Event[]>;
  /** When the next timer or retry is due, ms UTC; null when nothing waits. */
  nextDue(): Promise<number | null>;
  /** Once at start: `sending` becomes unknown, by the policy of its class; unfinished erasures are finished. */
  recover(): Promise<{ readonly unknown: number; readonly erasures: number }>;
  /** Everything kept of a person, by the current schema; null when nothing is. */
  read(person: PersonId): Promise<unknown>;
  /** Forget from outside a conversation (command line, expiry). Idempotent; resolves when the key is gone. */
  erase(person: PersonId): Promise<void>;
  /** Seen keys after 72 h, refs after 48 h, people 180 days after their last contact; then a checkpoint. */
  sweep(now: number): Promise<void>;
  /** What was kept of the clock; null at the first start. */
  keptTime(): Promise<KeptTime | null>;
  keepTime(time: KeptTime): Promise<void>;
  /** A consistent copy of the data file (never the keys) while running. */
  backup(file: string, progress: (share: number) => void): Promise<void>;
  close(): Promise<void>;
}
