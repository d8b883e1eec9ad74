/**
 * How much more often two stems stand together than chance would have it: positive pointwise mutual information,
 * with the context's commonness to the power of 3/4 (Levy, Goldberg and Dagan, "Improving distributional similarity with lessons
 * learned from word embeddings", 2015), taken in both directions alike so that the table is symmetric.
 */
import type { Bag } from './nlp-glosses.ts';

/** Row by row: which columns are not nothing, and what stands there. */
export interface Together { readonly words: readonly string[]; readonly columns: readonly Int32Array[]; readonly values: readonly Float32Array[] }

/** Stems that stand in at least `least` bags. */
export function togetherness(bags: readonly Bag[], least: number): Together {
  const words = commonWords(bags, least);
  const numberOf = new Map(words.map((word, number) => [word, number]));
  const entries = bags.map((bag) => [...bag].flatMap(([word, weight]) => {
    const number = numberOf.get(word);
    return number === undefined ? [] : [{ number, weight }];
  }));
  /** A long gloss ties its words together less than a short one. */
  const looseness = entries.map((bag) => Math.sqrt(bag.reduce((sum, { weight }) => sum + weight, 0)));
  const places: { bag: number; weight: number }[][] = words.map(() => []);
  const often = new Float64Array(words.length);
  entries.forEach((bag, at) => {
    for (const { number, weight } of bag) {
      places[number]!.push({ bag: at, weight });
      often[number]! += (weight * (looseness[at]! ** 2 - weight)) / looseness[at]!;
    }
  });
  const all = often.reduce((sum, count) => sum + count, 0);
  const smooth = often.map((count) => count ** 0.75);
  const allSmooth = smooth.reduce((sum, count) => sum + count, 0);
  const chance = often.map((count, i) => Math.sqrt((count / all) * (smooth[i]! / allSmooth)));

  const met = new Float64Array(words.length);
  const rows = words.map((_, row) => {
    const touched: number[] = [];
    for (const { bag, weight } of places[row]!) {
      for (const other of entries[bag]!) {
        if (other.number === row) continue;
        if (met[other.number] === 0) touched.push(other.number);
        met[other.number]! += (weight * other.weight) / looseness[bag]!;
      }
    }
    const found = touched.map((column) => ({ column, value: Math.log(met[column]! / all / (chance[row]! * chance[column]!)) })).filter(({ value }) => value > 0);
    for (const column of touched) met[column] = 0;
    return found;
  });
  return { words, columns: rows.map((row) => Int32Array.from(row, ({ column }) => column)), values: rows.map((row) => Float32Array.from(row, ({ value }) => value)) };
}

function commonWords(bags: readonly Bag[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([word, count]) => count >= least && /^[a-z]{2,}$/.test(word)).map(([word]) => word).toSorted();
}
