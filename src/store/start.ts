/**
 * The files of one store, opened, matched and brought up to date: the database, the keys, and the id that ties them.
 * Every way this can fail is one sentence with the file and the cure.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openCipher, type Cipher } from './cipher.ts';
import { closeQuietly, memory, openDatabase, type Db } from './database.ts';
import { keysFileOf, openKeys, type Keys } from './keys.ts';
import { migrate, migrationsIn, type Migration } from './migrate.ts';
import { StoreError, cureFor, sqliteCode } from './store-error.ts';

export interface Files {
  readonly db: Db;
  readonly keys: Keys;
  readonly cipher: Cipher;
  readonly notes: Notes;
}

type NoteName = 'id' | 'clean' | 'restored' | 'time';

/** Small facts about the database itself. */
export interface Notes {
  get(name: NoteName): string | null;
  set(name: NoteName, value: string): void;
}

export interface FileOptions { readonly file: string; readonly keyFile: string; readonly cached: number }

export const migrations: readonly Migration[] = migrationsIn(new URL('./migrations/', import.meta.url));

export function openFiles({ file, keyFile, cached }: FileOptions): Files {
  if (file !== memory) makeFolder(file);
  const db = openDatabase(file);
  try {
    migrate(db, file, migrations);
    const notes = notesOf(db);
    const keysFile = keysFileOf(file);
    const id = notes.get('id');
    if (id !== null && file !== memory && !existsSync(keysFile)) {
      throw new StoreError('keys-missing', `${keysFile}: the keys are missing, and without them ${file} cannot be read: copy them back from MEND_KEYS_MIRROR, or move ${file} away to start anew.`);
    }
    const cipher = openCipher();
    const keys = openKeys({ file: keysFile, masterFile: keyFile, cipher, cached });
    if (id === null) {
      // A first start that was cut short has keys of nobody; keys of somebody mean that the database was lost.
      if (keys.count() > 0) {
        keys.close();
        throw new StoreError('database-lost', `${file}: it is empty, but ${keysFile} holds keys of people: run \`mend restore\` with a backup, or move ${keysFile} away to start anew on purpose.`);
      }
      notes.set('id', keys.store);
    } else if (id !== keys.store) {
      keys.close();
      throw new StoreError('keys-foreign', `${keysFile}: these keys belong to another database than ${file}: put the pair back together.`);
    }
    return { db, keys, cipher, notes };
  } catch (error) {
    closeQuietly(db);
    if (sqliteCode(error) !== null) throw new StoreError('cannot-open', cureFor(file, error), error);
    throw error;
  }
}

export function notesOf(db: Db): Notes {
  const select = db.prepare<[string], string>('select value from store where name = ?').pluck();
  const upsert = db.prepare<[string, string]>('insert into store (name, value) values (?, ?) on conflict (name) do update set value = excluded.value');
  return { get: (name) => select.get(name) ?? null, set: (name, value) => void upsert.run(name, value) };
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreError('cannot-open', `${file}: its folder cannot be made: make it, or set MEND_DB to another place.`, error);
  }
}
