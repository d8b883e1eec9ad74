/**
 * What the runtime asks of a platform. An adapter turns payloads into events and parcels into calls;
 * nothing of the conversation is decided here, and nothing is retried here whose result is unknown.
 */
import type { Event, Route, TroubleEvent } from '../conversation/event.ts';
import type { Parcel, Settled } from '../conversation/parcel.ts';

/**
 * Resolves when the event's outcome is durable: only then may the platform be told "received". Never rejects.
 * `silent`: the turn says nothing where the event came from, so that a waiting sign there can be taken away.
 */
export type Inbox = (event: Event) => Promise<void | 'silent'>;

export interface Delivery {
  readonly settled: Settled;
  /** What the courier learned about the person or the place; it comes back as a `trouble` event. */
  readonly trouble?: { readonly what: TroubleEvent['what']; readonly to?: string };
}

/** Where a platform limits how much may set out: the courier claims no more than that, so that what waits is not yet on its way. */
export interface Gate {
  /** Parcels that may set out now. */
  open(): number;
  /** ms until one may, where none may now. */
  opensIn(): number;
  /** The parcels with these ids were claimed. */
  passed(parcels: readonly number[]): void;
}

export interface Adapter {
  readonly name: 'telegram' | 'discord' | 'terminal';
  /** The kinds of route this adapter delivers to. */
  readonly routes: readonly Route['kind'][];
  readonly gate?: Gate;
  /** Resolves when events flow; rejects with one clear sentence when it cannot start (a wrong token). */
  start(inbox: Inbox): Promise<void>;
  /** Stops taking events; resolves when none is in hand. Sending still works until the process ends. */
  stop(): Promise<void>;
  /** Never rejects: every outcome is a value. */
  deliver(parcel: Parcel): Promise<Delivery>;
}
