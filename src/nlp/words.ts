/**
 * A text as words, for learning and for reading alike.
 * Apostrophes go ("can't" and "cant" are one word), accents go, fullwidth and styled letters become plain ones.
 */

/** Lower-case words in the order written; punctuation is dropped. `Can't we talk?` gives `cant`, `we`, `talk`. */
export function wordsOf(text: string): string[] {
  return foreign.test(text) ? (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []) : (plain(text).match(/[a-z0-9]+/g) ?? []);
}

/** Letters only a computer tells apart are made the same, and invisible ones go. Plain ASCII, the usual case, passes quickly. */
export function plain(text: string): string {
  const letters = foreign.test(text) ? text.normalize('NFKD').replace(/[\p{M}\p{Cf}\u2019\u2018\u02BC\u00B4`]/gu, '') : text;
  return letters.toLowerCase().replaceAll("'", '');
}
const foreign = /[^\0-\x7f]/;

/**
 * What is read of a very long text: its beginning and its end, where people say what they want.
 * Keeps the time for any message bounded.
 */
export function readablePart(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest / 2)}\n${text.slice(-longest / 2)}`;
}
const longest = 5000;
