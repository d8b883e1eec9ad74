/**
 * The named features of a message. Every feature is a plain string, so that a person can read what the model learnt:
 *
 *     cheated          the word            ~cheat        its stem
 *     #heat            letters inside it   he cheated    two words in a row      ~they cheat  their kinds (see kinds.ts)
 *     @other:betray    who did what        (see deeds.ts)
 *
 * Words with their letters (2 to 5 in a row, with the word's ends) bear misspellings and endings; pairs bear order.
 */
import { deedsOf } from './deeds.ts';
import { kindOf } from './kinds.ts';
import { stem } from './natural.ts';
import { wordsOf } from './words.ts';

export interface Features {
  /** Words in order; deeds (`@...`) come last. */
  readonly words: readonly string[];
  /** Two in a row, and the same as kinds. */
  readonly pairs: readonly string[];
}

/** Words and pairs of a text. `stemOf` may remember what it has stemmed. */
export function featuresOf(text: string, stemOf: (word: string) => string = stem): Features {
  const words = wordsOf(text);
  return { words: [...words, ...deedsOf(words)], pairs: pairsOf(words, stemOf) };
}

/** Two words in a row, and two kinds in a row, the ends of the message included: `<` before the first, `>` after the last. */
export function pairsOf(words: readonly string[], stemOf: (word: string) => string): string[] {
  const pairs: string[] = [];
  let before = '<';
  let kindBefore = '<';
  for (let i = 0; i <= words.length; i++) {
    const word = words[i] ?? '>';
    const kind = i < words.length ? kindOf(word, stemOf) : '>';
    pairs.push(`${before} ${word}`);
    if (kind !== null) pairs.push(`~${kindBefore} ${kind}`);
    before = word;
    kindBefore = kind ?? kindBefore;
  }
  return pairs;
}

/** What a word is made of besides itself: its stem and the letters in a row inside it. Deeds have no parts. */
export function partsOf(word: string, stemmed = stem(word)): string[] {
  if (word.startsWith('@')) return [];
  const parts = [`~${stemmed}`];
  const inside = ` ${word.slice(0, longestWord)} `;
  for (let size = 2; size <= 5; size++) {
    for (let from = 0; from + size <= inside.length; from++) parts.push(`#${inside.slice(from, from + size)}`);
  }
  return parts;
}
const longestWord = 24;
