/**
 * The only place that knows `natural`. It is imported by file path: its front door loads four database drivers,
 * takes about a second and reads `.env`, while one stemmer is all that is wanted.
 */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

/**
 * The stem of an English word by Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping", 1980):
 * `cheated`, `cheating` and `cheats` all give `cheat`. Takes about 6 µs, so callers keep what they learn.
 */
export function stem(word: string): string {
  return word.length > maxStemmed ? word : porter.stem(word);
}

/** English words are shorter; a keyboard mash of thousands of letters is not worth the time. */
const maxStemmed = 24;
