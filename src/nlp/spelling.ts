/**
 * Repairs a misspelt word to one the model knows, when one letter was left out, added, changed or swapped with its neighbour.
 * Words that are English in their own right stay: "loving" is not "lying". Looked up by deletions: two words one edit
 * apart meet when one letter is taken out of each (W. Garbe, SymSpell, 2012).
 */

import { remembering } from './remember.ts';

/** Gives the known word one edit away, or null. `words`: the commonest first, the commonest of several wins; looked through at the first word that may need it. */
export type Repair = (word: string) => string | null;

export function createRepair(words: readonly string[], isEnglish: (word: string) => boolean): Repair {
  let met: ReturnType<typeof meetingsOf> | null = null;
  return remembering((word) => {
    if (word.length < shortest || word.length > longest || !/^[a-z]+$/.test(word) || isEnglish(word)) return null;
    met ??= meetingsOf(words);
    const least = word.length === shortest ? shortest + 1 : shortest;
    let best = words.length;
    for (const form of formsOf(word)) {
      for (const index of met(form)) if (index < best && words[index]!.length >= least && oneEditApart(word, words[index]!)) best = index;
    }
    return words[best] ?? null;
  });
}

/**
 * Which words have a form, as a hash table in two arrays: a tenth of the memory of a map of lists. Two forms with one hash
 * only cost a comparison, since every word found is compared.
 */
function meetingsOf(words: readonly string[]): (form: string) => Iterable<number> {
  const places = 2 ** Math.ceil(Math.log2(words.length * 8 + 16));
  const first = new Int32Array(places).fill(-1);
  let next = new Int32Array(words.length * 12 + 16);
  let whose = new Int32Array(next.length);
  let used = 0;
  words.forEach((word, index) => {
    if (word.length < shortest || word.startsWith('@')) return;
    for (const form of formsOf(word)) {
      if (used === next.length) [next, whose] = [grown(next), grown(whose)];
      const place = hashOf(form) & (places - 1);
      whose[used] = index;
      next[used] = first[place]!;
      first[place] = used++;
    }
  });
  return function* (form) {
    for (let at = first[hashOf(form) & (places - 1)]!; at !== -1; at = next[at]!) yield whose[at]!;
  };
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** FNV-1a (Fowler, Noll, Vo, 1991), its bits mixed once more. */
function hashOf(form: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 4;
}
/** Below four letters nearly everything is one edit from everything; three letters are repaired only where a fourth was left out. */
const shortest = 3;
const longest = 24;

function formsOf(word: string): Set<string> {
  const forms = new Set([word]);
  for (let i = 0; i < word.length; i++) forms.add(word.slice(0, i) + word.slice(i + 1));
  return forms;
}

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
