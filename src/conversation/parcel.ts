/**
 * What leaves the process: the unit that the outbox claims, an adapter delivers and the store settles.
 */
import type { Route, Subject } from './event.ts';
import type { SayClass } from './effect.ts';
import type { Message } from './message.ts';

export type Work =
  | { readonly kind: 'send'; readonly messages: readonly Message[]; readonly thread?: string }
  | { readonly kind: 'revise'; readonly ref: string; readonly message: Message }
  | { readonly kind: 'mark'; readonly ref: string; readonly chosen: string | null }
  | { readonly kind: 'delete'; readonly refs: readonly string[] }
  /** The list of commands in the chat is a neutral one (`on`) or the usual one. Platforms without such a list have nothing to do. */
  | { readonly kind: 'cover'; readonly on: boolean };

/** How far a parcel got before its delivery was put off: calls that are done are never made again. */
export interface Progress { readonly calls: number; readonly refs: readonly string[] }

/** What one turn says to one place: delivered in order, one at a time in a lane. */
export interface Parcel {
  readonly id: number;
  /** Parcels of one lane never overtake each other, except that safety goes first. */
  readonly lane: string;
  readonly route: Route;
  /** Whom a `trouble` event would be about. */
  readonly subject: Subject;
  readonly work: readonly Work[];
  readonly cls: SayClass;
  /** At most 25 characters, the same over every attempt. */
  readonly nonce: string;
  readonly attempt: number;
  /** As the last `retry` or `unknown` of this parcel gave it. */
  readonly progress?: Progress;
}

export type Settled =
  | { readonly kind: 'sent'; readonly refs: readonly string[] }
  | { readonly kind: 'retry'; readonly at: number; readonly progress?: Progress }
  /** Can never be delivered on this route. */
  | { readonly kind: 'closed'; readonly progress?: Progress }
  /** It may or may not have arrived; `again` by the policy of its class. */
  | { readonly kind: 'unknown'; readonly again: boolean; readonly progress?: Progress }
  /** Given to the person's next private route, until `until`. */
  | { readonly kind: 'hold'; readonly until: number };
