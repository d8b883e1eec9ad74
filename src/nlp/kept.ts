/**
 * What was worked out once as a file, so that a start need not work it out again: models, counts of words, the dictionary. The file
 * begins with a checksum of the rest and is believed only if that is right and it was made from the same; otherwise it is as if it
 * were not there. Numbers lie in it as they are used: a start reads the file and looks at them where they are.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { writeWhole } from './whole-file.ts';

/** Plain fields, lists of strings and of numbers, and levels of the same below them, with the `hash` of what it was made from. */
export type Kept<Kind extends object = object> = Kind & { readonly hash: string };

/** From `file` when it is sound and was made from the same, worked out otherwise and then kept there. `null`: no file. */
export function keptIn<Kind extends object>(file: string | null, hash: string, workOut: () => Kind): Kept<Kind> {
  const before = file === null ? null : readKept<Kind>(file, hash);
  if (before !== null) return before;
  // The hash comes first, where `isKept` looks for it.
  const made = { hash, ...workOut() };
  if (file !== null) writeKept(file, made);
  return made;
}

/** Whether the file says that it was made from this; only `readKept` finds out whether it is sound. */
export function isKept(file: string, hash: string): boolean {
  const wanted = JSON.stringify({ hash }).slice(0, -1);
  const found = Buffer.alloc(Buffer.byteLength(wanted));
  try {
    const open = openSync(file, 'r');
    try {
      readSync(open, found, 0, found.length, checksumLength + 4);
    } finally {
      closeSync(open);
    }
  } catch {
    return false;
  }
  return found.toString('utf8') === wanted;
}

/** null when there is no such file, it is damaged, or it was made from something else. */
export function readKept<Kind extends object>(file: string, hash: string): Kept<Kind> | null {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(checksumLength);
    if (!checksumOf(body).equals(bytes.subarray(0, checksumLength))) return null;
    // The checksum has shown that we wrote it: its shape is ours.
    const kept = unpacked(body) as Kept<Kind>;
    return kept.hash === hash ? kept : null;
  } catch {
    return null;
  }
}

/** A file that cannot be written only costs the next start its time. */
export function writeKept(file: string, kept: Kept): void {
  const body = packed(kept);
  try {
    writeWhole(file, Buffer.concat([checksumOf(body), body]));
  } catch {
    // A read-only disk is a fair way to run.
  }
}

const checksumLength = 32;
const checksumOf = (body: Uint8Array): Buffer => createHash('sha256').update(form).update(body).digest();
/** Changes whenever the same things would be kept as other bytes. */
const form = 'mend-kept-1';

type Numbers = Float64Array | Float32Array | Int32Array | Int8Array;
type View = (bytes: ArrayBufferLike, at: number, count: number) => Numbers;
const sorts = {
  Float64Array: (bytes, at, count) => new Float64Array(bytes, at, count),
  Float32Array: (bytes, at, count) => new Float32Array(bytes, at, count),
  Int32Array: (bytes, at, count) => new Int32Array(bytes, at, count),
  Int8Array: (bytes, at, count) => new Int8Array(bytes, at, count),
} as const satisfies Record<string, View>;
/** Stands for a list of numbers in the head: which sort, from which byte of the numbers on, how many. */
interface Place { readonly numbers: keyof typeof sorts; readonly at: number; readonly count: number }

/** The head as JSON behind its length, then the numbers, each list on whole eight bytes. */
export function packed(kept: object): Buffer {
  const lists: Buffer[] = [];
  let at = 0;
  const fields = JSON.stringify(kept, (_name, value: unknown) => {
    if (!isNumbers(value)) return value;
    const place: Place = { numbers: sortOf(value), at, count: value.length };
    lists.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength), Buffer.alloc(-value.byteLength & 7));
    at += value.byteLength + (-value.byteLength & 7);
    return place;
  });
  const head = Buffer.from(fields + ' '.repeat(-(4 + Buffer.byteLength(fields)) & 7));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return Buffer.concat([size, head, ...lists]);
}

function unpacked(body: Buffer): unknown {
  const start = 4 + body.readUInt32LE(0);
  return withNumbers(JSON.parse(body.toString('utf8', 4, start)), body, start);
}

/** Lists of strings are passed by, which are most of the head. */
function withNumbers(value: unknown, body: Buffer, start: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (isPlace(value)) return sorts[value.numbers](body.buffer, body.byteOffset + start + value.at, value.count);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withNumbers(each, body, start)]));
}

const isPlace = (value: object): value is Place => 'numbers' in value && 'at' in value && 'count' in value;
const isNumbers = (value: unknown): value is Numbers => value instanceof Float64Array || value instanceof Float32Array || value instanceof Int32Array || value instanceof Int8Array;

function sortOf(numbers: Numbers): keyof typeof sorts {
  if (numbers instanceof Float64Array) return 'Float64Array';
  if (numbers instanceof Float32Array) return 'Float32Array';
  return numbers instanceof Int32Array ? 'Int32Array' : 'Int8Array';
}
