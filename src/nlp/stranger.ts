/**
 * A word never seen in training: what its stem and the letters inside it still say. Recent ones are remembered,
 * because stemming and cutting up a word takes longer than all the rest of reading it.
 */
import { partsOf } from './features.ts';
import type { Model } from './model.ts';
import { stem } from './natural.ts';
import { remembering } from './remember.ts';

/** A word as numbers: its row (-1: never seen) and its stem's number (-1: never seen in a pair). */
export interface Known { readonly word: number; readonly stem: number }
export interface Stranger extends Known { readonly rows: Int32Array; readonly mass: number; readonly strange: number }

export function createStrangers(model: Model, rowOf: ReadonlyMap<string, number>, stems: ReadonlyMap<string, number>): (word: string) => Stranger {
  return remembering((word) => meet(model, rowOf, stems, word));
}

function meet(model: Model, rowOf: ReadonlyMap<string, number>, stems: ReadonlyMap<string, number>, word: string): Stranger {
  const stemmed = stem(word);
  const rows: number[] = [];
  let mass = 0;
  let strange = model.unseen;
  for (const part of partsOf(word, stemmed)) {
    const row = rowOf.get(part);
    if (row === undefined) {
      strange += model.unseen * unseenPart;
      continue;
    }
    rows.push(row);
    mass += model.masses[row]!;
  }
  return { word: -1, stem: stems.get(stemmed) ?? -1, rows: Int32Array.from(rows), mass, strange };
}
/** Letters in a row that were never seen weigh less than a word (see train.ts). */
const unseenPart = 0.5;
