/**
 * One slip of the finger put right: a word nobody uses (`strngled`) becomes the word of a rule one letter away (`strangled`),
 * by looking up both with one letter left out (near-words.ts). Words that people do use (`joked`) are left alone; those
 * that lie one letter from a word of a rule are listed in `ordinary-words.ts`.
 */
import { formsOf, nearWords, type NearWords } from '../near-words.ts';

export interface Speller { readonly repair: (word: string) => readonly string[] }

export function speller(vocabulary: ReadonlySet<string>, ordinary: ReadonlySet<string>): Speller {
  const words = [...vocabulary];
  let near: NearWords | null = null;
  let doubled: ReadonlyMap<string, string> | null = null;

  /** The shortest word that differs in doubled letters only. */
  function withDoubles(word: string): string | undefined {
    const squeezed = squeeze(word);
    return vocabulary.has(squeezed) ? squeezed : (doubled ??= bySqueezed(words)).get(squeezed);
  }

  function repair(word: string): readonly string[] {
    if (vocabulary.has(word) || word.length > 400 || /\d/.test(word)) return [word];
    const squeezed = withDoubles(word);
    if (squeezed !== undefined && !ordinary.has(word)) return [squeezed];
    if (ordinary.has(word) || word.length < 3) return [word];
    const meant = word.length > 3 && word.length < 20 ? nearest(word) : null;
    if (meant !== null) return [meant];
    return word.length >= 7 ? (segment(word, vocabulary) ?? [word]) : [word];
  }

  /** The likeliest; of several alike the one with the first form, and the first of the vocabulary. */
  function nearest(word: string): string | null {
    near ??= nearWords(words, (known) => known.length > 3);
    let best: string | null = null;
    let score = 0;
    for (const form of formsOf(word)) {
      let here = 0;
      let found: string | null = null;
      for (const index of near(form)) {
        const points = slip(word, words[index]!);
        if (points >= here && points > 0 && formsOf(words[index]!).has(form)) [found, here] = [words[index]!, points];
      }
      if (here > score) [best, score] = [found, here];
    }
    return best;
  }
  return { repair };
}

/** How likely one slip of the finger made `typed` out of `meant`: 0 when more than one is needed. Two neighbours swapped come first. */
function slip(typed: string, meant: string): number {
  const shortest = Math.min(typed.length, meant.length);
  let from = 0;
  while (from < shortest && typed[from] === meant[from]) from += 1;
  const swapped = typed.slice(0, from) + (typed[from + 1] ?? '') + (typed[from] ?? '') + typed.slice(from + 2) === meant;
  if (swapped) return 4;
  const one = typed.slice(from + 1) === meant.slice(from + 1) || typed.slice(from + 1) === meant.slice(from) || typed.slice(from) === meant.slice(from + 1);
  if (!one) return 0;
  if (meant.length === 4) return from > 0 && typed.length !== meant.length ? 1 : 0;
  return from === 0 ? 2 : 3;
}

/** Words with a doubled letter, by what is left when it is not. */
function bySqueezed(words: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const word of words) {
    const squeezed = squeeze(word);
    const other = found.get(squeezed);
    if (squeezed !== word && (other === undefined || other.length > word.length)) found.set(squeezed, word);
  }
  return found;
}

export function squeeze(word: string): string {
  return word.replaceAll(/(.)\1+/g, '$1');
}

/** `iwanttodie` -> i want to die; null unless it is at least three words, or one long and another, that the rules know. */
function segment(text: string, vocabulary: ReadonlySet<string>): readonly string[] | null {
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= text.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 14); start < end; start += 1) {
      const before = best[start];
      const word = text.slice(start, end);
      if (before === null || before === undefined || !vocabulary.has(word) || (word.length === 1 && word !== 'i' && word !== 'a')) continue;
      const now = best[end];
      if (now === null || now === undefined || before.length + 1 < now.length) best[end] = [...before, word];
    }
  }
  const words = best[text.length] ?? null;
  return words !== null && (words.length > 2 || words.includes('myself')) ? words : null;
}
