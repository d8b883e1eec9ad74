/**
 * People and places as the turn sees them: a row, a key, a document, the latest private route.
 * What was read or written last is kept decrypted in memory; what a transaction changes lies in an overlay
 * until COMMIT, so that a rollback needs nothing put back.
 */
import type { KeyObject } from 'node:crypto';
import { isPlace, type Route, type Subject } from '../conversation/event.ts';
import { maxStateLength } from '../conversation/state.ts';
import type { Cipher } from './cipher.ts';
import type { Db } from './database.ts';
import type { Keys } from './keys.ts';
import { newestFirst } from './newest-first.ts';
import type { Packing } from './packing.ts';
import type { Pseudonyms } from './pseudonym.ts';
import { StoreError } from './store-error.ts';

/** One row, opened. `document` is what `upgrade` made of it; it is never changed in place. */
export interface Known {
  readonly row: number;
  readonly id: Subject;
  readonly key: KeyObject;
  readonly keyId: number;
  /** Hex of the pseudonym: the associated data of everything this subject owns. */
  readonly alias: string;
  readonly document: unknown;
  readonly route: Route | null;
  readonly lastDay: number;
}

export interface Subjects {
  /** Null when nothing is kept of them; a row whose key was destroyed counts as nothing and is removed. */
  load(id: Subject): Known | null;
  /** Makes the row and its key when there is none. */
  ensure(id: Subject, day: number): Known;
  save(known: Known, document: unknown): Known;
  setRoute(known: Known, route: Route): Known;
  touch(known: Known, day: number): Known;
  /** Deletes the row and everything that hangs on it. */
  remove(known: Known): void;
  /** The same for one whose name is not known (expiry); the caches are dropped. */
  removeRow(row: number): void;
  jobKept(): void;
  jobDropped(): void;
  committed(): void;
  rolledBack(): void;
  dropCache(): void;
}

export interface SubjectsOptions {
  readonly db: Db;
  readonly keys: Keys;
  readonly cipher: Cipher;
  readonly pseudonyms: Pseudonyms;
  readonly packing: Packing;
  readonly cached: number;
  upgrade(id: Subject, document: unknown): unknown;
}

export function openSubjects(options: SubjectsOptions): Subjects {
  const { db, keys, cipher, pseudonyms, packing } = options;
  const cache = newestFirst<Subject, Known>(options.cached);
  /** null: removed in this transaction. */
  let group = new Map<Subject, Known | null>();
  let job = new Map<Subject, Known | null>();

  const select = db.prepare<[Buffer], Row>('select id, key, last_day, document, route from subject where pseudonym = ?');
  const insert = db.prepare<[Buffer, number, number]>('insert into subject (pseudonym, key, last_day) values (?, ?, ?)');
  const setDocument = db.prepare<[Buffer, number]>('update subject set document = ? where id = ?');
  const setRoute = db.prepare<[Buffer, number]>('update subject set route = ? where id = ?');
  const setDay = db.prepare<[number, number]>('update subject set last_day = ? where id = ?');
  const removals = removalsOf(db);

  const remember = (known: Known): Known => {
    job.set(known.id, known);
    return known;
  };

  function read(id: Subject): Known | null {
    const pseudonym = pseudonyms.of('subject', id);
    const row = select.get(pseudonym);
    if (!row) return null;
    const key = keys.get(row.key);
    if (!key) {
      removals(row.id);
      return null;
    }
    const alias = pseudonym.toString('hex');
    const document = row.document === null ? null : openDocument(key, alias, row.document);
    const route = row.route === null ? null : JSON.parse(cipher.open(key, routePurpose(alias), row.route).toString()) as Route;
    return { row: row.id, id, key, keyId: row.key, alias, document: document === null ? null : options.upgrade(id, document), route, lastDay: row.last_day };
  }

  function openDocument(key: KeyObject, alias: string, stored: Buffer): unknown {
    const number = stored[0] ?? 0;
    return packing.unpack(number, cipher.open(key, documentPurpose(alias, number), stored.subarray(1)).toString());
  }

  function load(id: Subject): Known | null {
    const changed = job.has(id) ? job.get(id) : group.get(id);
    if (changed !== undefined) return changed;
    const known = cache.get(id) ?? read(id);
    if (known) cache.set(id, known);
    return known;
  }

  return {
    load,
    ensure(id, day) {
      const known = load(id);
      if (known) return known;
      const pseudonym = pseudonyms.of('subject', id);
      const { id: keyId, key } = keys.add();
      const row = Number(insert.run(pseudonym, keyId, day).lastInsertRowid);
      return remember({ row, id, key, keyId, alias: pseudonym.toString('hex'), document: null, route: null, lastDay: day });
    },
    save(known, document) {
      const { number, json, length } = packing.pack(document);
      if (length > maxStateLength) {
        throw new StoreError('document-too-large', `A document of ${length} characters was refused (at most ${maxStateLength}): the conversation keeps too much of the past in the present.`);
      }
      setDocument.run(cipher.seal(known.key, documentPurpose(known.alias, number), Buffer.from(json), Buffer.of(number)), known.row);
      return remember({ ...known, document });
    },
    setRoute(known, route) {
      setRoute.run(cipher.seal(known.key, routePurpose(known.alias), Buffer.from(JSON.stringify(route))), known.row);
      return remember({ ...known, route });
    },
    touch(known, day) {
      setDay.run(day, known.row);
      return remember({ ...known, lastDay: day });
    },
    remove(known) {
      removals(known.row);
      job.set(known.id, null);
    },
    removeRow(row) {
      removals(row);
      cache.clear();
    },
    jobKept() {
      if (job.size === 0) return;
      for (const [id, known] of job) group.set(id, known);
      job = new Map();
    },
    jobDropped() { job = new Map(); },
    committed() {
      if (group.size === 0) return;
      for (const [id, known] of group) if (known) cache.set(id, known); else cache.delete(id);
      group = new Map();
    },
    rolledBack() {
      job = new Map();
      group = new Map();
    },
    dropCache() { cache.clear(); },
  };
}

/** `packed`: the number of its sample, which stands in the clear before it. */
function documentPurpose(alias: string, packed: number): string {
  return `document ${alias} ${packed}`;
}

function routePurpose(alias: string): string {
  return `route ${alias}`;
}

/** The upgrade that a subject's document needs. */
export function upgradeWith(person: (document: unknown) => unknown, place: (document: unknown) => unknown): SubjectsOptions['upgrade'] {
  return (id, document) => (isPlace(id) ? place(document) : person(document));
}

interface Row { readonly id: number; readonly key: number; readonly last_day: number; readonly document: Buffer | null; readonly route: Buffer | null }

function removalsOf(db: Db): (row: number) => void {
  const statements = [
    'delete from subject where id = ?', 'delete from record where subject = ?', 'delete from timer where subject = ?',
    'delete from outbox where subject = ?', 'delete from ref where subject = ?',
    'delete from half where person = ?', 'delete from part where person = ?', 'delete from part where place = ?', 'delete from result where place = ?',
    'delete from posted where place = ?', 'delete from audit where place = ?',
  ].map((sql) => db.prepare<[number]>(sql));
  return (row) => { for (const statement of statements) statement.run(row); };
}
