/**
 * What can go wrong with the files, said once: a code for programs, a sentence with the cure for people.
 * A disk or a lock in trouble is `Unavailable` (the same turn can succeed later); everything else is a bug or a refusal.
 */
import { statSync } from 'node:fs';
import { Unavailable } from './store.ts';

export type StoreErrorCode =
  | 'cannot-open' | 'read-only' | 'corrupt' | 'newer-database' | 'old-sqlite' | 'migration-failed'
  | 'database-lost' | 'keys-missing' | 'keys-foreign' | 'key-file-missing' | 'key-file-bad' | 'key-file-wrong' | 'key-file-open'
  | 'backup-bad' | 'leader-running' | 'document-too-large' | 'unreadable';

/** `message` is one sentence with the file and what to do about it. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** SQLite's own result code, such as `SQLITE_FULL`; null for every other error. */
export function sqliteCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null;
}

/** Another process holds the lock: waiting helps. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error) ?? '');
}

/** The files cannot take a write or give a read now; the turn itself is not to blame. */
export function isStorage(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PROTOCOL|PERM)/.test(sqliteCode(error) ?? '') || isBusy(error);
}

const cures: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_(FULL|IOERR_SHMSIZE)/, 'the disk is full: free some space, nothing else is needed'],
  [/^SQLITE_(BUSY|LOCKED)/, 'another program has held its lock for too long: stop that program'],
  [/^SQLITE_(READONLY|PERM|CANTOPEN)/, 'it cannot be written: check the owner and the mode of the file and of its folder'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'it is damaged: stop the bot and run `mend restore` with a backup'],
];

/** The sentence for an error of SQLite on `file`. */
export function cureFor(file: string, error: unknown): string {
  const code = sqliteCode(error) ?? 'unknown error';
  if (isFolder(file)) return `${file}: it is a folder: name a file.`;
  const cure = cures.find(([pattern]) => pattern.test(code))?.[1] ?? 'the disk gave an error: check the disk';
  return `${file}: ${cure} (${code}).`;
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

export function unavailable(file: string, error: unknown): Unavailable {
  return error instanceof Unavailable ? error : new Unavailable(cureFor(file, error), sqliteCode(error) ?? 'UNKNOWN', error);
}
