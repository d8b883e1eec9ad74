/**
 * A backup becomes the database again. Keys stay as they are today, so people forgotten since the backup stay forgotten:
 * the next `recover` removes the rows that no key opens. A write-ahead log of the old file must go first,
 * or SQLite would replay its pages over the restored ones.
 */
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { closeQuietly, damage, emptyWal, type Db } from './database.ts';
import { keysFileOf } from './keys.ts';
import { leadOrRefuse } from './leader.ts';
import { syncFolder } from './master-key.ts';
import { schemaOf } from './migrate.ts';
import { migrations, notesOf } from './start.ts';
import { StoreError, cureFor } from './store-error.ts';

export interface RestoreOptions { readonly file: string; readonly from: string; readonly keysMirror?: string }

/** Messages that waited when the backup was made are not restored: most have left since. Returns how many those were. */
export async function restore({ file, from, keysMirror }: RestoreOptions): Promise<{ readonly dropped: number }> {
  if (resolve(from) === resolve(file)) throw new StoreError('backup-bad', `${from}: this is the database itself: name a backup.`);
  const leadership = leadOrRefuse(file, 'restore');
  const fresh = `${file}.restoring`;
  try {
    const keys = keysFileOf(file);
    if (!existsSync(keys) && keysMirror !== undefined && existsSync(keysMirror)) copyFileSync(keysMirror, keys);
    const backup = openBackup(from);
    try {
      refuse(backup, from, keys);
      removeWithLogs(fresh);
      await backup.backup(fresh);
    } finally {
      closeQuietly(backup);
    }
    const dropped = prepare(fresh);
    settleOld(file);
    removeLogs(file);
    renameSync(fresh, file);
    syncFolder(file);
    return { dropped };
  } finally {
    removeWithLogs(fresh);
    leadership.release();
  }
}

function openBackup(from: string): Db {
  if (!existsSync(from) || statSync(from).size === 0) throw new StoreError('backup-bad', `${from}: there is no backup in this file: check the name.`);
  try {
    return new Database(from, { readonly: true, timeout: 0 });
  } catch (error) {
    throw new StoreError('backup-bad', cureFor(from, error), error);
  }
}

function refuse(backup: Db, from: string, keysFile: string): void {
  const bad = (why: string, cause?: unknown): StoreError => new StoreError('backup-bad', `${from}: ${why}: take another backup.`, cause);
  let id: string | null;
  try {
    if (damage(backup).length > 0) throw bad('it is damaged');
    const newest = migrations.at(-1)?.number ?? 0;
    if (schemaOf(backup) > newest) throw new StoreError('newer-database', `${from}: it was made by a newer Mend (schema ${schemaOf(backup)}, this one knows ${newest}): update Mend first.`);
    id = notesOf(backup).get('id');
  } catch (error) {
    throw error instanceof StoreError ? error : bad('it is no backup of Mend', error);
  }
  if (!existsSync(keysFile)) throw new StoreError('keys-missing', `${keysFile}: the keys are missing, and without them the backup cannot be read: copy them back, or set MEND_KEYS_MIRROR.`);
  const keys = new Database(keysFile, { readonly: true, timeout: 0 });
  const store = keys.prepare<[], Buffer>("select value from fixed where name = 'store'").pluck().get();
  closeQuietly(keys);
  if (store?.toString() !== id) throw new StoreError('keys-foreign', `${from}: it belongs to other keys than ${keysFile}: restore it beside its own keys.`);
}

function prepare(fresh: string): number {
  const db = new Database(fresh, { timeout: 0 });
  const dropped = db.prepare('delete from outbox where state <> 3').run().changes;
  notesOf(db).set('restored', '1');
  emptyWal(db);
  db.close();
  return dropped;
}

/** The old file takes in its own log, if it still can, so that a kill before the rename loses nothing. */
function settleOld(file: string): void {
  if (!existsSync(file)) return;
  try {
    const old = new Database(file, { timeout: 0 });
    emptyWal(old);
    old.close();
  } catch {
    // A damaged file is why one restores.
  }
}

function removeLogs(file: string): void {
  for (const log of ['-wal', '-shm', '-journal']) rmSync(`${file}${log}`, { force: true });
}

function removeWithLogs(file: string): void {
  rmSync(file, { force: true });
  removeLogs(file);
}
