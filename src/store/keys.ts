/**
 * The second file, `<db>.keys`: one key per person or place, each wrapped by the master key. A backup of the database
 * never holds them, so destroying one key here makes that person unreadable in every backup too.
 * New keys are committed before the rows they seal; keys of forgotten people go after their rows.
 */
import { createSecretKey, randomUUID, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { newKey, type Cipher } from './cipher.ts';
import { closeQuietly, memory, openDatabase, type Db } from './database.ts';
import { adoptNextKey, dropNextKey, makeMasterKey, nextKeyFile, readMasterKey } from './master-key.ts';
import { newestFirst } from './newest-first.ts';
import { StoreError } from './store-error.ts';

export interface Keys {
  readonly db: Db;
  /** The key of the HMACs that stand for ids. */
  readonly ids: KeyObject;
  /** What belongs to nobody: counters of the whole store. */
  readonly system: KeyObject;
  /** The id that ties this file to its database. */
  readonly store: string;
  /** A new key, kept once `commit` has returned. */
  add(): { readonly id: number; readonly key: KeyObject };
  /** Null when the key was destroyed. */
  get(id: number): KeyObject | null;
  commit(): void;
  rollback(): void;
  /** Durable when it returns; `emptyWal(db)` then removes the last copy of the wrapped key. */
  destroy(ids: readonly number[]): void;
  has(id: number): boolean;
  count(): number;
  /** After another process changed the file. */
  forgetCached(): void;
  close(): void;
}

const schema = `
  create table if not exists key (id integer primary key autoincrement, wrapped blob not null);
  create table if not exists fixed (name text primary key, value blob not null) without rowid;
`;

export interface KeysOptions { readonly file: string; readonly masterFile: string; readonly cipher: Cipher; readonly cached: number }

export function keysFileOf(file: string): string {
  return file === memory ? memory : `${file}.keys`;
}

/** Opens or, when neither it nor the master key is there, makes the key file. */
export function openKeys(options: KeysOptions): Keys {
  const { file, cipher } = options;
  const isNew = file === memory || !existsSync(file);
  const first = file === memory ? newKey().key : isNew && !existsSync(options.masterFile) ? makeMasterKey(options.masterFile) : null;
  // Keys are read once and kept opened: the file needs few pages in memory.
  const db = openedKeys(file);
  try {
    db.exec(schema);
    const master = first ?? masterOf(db, options);
    const fixed = fixedKeys(db, master, cipher);
    return { db, ...fixed, ...keyTable(db, master, cipher, options.cached), close: () => closeQuietly(db) };
  } catch (error) {
    closeQuietly(db);
    throw error;
  }
}

/** A backup holds no keys, so the usual cure for damage is none here. */
function openedKeys(file: string): Db {
  try {
    return openDatabase(file, 1000);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'corrupt') throw error;
    throw new StoreError('corrupt', `${file}: the keys are damaged: copy them back from MEND_KEYS_MIRROR.`, error);
  }
}

/** How a key is sealed under the master key. */
export function wrapPurpose(name: number | string): string {
  return `key ${name}`;
}

function keyTable(db: Db, master: KeyObject, cipher: Cipher, cached: number): Omit<Keys, 'db' | 'ids' | 'system' | 'store' | 'close'> {
  const cache = newestFirst<number, KeyObject>(cached);
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  const rollback = db.prepare('rollback');
  const insert = db.prepare<[Buffer]>('insert into key (wrapped) values (?)');
  const fill = db.prepare<[Buffer, number]>('update key set wrapped = ? where id = ?');
  const select = db.prepare<[number], Buffer>('select wrapped from key where id = ?').pluck();
  const remove = db.prepare<[number]>('delete from key where id = ?');
  const count = db.prepare<[], number>('select count(*) from key').pluck();
  const placeholder = Buffer.alloc(60);
  return {
    add() {
      if (!db.inTransaction) begin.run();
      const { bytes, key } = newKey();
      const id = Number(insert.run(placeholder).lastInsertRowid);
      fill.run(cipher.seal(master, wrapPurpose(id), bytes), id);
      return { id, key };
    },
    get(id) {
      const known = cache.get(id);
      if (known) return known;
      const wrapped = select.get(id);
      if (!wrapped) return null;
      const key = createSecretKey(cipher.open(master, wrapPurpose(id), wrapped));
      // A key of an open transaction may still be taken back.
      if (!db.inTransaction) cache.set(id, key);
      return key;
    },
    commit() { if (db.inTransaction) commit.run(); },
    rollback() { if (db.inTransaction) rollback.run(); },
    destroy(ids) {
      for (const id of ids) cache.delete(id);
      begin.run();
      for (const id of ids) remove.run(id);
      commit.run();
    },
    has: (id) => select.get(id) !== undefined,
    count: () => count.get() ?? 0,
    forgetCached: () => cache.clear(),
  };
}

/** The master key that opens this file, finishing or taking back a rotation that was cut short. */
export function masterOf(db: Db, options: Pick<KeysOptions, 'file' | 'masterFile' | 'cipher'>): KeyObject {
  const { masterFile, cipher } = options;
  const opens = (key: KeyObject): boolean => canOpen(db, key, cipher);
  const next = nextKeyFile(masterFile);
  if (!existsSync(next)) {
    const key = readMasterKey(masterFile);
    if (!opens(key)) throw wrongKey(options);
    return key;
  }
  const old = existsSync(masterFile) ? readMasterKey(masterFile) : null;
  if (old && opens(old)) {
    dropNextKey(masterFile);
    return old;
  }
  const key = readMasterKey(next);
  if (!opens(key)) throw wrongKey(options);
  adoptNextKey(masterFile);
  return key;
}

function canOpen(db: Db, master: KeyObject, cipher: Cipher): boolean {
  const wrapped = db.prepare<[], Buffer>("select value from fixed where name = 'ids'").pluck().get();
  if (!wrapped) return true;
  try {
    cipher.open(master, wrapPurpose('ids'), wrapped);
    return true;
  } catch {
    return false;
  }
}

function wrongKey(options: Pick<KeysOptions, 'file' | 'masterFile'>): StoreError {
  return new StoreError('key-file-wrong', `${options.masterFile}: this key does not open ${options.file}: put back the key file that belongs to it, or set MEND_KEY_FILE to where it is.`);
}

function fixedKeys(db: Db, master: KeyObject, cipher: Cipher): Pick<Keys, 'ids' | 'system' | 'store'> {
  const select = db.prepare<[string], Buffer>('select value from fixed where name = ?').pluck();
  const insert = db.prepare<[string, Buffer]>('insert or ignore into fixed (name, value) values (?, ?)');
  const make = db.transaction(() => {
    for (const name of ['ids', 'system']) insert.run(name, cipher.seal(master, wrapPurpose(name), newKey().bytes));
    insert.run('store', Buffer.from(randomUUID()));
  });
  if (!select.get('store')) make.immediate();
  const read = (name: string): KeyObject => createSecretKey(cipher.open(master, wrapPurpose(name), select.get(name) ?? Buffer.alloc(0)));
  return { ids: read('ids'), system: read('system'), store: (select.get('store') ?? Buffer.alloc(0)).toString() };
}
