/**
 * A trained model as a file, so that a start need not train again. The file begins with a checksum of the rest and is believed
 * only if that is right and it was made from the same lessons by the same recipe; otherwise it is as if it were not there.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { withFarText } from './far-text.ts';
import type { Lesson, Model } from './model.ts';
import { hashOf, recipe, train } from './train.ts';

/** The model for these lessons and far text: from `cacheFile` when it is sound, trained otherwise and then kept there. `null`: no file. */
export function modelFor(lessons: readonly Lesson[], cacheFile: string | null): Model {
  const taught = withFarText(lessons);
  const cached = cacheFile === null ? null : readModel(cacheFile, hashOf(taught));
  if (cached !== null) return cached;
  const model = train(taught);
  if (cacheFile !== null) writeModel(cacheFile, model);
  return model;
}

/** null when there is no such file, it is damaged, or it is of other lessons or of an older recipe. */
export function readModel(file: string, hash: string): Model | null {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(checksumLength);
    if (!checksumOf(body).equals(bytes.subarray(0, checksumLength))) return null;
    const model = unpacked(body);
    return model.hash === hash ? model : null;
  } catch {
    return null;
  }
}

/** Written beside and moved into place; a file that cannot be written only costs the next start its time. */
export function writeModel(file: string, model: Model): void {
  const body = packed(model);
  const half = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(half, Buffer.concat([checksumOf(body), body]));
    renameSync(half, file);
  } catch {
    // A read-only disk is a fair way to run; training takes half a second.
  }
}

const checksumLength = 32;
const checksumOf = (body: Uint8Array): Buffer => createHash('sha256').update(recipe).update(body).digest();

/** The plain fields as JSON behind its length, then the numbers. */
export function packed({ hash, intents, names, words, unseen, table, masses, bias }: Model): Buffer {
  const fields = JSON.stringify({ hash, intents, names, words, unseen });
  // Spaces up to a whole four bytes: the numbers are then read where they lie, without a copy.
  const head = Buffer.from(fields + ' '.repeat(-Buffer.byteLength(fields) & 3));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return Buffer.concat([size, head, bytesOf(masses), bytesOf(table.scales), bytesOf(bias), bytesOf(table.cells)]);
}

type Head = Pick<Model, 'hash' | 'intents' | 'names' | 'words' | 'unseen'>;

function unpacked(body: Buffer): Model {
  const start = 4 + body.readUInt32LE(0);
  // The checksum has shown that we wrote it: its shape is ours.
  const head = JSON.parse(body.toString('utf8', 4, start)) as Head;
  const rows = head.names.length;
  const columns = head.intents.length;
  const numbers = body.buffer;
  const at = body.byteOffset + start;
  return {
    ...head,
    masses: new Float32Array(numbers, at, rows),
    bias: new Float32Array(numbers, at + rows * 8, columns),
    table: { columns, scales: new Float32Array(numbers, at + rows * 4, rows), cells: new Int8Array(numbers, at + rows * 8 + columns * 4, rows * columns) },
  };
}

const bytesOf = (numbers: Float32Array | Int8Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
