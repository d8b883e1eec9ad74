/**
 * Repairs a misspelt word to one the model knows, when one letter was left out, added, changed or swapped with its neighbour.
 * Words that are English in their own right stay: "loving" is not "lying".
 */
import { formsOf, nearWords, type NearWords } from './near-words.ts';
import { remembering } from './remember.ts';

/** Gives the known word one edit away, or null. `words`: the commonest first, the commonest of several wins; looked through at the first word that may need it. */
export type Repair = (word: string) => string | null;

export function createRepair(words: readonly string[], isEnglish: (word: string) => boolean): Repair {
  let met: NearWords | null = null;
  return remembering((word) => {
    if (word.length < shortest || word.length > longest || !/^[a-z]+$/.test(word) || isEnglish(word)) return null;
    met ??= nearWords(words, (known) => known.length >= shortest && !known.startsWith('@'));
    const least = word.length === shortest ? shortest + 1 : shortest;
    let best = words.length;
    for (const form of formsOf(word)) {
      for (const index of met(form)) if (index < best && words[index]!.length >= least && oneEditApart(word, words[index]!)) best = index;
    }
    return words[best] ?? null;
  });
}

/** Below four letters nearly everything is one edit from everything; three letters are repaired only where a fourth was left out. */
const shortest = 3;
const longest = 24;

/** One letter left out, added or changed, or two neighbours swapped (Damerau, 1964). Equal words are not apart. */
export function oneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = a.slice(from, endA);
  const restB = b.slice(from, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
