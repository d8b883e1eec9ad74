/**
 * A word never seen in training: what its meaning, its stem and the letters inside it still say. Recent ones are remembered,
 * because stemming and cutting up a word takes longer than all the rest of reading it.
 */
import { partsOf } from './features.ts';
import type { Model } from './model.ts';
import { stem } from './natural.ts';
import { remembering } from './remember.ts';
import { meaningWeight } from './weights.ts';
import { readVectors, type WordVectors } from './word-vectors.ts';

/** A word as numbers: its row (-1: never seen) and its kind's number (-1: never seen in a pair, `passedOver`: left out of pairs of kinds). */
export interface Known { readonly word: number; readonly kind: number }
export const passedOver = -2;
export interface Stranger extends Known {
  readonly rows: Int32Array;
  readonly mass: number;
  readonly strange: number;
  /** What its meaning says for each intent; null when no dictionary had it. */
  readonly meaning: Float32Array | null;
}

export function createStrangers(model: Model, rowOf: ReadonlyMap<string, number>, numberOfKind: (word: string, stemmed: string) => number): (word: string) => Stranger {
  let vectors: WordVectors | null = null;
  return remembering((word) => {
    vectors ??= readVectors();
    return meet(model, rowOf, numberOfKind, vectors, word);
  }, mostStrangers);
}

/** Each takes about a kilobyte. */
const mostStrangers = 1000;

function meet(model: Model, rowOf: ReadonlyMap<string, number>, numberOfKind: (word: string, stemmed: string) => number, vectors: WordVectors, word: string): Stranger {
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
  const stemRow = rowOf.get(`~${stemmed}`);
  const weight = meaningWeight(stemRow === undefined ? null : model.masses[stemRow]!, model.unseen);
  const vector = vectors.of(stemmed);
  if (vector !== null) mass += weight ** 2;
  return { word: -1, kind: numberOfKind(word, stemmed), rows: Int32Array.from(rows), mass, strange, meaning: vector === null ? null : spoken(model, rowOf.get('$0')!, vector, weight) };
}
/** Letters in a row that were never seen weigh less than a word (see weights.ts). */
const unseenPart = 0.5;

/** What a meaning says: the rows of meanings, which begin at `first`, times the vector. Four rows a pass, as in int8.ts. */
function spoken({ table: { columns, cells, scales } }: Model, first: number, vector: Float32Array, weight: number): Float32Array {
  const sums = new Float32Array(columns);
  const by = (d: number): number => (d < vector.length ? vector[d]! * weight * scales[first + d]! : 0);
  for (let d = 0; d < vector.length; d += 4) {
    const p = by(d), q = by(d + 1), r = by(d + 2), s = by(d + 3);
    const a = (first + d) * columns, b = a + columns, c = b + columns, e = c + columns;
    for (let k = 0; k < columns; k++) sums[k]! += cells[a + k]! * p + (cells[b + k] ?? 0) * q + (cells[c + k] ?? 0) * r + (cells[e + k] ?? 0) * s;
  }
  return sums;
}
