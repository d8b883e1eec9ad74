/**
 * What the classifier has learnt, as plain data: for every feature one row of weights, one column an intent.
 * A known word's row already holds the weights of its stem and of the letters inside it, so a message of ten words
 * costs about thirty rows. Rows of stems and letters stand ready for words never seen.
 */
import type { Table } from './int8.ts';

/** What people say for one intent. The order of lessons and of sentences makes no difference. */
export interface Lesson { readonly intent: string; readonly says: readonly string[] }

export interface Model {
  /** SHA-256 of the lessons, hex. */
  readonly hash: string;
  /** Sorted; a column each. */
  readonly intents: readonly string[];
  /** Names of the rows (see features.ts): words first, the commonest first, then pairs, then parts of words. */
  readonly names: readonly string[];
  readonly words: number;
  readonly table: Table;
  /** How much a feature weighs in a message's length, squared; a row each. */
  readonly masses: Float32Array;
  /** The same for a feature never seen: strange words make a message longer and every intent less sure. */
  readonly unseen: number;
  readonly bias: Float32Array;
}

/** Lessons under these names are what the bot has no answer to. */
export const outside: ReadonlySet<string> = new Set(['out-of-scope', 'oos']);
