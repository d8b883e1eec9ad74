/**
 * One turn as the responders see it: what happened, what was there before, what is known.
 * Nothing in it can be changed; what comes of it is written into a `Draft`.
 */
import type { Act } from './act.ts';
import type { Draft } from './draft.ts';
import type { Found, Need } from './effect.ts';
import type { Event } from './event.ts';
import type { Knowledge, Library, Operator } from './knowledge.ts';
import type { Reading } from './reading.ts';
import type { PlaceState } from './place-state.ts';
import type { State } from './state.ts';

export interface Turn {
  readonly event: Event;
  readonly at: number;
  readonly act: Act;
  /** How the text was understood; null when the turn has no text. */
  readonly reading: Reading | null;
  readonly know: Knowledge;
  readonly library: Library;
  readonly operator: Operator;
  readonly before: State;
  /** The community that the event came from, as it stands. */
  readonly place: PlaceState | null;
  /** The person has never written before. */
  readonly isNew: boolean;
  readonly found: Found;
}

/** One thing the bot can do. The first responder that returns true has the turn. */
export interface Responder {
  readonly name: string;
  needs?(turn: Turn): readonly Need[];
  /** Writes the reply into the draft and returns true, or leaves the draft alone and returns false. */
  reply(turn: Turn, draft: Draft): boolean;
}
