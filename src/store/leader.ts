/**
 * One process leads: it holds an exclusive transaction on `<db>.lock`, which the system ends with the process,
 * however it ends. Others see it at once and stand by.
 */
import Database from 'better-sqlite3';
import { closeQuietly, memory } from './database.ts';
import { StoreError, cureFor, isBusy } from './store-error.ts';

export interface Leadership { release(): void }

/** Null while another process leads. */
export function tryToLead(file: string): Leadership | null {
  if (file === memory) return { release: () => undefined };
  const lockFile = `${file}.lock`;
  let lock: Database.Database | null = null;
  try {
    lock = new Database(lockFile, { timeout: 0 });
    lock.exec('begin exclusive');
    const held = lock;
    return { release: () => closeQuietly(held) };
  } catch (error) {
    if (lock) closeQuietly(lock);
    if (isBusy(error)) return null;
    throw new StoreError('cannot-open', cureFor(lockFile, error), error);
  }
}

/** For what must not happen beside a running bot: restoring and changing the master key. */
export function leadOrRefuse(file: string, what: string): Leadership {
  const leadership = tryToLead(file);
  if (!leadership) throw new StoreError('leader-running', `${file}: a bot is running on it: stop the bot, then ${what} again.`);
  return leadership;
}
