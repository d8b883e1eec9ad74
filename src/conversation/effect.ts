/**
 * What a turn wants done. The step returns effects and performs none;
 * the store writes them in the turn's own transaction, the shell carries them out after it.
 */
import type { Message } from './message.ts';
import type { PersonId, PlaceId, TimerName } from './event.ts';
import type { Pair, PairAct } from './pair.ts';

/** One thing of the past that the person chose to keep: a check-in, a promise, the result of an exercise. */
export interface PersonalRecord {
  readonly id: string;
  readonly kind: 'check-in' | 'promise' | 'result';
  readonly at: number;
  readonly data: unknown;
}

/** What the courier may do when the result of a send is unknown: see the outbox. */
export type SayClass = 'safety' | 'reply' | 'reminder' | 'post';

/**
 * `here`: where the event came from. `direct`: the private chat of the event's person, or of `person`.
 * `channel`: the platform's channel with the id `channel`. `aloud`: where the event came from, for all to see.
 */
export interface Say {
  readonly kind: 'say';
  readonly to: 'here' | 'direct' | 'channel' | 'aloud';
  readonly cls: SayClass;
  readonly messages: readonly Message[];
  /** So that the message can be revised; a `post` with a tag leaves once for ever. */
  readonly tag?: string;
  readonly channel?: string;
  readonly person?: PersonId;
  /** A thread of this name is opened on the message, where the platform has threads. */
  readonly thread?: string;
}

export type Effect =
  | Say
  /** Take the buttons off the pressed message; `chosen: null` when the press is secret. */
  | { readonly kind: 'mark'; readonly ref: string; readonly chosen: string | null }
  | { readonly kind: 'revise'; readonly tag: string; readonly message: Message }
  | { readonly kind: 'remind'; readonly name: TimerName; readonly at: number }
  | { readonly kind: 'cancel'; readonly name: TimerName | 'all' }
  | { readonly kind: 'keep'; readonly record: PersonalRecord }
  | { readonly kind: 'discard'; readonly record: string }
  | { readonly kind: 'take-part'; readonly slot: string; readonly values: Readonly<Record<string, number>> }
  /** `shown`: the number of people that everybody was told. `tooShort`: it was open for so short a time that nothing may remain. */
  | { readonly kind: 'close-slot'; readonly slot: string; readonly shown?: number; readonly tooShort?: boolean }
  | { readonly kind: 'audit'; readonly what: string; readonly denied: boolean }
  /** The place has a new id: everything kept of it goes there. */
  | { readonly kind: 'move'; readonly to: PlaceId }
  /** Counted by key only, without ids and without text. */
  | { readonly kind: 'tally'; readonly metric: 'unanswered' | 'not-meant' | 'chosen' | 'safety'; readonly key: string }
  /** Delete the messages of both sides from the chat, as far as the platform can, and cover what else shows what this bot is. */
  | { readonly kind: 'hide' }
  /** Delete the same messages and say nothing about it; `own`: only the message that this turn answers. */
  | { readonly kind: 'clear'; readonly what: 'chat' | 'own' }
  /** The person came back: take the cover away. */
  | { readonly kind: 'unhide' }
  /** Together with somebody on another phone: see `pair.ts`. */
  | { readonly kind: 'pair'; readonly act: PairAct }
  | { readonly kind: 'forget' };

/** What a turn must read beyond the two documents. */
export type Need =
  | { readonly kind: 'records'; readonly of: PersonalRecord['kind'] | 'all'; readonly last: number }
  | { readonly kind: 'slot'; readonly slot: string }
  /** A community that the event does not come from: the way there was typed. */
  | { readonly kind: 'place'; readonly id: PlaceId }
  | { readonly kind: 'results'; readonly last: number }
  | { readonly kind: 'audit'; readonly last: number }
  /** The two halves of what this person does together with somebody. */
  | { readonly kind: 'pair' }
  /** A code that nobody has now. */
  | { readonly kind: 'new-code' }
  /** Whether this person could join with this code. */
  | { readonly kind: 'invitation'; readonly code: string };

/**
 * A closed week as it was frozen: `people` in steps of five; `bands` (0-3, 4-6, 7-10) are shares in percent, rounded to ten.
 * -1 stands first or last where a band of one to four people is counted with the middle one. A question left out had too few.
 * `tooShort`: it was not open for long enough, and nothing was kept.
 */
export interface SlotResult { readonly slot: string; readonly people: number; readonly bands: Readonly<Record<string, readonly [number, number, number]>>; readonly tooShort?: true }

/** Who changed what, or who was refused: `by` is then a pseudonym. */
export interface AuditEntry { readonly at: number; readonly what: string; readonly denied: boolean; readonly by: string }

export interface Found {
  /** Oldest first. */
  readonly records: readonly PersonalRecord[];
  /** `mine`: this person has taken part. `open`: it is not closed yet. */
  readonly slot: { readonly people: number; readonly mine: boolean; readonly open: boolean } | null;
  /** The document of the place that was needed, as the store holds it. */
  readonly place?: unknown;
  readonly results: readonly SlotResult[];
  /** Oldest first. */
  readonly audit: readonly AuditEntry[];
  readonly pair?: Pair;
  readonly code?: string;
  readonly invited?: boolean;
}

export interface Documents<P, L> { readonly person: P | null; readonly place: L | null }

/** Pure and synchronous; closes over the event, its reading and the knowledge. */
export interface Decide<P, L> {
  needs(before: Documents<P, L>): readonly Need[];
  step(before: Documents<P, L>, found: Found): { readonly after: Documents<P, L>; readonly effects: readonly Effect[] };
}
