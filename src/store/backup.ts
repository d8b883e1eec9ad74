/**
 * A copy of the database while it is in use, by SQLite's own online backup (https://www.sqlite.org/backup.html):
 * copying the file instead would lose what lies in the write-ahead log. The keys are never part of it.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { Db } from './database.ts';
import { syncFolder } from './master-key.ts';
import { StoreError, cureFor, sqliteCode } from './store-error.ts';

const pagesAStep = 500;
/** Another process that writes makes the copy begin again; after this often, all the rest is taken in one step. */
const mostRestarts = 3;

/** `progress` gets the share that is done, 0 to 1. */
export async function backupTo(db: Db, own: string, file: string, progress: (share: number) => void): Promise<void> {
  if (resolve(file).startsWith(resolve(own))) throw new StoreError('backup-bad', `${file}: this is the database itself: give the backup another name.`);
  const part = `${file}.part`;
  try {
    rmSync(part, { force: true });
    let fewest = Infinity;
    let restarts = 0;
    await db.backup(part, {
      progress({ totalPages, remainingPages }) {
        if (remainingPages > fewest) restarts += 1;
        fewest = remainingPages;
        progress(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
        return restarts >= mostRestarts ? totalPages : pagesAStep;
      },
    });
    alone(part);
    renameSync(part, file);
    syncFolder(file);
    progress(1);
  } catch (error) {
    if (existsSync(part)) rmSync(part, { force: true });
    const sentence = sqliteCode(error) === null ? `${file}: the backup cannot be written: check its folder.` : cureFor(file, error);
    throw error instanceof StoreError ? error : new StoreError('backup-bad', sentence, error);
  }
}

/** One file that can be read where nothing can be written: a copy in WAL mode wants a log and an index beside it even to be read. */
function alone(part: string): void {
  const copy = new Database(part, { timeout: 0 });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
