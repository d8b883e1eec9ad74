/**
 * What words mean, as vectors: "spouse" lies near "husband" though no sentence for learning had it.
 * Made from WordNet's glosses by `scripts/nlp-vectors.ts`; the file's hash is checked, because a model made with other vectors is another model.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface WordVectors {
  readonly dims: number;
  /** The vector of a stem, of length one; null where none is known. */
  readonly of: (stem: string) => Float32Array | null;
}

export const vectorsFile = new URL('./word-vectors.bin', import.meta.url);
/** SHA-256 of the file, hex. */
export const vectorsHash = '19655d21bb4645fe8fea4627194d8a4a350a79323a7832a504454a28d466666c';

/** Reads them at the first call, once for all models that share it. */
export type Vectors = () => WordVectors;
export function vectorsOnce(): Vectors {
  let read: WordVectors | null = null;
  return () => (read ??= readVectors());
}

/** Takes about 20 ms and 5 MB. An error says what to do when the file is not the right one. */
export function readVectors(): WordVectors {
  const bytes = readSound();
  const start = 4 + bytes.readUInt32LE(0);
  // The hash has shown that we wrote it: its shape is ours.
  const { dims, words } = JSON.parse(bytes.toString('utf8', 4, start)) as Head;
  const placeOf = new Map(words.map((word, place) => [word, place]));
  return {
    dims,
    of: (stem) => {
      const place = placeOf.get(stem);
      return place === undefined ? null : unit(new Int8Array(bytes.buffer, bytes.byteOffset + start + place * dims, dims));
    },
  };
}

interface Head { readonly licence: string; readonly dims: number; readonly words: readonly string[] }

/** The head as JSON behind its length, then each vector as whole numbers from -127 to 127. Its length is lost; only directions count. */
export function packVectors(head: Head, numbers: Float32Array): Buffer {
  const text = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  const cells = new Int8Array(numbers.length);
  for (let from = 0; from < numbers.length; from += head.dims) {
    const vector = numbers.subarray(from, from + head.dims);
    const largest = vector.reduce((most, number) => Math.max(most, Math.abs(number)), 0) || 1;
    vector.forEach((number, d) => { cells[from + d] = Math.round((127 * number) / largest); });
  }
  return Buffer.concat([size, text, Buffer.from(cells.buffer)]);
}

function readSound(): Buffer {
  let bytes: Buffer | null = null;
  try {
    bytes = readFileSync(vectorsFile);
  } catch {
    // Said below.
  }
  if (bytes !== null && createHash('sha256').update(bytes).digest('hex') === vectorsHash) return bytes;
  throw new Error('src/nlp/word-vectors.bin is missing or not the one that belongs to this version. Restore it with git, or make it again: node scripts/nlp-vectors.ts');
}

function unit(cells: Int8Array): Float32Array {
  const length = Math.hypot(...cells) || 1;
  return Float32Array.from(cells, (cell) => cell / length);
}
