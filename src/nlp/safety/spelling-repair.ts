/**
 * One slip of the finger put right: a word nobody uses (`strngled`) becomes the word of a rule one letter away (`strangled`),
 * by looking up both with one letter left out (SymSpell: Wolf Garbe, 2012). Words that people do use (`joked`) are left alone; those
 * that lie one letter from a word of a rule are listed in `ordinary-words.ts`.
 */
export interface Speller { readonly repair: (word: string) => readonly string[] }

export function speller(vocabulary: ReadonlySet<string>, ordinary: ReadonlySet<string>): Speller {
  const byShort = new Map<string, string[]>();
  const bySqueezed = new Map<string, string>();
  for (const word of vocabulary) {
    const squeezed = squeeze(word);
    const other = bySqueezed.get(squeezed);
    if (other === undefined || other.length > word.length) bySqueezed.set(squeezed, word);
    if (word.length < 4) continue;
    for (const short of [word, ...withoutOne(word)]) byShort.set(short, [...(byShort.get(short) ?? []), word]);
  }

  function repair(word: string): readonly string[] {
    if (vocabulary.has(word) || word.length > 400 || /\d/.test(word)) return [word];
    const doubled = bySqueezed.get(squeeze(word));
    if (doubled !== undefined && !ordinary.has(word)) return [doubled];
    if (ordinary.has(word) || word.length < 3) return [word];
    const near = word.length > 3 && word.length < 20 ? nearest(word) : null;
    if (near !== null) return [near];
    return word.length >= 7 ? (segment(word, vocabulary) ?? [word]) : [word];
  }

  function nearest(word: string): string | null {
    let best: string | null = null;
    let score = 0;
    for (const short of [word, ...withoutOne(word)]) {
      for (const candidate of byShort.get(short) ?? []) {
        const points = slip(word, candidate);
        if (points > score) [best, score] = [candidate, points];
      }
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

function withoutOne(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
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
