/**
 * Repairs a misspelt word to one the model knows, when one letter was left out, added, changed or swapped with its neighbour.
 * Of several such words the one wins that was learnt beside the words around it: "i wnat" is "i want" and not "i what".
 * Words that are English in their own right stay, or "loving" might become "lying"; only one that hardly anybody uses is
 * given up ("oder", an old smell), and only for a word that was learnt beside both its neighbours.
 */
import { formsOf, nearWords, type NearWords } from './near-words.ts';
import { remembering } from './remember.ts';

/** What a word that was never learnt may have been meant as: known words one edit away, by number, the commonest first. */
export interface Slip { readonly meant: readonly number[]; /** It is a word in its own right. */ readonly english: boolean }
/** Null where no known word is near. */
export type FindSlip = (word: string) => Slip | null;

/** `words`: the commonest first; looked through at the first word that may need it. */
export function createFindSlip(words: readonly string[], isEnglish: (word: string) => boolean): FindSlip {
  let met: NearWords | null = null;
  return remembering((word) => {
    if (word.length < shortest || word.length > longest || !/^[a-z]+$/.test(word)) return null;
    met ??= nearWords(words, (known) => known.length >= shortest && !known.startsWith('@'));
    const least = word.length === shortest ? shortest + 1 : shortest;
    const meant = new Set<number>();
    for (const form of formsOf(word)) {
      for (const index of met(form)) if (words[index]!.length >= least && oneEditApart(word, words[index]!)) meant.add(index);
    }
    return meant.size === 0 ? null : { meant: [...meant].toSorted((one, other) => one - other), english: isEnglish(word) };
  });
}

/** The number of the word that was meant. `beside`: how many of its two neighbours here, 0 to 2, a word was learnt beside. */
export function meantHere({ meant, english }: Slip, beside: (word: number) => number): number | undefined {
  let found: number | undefined;
  let most = english ? 1 : -1;
  for (const word of meant) {
    const now = beside(word);
    if (now > most) [most, found] = [now, word];
  }
  return found;
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
