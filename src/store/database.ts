/**
 * A SQLite file opened the one way this project uses it: WAL, every commit synced, deleted bytes overwritten,
 * nothing in temporary files, and never a wait inside SQLite (a wait there would stop the event loop).
 */
import { accessSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreError, cureFor, isBusy, sqliteCode } from './store-error.ts';

export type Db = Database.Database;

/** Older ones can damage a database when the WAL is reset: https://www.sqlite.org/releaselog/3_51_3.html */
const oldestSqlite = '3.51.3';
/** A whole check of a larger file would keep the bot from answering for seconds; `doctor` does it on request. */
const checkedAtStart = 64 * 1024 * 1024;

export const memory = ':memory:';

/** `cacheKb`: pages kept in memory. Few: the system keeps the file's pages anyway, and who was here last is kept decrypted. */
export function openDatabase(file: string, cacheKb = 3000): Db {
  const db = opened(file);
  try {
    refuseOldSqlite(db);
    // The busy handler is off everywhere else; the first moments may wait for a neighbour that is starting too.
    db.pragma('busy_timeout = 2000');
    db.pragma('page_size = 4096');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma(`cache_size = -${cacheKb}`);
    db.pragma('journal_size_limit = 67108864');
    if (file !== memory && statSync(file).size <= checkedAtStart) refuseDamage(db, file);
    db.pragma('busy_timeout = 0');
    return db;
  } catch (error) {
    closeQuietly(db);
    throw startError(file, error);
  }
}

/** Sentences of SQLite about damage; empty when there is none. Reads the whole file. */
export function damage(db: Db): readonly string[] {
  const rows = db.pragma('quick_check(10)') as readonly { quick_check: string }[];
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
}

/** Moves the WAL into the file and empties it; false while a reader is in the way. Not inside a transaction. */
export function emptyWal(db: Db): boolean {
  try {
    const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
    return row?.busy === 0;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

export function closeQuietly(db: Db): void {
  try {
    db.close();
  } catch {
    // A database that cannot be closed is one that was never open.
  }
}

function opened(file: string): Db {
  try {
    // SQLite gives -wal and -shm the mode of the file.
    if (file !== memory && !existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    refuseReadOnly(file);
    return new Database(file, { timeout: 2000 });
  } catch (error) {
    throw startError(file, error);
  }
}

/** SQLite opens such a file too, and refuses the first write: when somebody new writes, which is too late. */
function refuseReadOnly(file: string): void {
  if (file === memory) return;
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new StoreError('read-only', `${file}: it cannot be written: check the owner and the mode of the file.`, error);
  }
}

function refuseOldSqlite(db: Db): void {
  const version = String(db.prepare('select sqlite_version()').pluck().get());
  if (isOlder(version, oldestSqlite)) throw new StoreError('old-sqlite', `SQLite ${version} can damage databases: install better-sqlite3 with SQLite ${oldestSqlite} or later (npm ci).`);
}

/** Of two versions such as 3.51.3. */
function isOlder(one: string, other: string): boolean {
  const [these, those] = [one.split('.').map(Number), other.split('.').map(Number)];
  const differs = those.findIndex((number, at) => number !== (these[at] ?? 0));
  return differs >= 0 && (these[differs] ?? 0) < (those[differs] ?? 0);
}

function refuseDamage(db: Db, file: string): void {
  const [first] = damage(db);
  if (first !== undefined) throw new StoreError('corrupt', `${file}: it is damaged: run \`mend restore\` with a backup (${first.split('\n')[0]}).`);
}

function startError(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = sqliteCode(error);
  if (code === null) return new StoreError('cannot-open', `${file}: it cannot be opened: ${existsSync(file) ? 'check the file' : 'make its folder first'}.`, error);
  if (/CORRUPT|NOTADB/.test(code)) return new StoreError('corrupt', cureFor(file, error), error);
  return new StoreError(/READONLY|PERM/.test(code) ? 'read-only' : 'cannot-open', cureFor(file, error), error);
}
