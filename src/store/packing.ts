/**
 * Documents at rest without what they share: fields that are as in a sample (a new person's document) are left out
 * and put back when it is read. Most fields of most people are as at the beginning, so about half goes, for 1-2 µs;
 * deflate would take more away and cost as much as the rest of the turn.
 * Samples are kept in the database for ever, each under a number that stands before the ciphertext.
 */
import type { Db } from './database.ts';

export interface Packing {
  /** `length`: characters of the whole document as JSON, give or take its commas. */
  pack(document: unknown): { readonly number: number; readonly json: string; readonly length: number };
  unpack(number: number, json: string): unknown;
}

type Fields = Readonly<Record<string, unknown>>;
/** Whole, without a sample. */
const whole = 0;
const mostNumbers = 255;
/** Names of fields that the sample has and the document has not. No document has a field of this name. */
const without = '!without';

/** `sample`: a new person's document; another one may be given at every start. */
export function openPacking(db: Db, sample: unknown): Packing {
  const samples = new Map<number, Fields>();
  const texts = new Map<string, number>();
  for (const { id, bytes } of db.prepare<[], { id: number; bytes: Buffer }>('select id, bytes from dictionary').all()) {
    samples.set(id, JSON.parse(bytes.toString()) as Fields);
    texts.set(bytes.toString(), id);
  }
  const text = isFields(sample) ? JSON.stringify(sample) : null;
  const current = text === null ? whole : (texts.get(text) ?? stored(db, text));
  const fields = new Map(isFields(sample) && current !== whole ? Object.entries(sample).map(([name, value]) => [name, JSON.stringify(value)]) : []);
  if (current !== whole && isFields(sample)) samples.set(current, sample);

  return {
    pack(document) {
      if (!isFields(document) || fields.size === 0) {
        const json = JSON.stringify(document);
        return { number: whole, json, length: json.length };
      }
      let length = 2;
      let shared = 0;
      const kept: string[] = [];
      for (const [name, value] of Object.entries(document)) {
        const json = JSON.stringify(value) as string | undefined;
        if (json === undefined) continue;
        length += name.length + json.length + 4;
        const usual = fields.get(name);
        if (usual !== undefined) shared += 1;
        if (usual !== json) kept.push(`${JSON.stringify(name)}:${json}`);
      }
      if (shared < fields.size) kept.push(`"${without}":${JSON.stringify([...fields.keys()].filter((name) => document[name] === undefined))}`);
      return { number: current, json: `{${kept.join(',')}}`, length };
    },
    unpack(number, json) {
      const document: unknown = JSON.parse(json);
      if (number === whole || !isFields(document)) return document;
      const usual = samples.get(number);
      if (!usual) throw new Error(`sample ${number} of the database is missing`);
      const { [without]: absent, ...own } = document;
      const all: Record<string, unknown> = { ...usual, ...own };
      if (Array.isArray(absent)) for (const name of absent) delete all[String(name)];
      return all;
    },
  };
}

function stored(db: Db, text: string): number {
  const id = Number(db.prepare('select coalesce(max(id), 0) + 1 from dictionary').pluck().get());
  if (id > mostNumbers) return whole;
  // Two processes may start at once with different samples: only one gets the number, the other does without.
  db.prepare('insert or ignore into dictionary (id, bytes) values (?, ?)').run(id, Buffer.from(text));
  const bytes = db.prepare<[number], Buffer>('select bytes from dictionary where id = ?').pluck().get(id);
  return bytes?.toString() === text ? id : whole;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
