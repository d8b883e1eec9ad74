/**
 * Larger documents are compressed against a sample of a document, which takes most of each away (1 KB becomes 100 to 500 bytes,
 * for about 10 µs); smaller ones are left, because turns are many. It has to be done when the row is written:
 * SQLite does not give the room of a row that shrinks later to others.
 * The number of the sample stands before the ciphertext; samples are kept in the database for ever.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Db } from './database.ts';

export interface Packing {
  pack(json: string): { readonly number: number; readonly bytes: Uint8Array };
  unpack(number: number, bytes: Buffer): string;
}

/** Not compressed. */
const plain = 0;
const mostNumbers = 255;
/** Bytes of JSON. A stored conversation should take 1 KB with its key, its ids and the room that pages lose. */
const worthIt = 640;
const settings = { level: 1, memLevel: 3, windowBits: 12, chunkSize: 2048 };
const window = 4096;

/** `sample`: a typical document; null or a new one may be given at every start. */
export function openPacking(db: Db, sample: string | null): Packing {
  const dictionaries = new Map<number, Buffer>();
  const select = db.prepare<[], { id: number; bytes: Buffer }>('select id, bytes from dictionary');
  for (const row of select.all()) dictionaries.set(row.id, row.bytes);
  const current = numberOf(db, dictionaries, Buffer.from(sample ?? '{}').subarray(0, window));
  const dictionary = dictionaries.get(current);
  return {
    pack(json) {
      const bytes = Buffer.from(json);
      if (!dictionary || bytes.length < worthIt) return { number: plain, bytes };
      const small = deflateRawSync(bytes, { ...settings, dictionary });
      return small.length < bytes.length ? { number: current, bytes: small } : { number: plain, bytes };
    },
    unpack(number, bytes) {
      if (number === plain) return bytes.toString();
      const other = dictionaries.get(number);
      if (!other) throw new Error(`sample ${number} of the database is missing`);
      return inflateRawSync(bytes, { windowBits: settings.windowBits, chunkSize: settings.chunkSize, dictionary: other }).toString();
    },
  };
}

function numberOf(db: Db, known: Map<number, Buffer>, bytes: Buffer): number {
  for (const [id, other] of known) if (other.equals(bytes)) return id;
  const id = Number(db.prepare('select coalesce(max(id), 0) + 1 from dictionary').pluck().get());
  if (id >= mostNumbers) return plain;
  // Two processes may start at once with different samples: only one gets the number, the other does without.
  db.prepare('insert or ignore into dictionary (id, bytes) values (?, ?)').run(id, bytes);
  const stored = db.prepare<[number], Buffer>('select bytes from dictionary where id = ?').pluck().get(id);
  if (!stored?.equals(bytes)) return plain;
  known.set(id, bytes);
  return id;
}
