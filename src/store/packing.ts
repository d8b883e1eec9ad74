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
  const fields = isFields(sample) && current !== whole ? new Map(Object.entries(sample).map(([name, value]) => [name, { value, length: name.length + JSON.stringify(value).length + 4 }])) : null;
  if (fields && isFields(sample)) samples.set(current, sample);

  return {
    pack(document) {
      if (fields === null || !isFields(document) || Object.hasOwn(document, '__proto__')) {
        const json = JSON.stringify(document);
        return { number: whole, json, length: json.length };
      }
      const kept: Record<string, unknown> = {};
      let left = 0;
      let shared = 0;
      for (const name of Object.keys(document)) {
        const value = document[name];
        const usual = fields.get(name);
        if (usual !== undefined && value !== undefined) shared += 1;
        if (usual !== undefined && same(usual.value, value)) left += usual.length;
        else kept[name] = value;
      }
      if (shared < fields.size) {
        kept[without] = [...fields.keys()].filter((name) => document[name] === undefined);
        left -= JSON.stringify(kept[without]).length + without.length + 4;
      }
      const json = JSON.stringify(kept);
      return { number: current, json, length: json.length + left };
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

/** Whether two values give the same JSON. A wrong no only costs room. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(Reflect.get(a, name), Reflect.get(b, name)));
}
