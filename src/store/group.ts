/**
 * Group commit: jobs that arrive in one tick share one transaction and one sync of the disk.
 * A promise settles only after COMMIT. So 32 chats cost little more than one, and nothing is ever confirmed too early.
 *
 * Hardly any job throws, so the first try goes without savepoints; when one does, all of it is taken back
 * and run again with a savepoint a job, and only the one that throws is rejected.
 *
 * After any error SQLite itself is asked whether the transaction still stands (https://www.sqlite.org/lang_transaction.html,
 * "Response To Errors Within A Transaction"): if it does, one job goes back to its savepoint; if it does not
 * (a full disk takes everything back), the whole group failed and each job is tried again alone.
 */
import { setImmediate as nextTick, setTimeout as pause } from 'node:timers/promises';
import type { Db } from './database.ts';
import { isBusy, isStorage, unavailable } from './store-error.ts';

export interface Group {
  /** Runs `job` inside a transaction, perhaps more than once: it must start from nothing each time. Rejects with the job's own error, or with `Unavailable`. */
  add<T>(job: () => T): Promise<T>;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

/** What must keep step with the transaction: caches and the second file. */
export interface Companion {
  /** The transaction has begun: look whether another process has written. */
  begun(): void;
  /** One job's work stands, or is taken back. */
  jobKept(): void;
  jobDropped(): void;
  /** Before COMMIT; may throw an error of SQLite. */
  beforeCommit(): void;
  committed(): void;
  rolledBack(): void;
}

export interface GroupOptions {
  readonly db: Db;
  readonly file: string;
  readonly companion: Companion;
  readonly most: number;
  /** How long another process may hold the lock, ms. */
  readonly busyFor: number;
}

interface Job { readonly run: () => unknown; readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void }
type Attempt =
  | { readonly kind: 'committed' }
  /** A job threw, and there was no savepoint to go back to. */
  | { readonly kind: 'unguarded' }
  | { readonly kind: 'busy'; readonly error: unknown }
  /** All of it was taken back. */
  | { readonly kind: 'failed'; readonly error: unknown };

export function openGroup(options: GroupOptions): Group {
  const queue: Job[] = [];
  let working: Promise<void> | null = null;
  const attempt = attempts(options);

  async function work(): Promise<void> {
    await nextTick();
    while (queue.length > 0) {
      await together(queue.splice(0, options.most));
      if (queue.length > 0) await nextTick();
    }
    working = null;
  }

  async function together(jobs: readonly Job[]): Promise<void> {
    const result = await patiently(jobs);
    if (result.kind === 'committed' || result.kind === 'unguarded') return;
    const [only, ...others] = jobs;
    if (!only) return;
    if (others.length === 0 || result.kind === 'busy') {
      for (const job of jobs) job.reject(unavailable(options.file, result.error));
      return;
    }
    for (const job of jobs) await together([job]);
  }

  async function patiently(jobs: readonly Job[]): Promise<Attempt> {
    const until = performance.now() + options.busyFor;
    let guarded = false;
    for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
      const result = attempt(jobs, guarded);
      if (result.kind === 'unguarded') {
        guarded = true;
        continue;
      }
      if (result.kind !== 'busy' || performance.now() > until) return result;
      await pause(wait);
    }
  }

  return {
    add: (run) => new Promise((resolve, reject) => {
      queue.push({ run, resolve: resolve as (value: unknown) => void, reject });
      working ??= work();
    }),
    async idle() { while (working) await working; },
  };
}

/** One synchronous try of one transaction. */
function attempts({ db, companion }: GroupOptions): (jobs: readonly Job[], guarded: boolean) => Attempt {
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  const rollback = db.prepare('rollback');
  const savepoint = db.prepare('savepoint job');
  const release = db.prepare('release job');
  const backToSavepoint = db.prepare('rollback to job');

  const takeBack = (error: unknown): Attempt => {
    if (db.inTransaction) rollback.run();
    companion.rolledBack();
    return { kind: isBusy(error) ? 'busy' : 'failed', error };
  };

  return (jobs, guarded) => {
    const settle: (() => void)[] = [];
    try {
      begin.run();
      companion.begun();
      for (const job of jobs) {
        if (guarded) savepoint.run();
        try {
          const value = job.run();
          if (guarded) release.run();
          companion.jobKept();
          settle.push(() => job.resolve(value));
        } catch (error) {
          companion.jobDropped();
          // A job of a group that hits the storage is tried again alone, with all the others.
          if (!db.inTransaction || isStorage(error)) return takeBack(error);
          if (!guarded) {
            takeBack(error);
            return { kind: 'unguarded' };
          }
          backToSavepoint.run();
          release.run();
          settle.push(() => job.reject(error));
        }
      }
      companion.beforeCommit();
      commit.run();
    } catch (error) {
      return takeBack(error);
    }
    companion.committed();
    for (const each of settle) each();
    return { kind: 'committed' };
  };
}
