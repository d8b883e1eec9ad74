/**
 * What the classifier has learnt, as plain data: for every feature one row of weights, one column an intent.
 * A known word's row already holds the weights of its stem and of the letters inside it, so a message of ten words
 * costs about thirty rows. Rows of stems and letters stand ready for words never seen.
 *
 * It is kept in a file exactly as it is used (kept.ts). The rows stand in this order: words, pairs of words, pairs of kinds,
 * parts of words, meanings.
 */
import type { Table } from './int8.ts';
import type { Pairs } from './pairs.ts';

/** What people say for one intent. The order of lessons and of sentences makes no difference. */
export interface Lesson { readonly intent: string; readonly says: readonly string[] }

export interface Model {
  /** Sorted; a column each. */
  readonly intents: readonly string[];
  /** The commonest first. A word's number is its row; the edges of a message follow: its beginning, its end. */
  readonly words: readonly string[];
  /** Kinds of words (kinds.ts) that were met in a row, by number; the edges come first. */
  readonly kinds: readonly string[];
  /** The number of each word's kind; -1: never met in a row; `passedOver`: left out of pairs of kinds. */
  readonly kindOfWord: Int32Array;
  readonly wordPairs: Pairs;
  readonly kindPairs: Pairs;
  /** The numbers of the parts of words (part-numbers.ts), ascending. */
  readonly parts: Float64Array;
  readonly table: Table;
  /** How much a feature weighs in a message's length, squared; a row each. */
  readonly masses: Float32Array;
  /** The same for a feature never seen: strange words make a message longer and every intent less sure. */
  readonly unseen: number;
  readonly bias: Float32Array;
}

/** Lessons under these names are what the bot has no answer to. */
export const outside: ReadonlySet<string> = new Set(['out-of-scope', 'oos']);

/** A word that is left out of pairs of kinds. */
export const passedOver = -2;

/** Where each sort of row begins. */
export function rowsOf({ words, wordPairs, kindPairs, parts }: Pick<Model, 'words' | 'wordPairs' | 'kindPairs' | 'parts'>): { readonly wordPairs: number; readonly kindPairs: number; readonly parts: number; readonly meanings: number } {
  const beforeKinds = words.length + wordPairs.seconds.length;
  const beforeParts = beforeKinds + kindPairs.seconds.length;
  return { wordPairs: words.length, kindPairs: beforeKinds, parts: beforeParts, meanings: beforeParts + parts.length };
}

/** The numbers of the beginning and the end of a message among words. */
export function edgesOf(words: readonly string[]): { readonly start: number; readonly end: number } {
  return { start: words.length, end: words.length + 1 };
}
