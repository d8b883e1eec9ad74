/**
 * A word never seen in training: what its meaning, its stem and the letters inside it still say. Recent ones are remembered,
 * because stemming and cutting up a word takes longer than all the rest of reading it.
 */
import { partsOf } from './features.ts';
import { numberOfKind } from './kinds.ts';
import { rowsOf, type Model } from './model.ts';
import { stem } from './natural.ts';
import { numberOfPart, placeOfPart } from './part-numbers.ts';
import { remembering } from './remember.ts';
import { meaningWeight } from './weights.ts';
import type { Vectors, WordVectors } from './word-vectors.ts';

/** `kind`: its kind's number (-1: never met in a pair, `passedOver`: left out of pairs of kinds). */
export interface Stranger {
  readonly kind: number;
  readonly rows: Int32Array;
  readonly mass: number;
  readonly strange: number;
  /** What its meaning says for each intent; null when no dictionary had it. */
  readonly meaning: Float32Array | null;
}

/** Reads the meanings of words at the first stranger. */
export function createStrangers(model: Model, vectors: Vectors): (word: string) => Stranger {
  let known: Dictionaries | null = null;
  return remembering((word) => {
    known ??= { vectors: vectors(), kinds: new Map(model.kinds.map((kind, number) => [kind, number])) };
    return meet(model, known, word);
  }, mostStrangers);
}

interface Dictionaries { readonly vectors: WordVectors; readonly kinds: ReadonlyMap<string, number> }

/** Each takes about a kilobyte. */
const mostStrangers = 1000;

function meet(model: Model, { vectors, kinds }: Dictionaries, word: string): Stranger {
  const { parts, meanings } = rowsOf(model);
  const stemmed = stem(word);
  const rows: number[] = [];
  let mass = 0;
  let strange = model.unseen;
  for (const part of partsOf(word, stemmed)) {
    const place = placeOfPart(model.parts, numberOfPart(part));
    if (place < 0) {
      strange += model.unseen * unseenPart;
      continue;
    }
    rows.push(parts + place);
    mass += model.masses[parts + place]!;
  }
  const stemPlace = placeOfPart(model.parts, numberOfPart(`~${stemmed}`));
  const weight = meaningWeight(stemPlace < 0 ? null : model.masses[parts + stemPlace]!, model.unseen);
  const vector = vectors.of(stemmed);
  if (vector !== null) mass += weight ** 2;
  return { kind: numberOfKind(word, stemmed, kinds), rows: Int32Array.from(rows), mass, strange, meaning: vector === null ? null : spoken(model, meanings, vector, weight) };
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
