/**
 * Forgetting somebody, in an order that a kill cannot break: their rows go and an erasure row comes in one transaction;
 * then their key is destroyed; then both write-ahead logs are emptied, for old pages live on in them
 * (https://www.sqlite.org/pragma.html#pragma_secure_delete); only then the receipt may leave.
 * `recover` finishes at the next start what a kill cut short.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Box } from './box.ts';
import { emptyWal } from './database.ts';
import { isBusy } from './store-error.ts';
import type { Known } from './subjects.ts';

export interface Erasures {
  begin(keyId: number): number;
  open(): readonly number[];
  keyOf(erasure: number): number | null;
  end(erasure: number): void;
}

export function openErasures({ db, now }: Pick<Box, 'db' | 'now'>): Erasures {
  const insert = db.prepare<[number, number]>('insert into erasure (key, at) values (?, ?)');
  const all = db.prepare<[], number>('select id from erasure order by id').pluck();
  const key = db.prepare<[number], number>('select key from erasure where id = ?').pluck();
  const remove = db.prepare<[number]>('delete from erasure where id = ?');
  return {
    begin: (keyId) => Number(insert.run(keyId, now()).lastInsertRowid),
    open: () => all.all(),
    keyOf: (erasure) => key.get(erasure) ?? null,
    end: (erasure) => void remove.run(erasure),
  };
}

/** Inside a transaction: the rows go. */
export function startErasure(box: Box, erasures: Erasures, known: Known): number {
  box.subjects.remove(known);
  return erasures.begin(known.keyId);
}

/**
 * Outside of transactions: the key and the last copies go. Resolves when nothing readable is left on the disk.
 * `closed` ends the waiting for a reader that never leaves; the rest is then done at the next start.
 */
export async function destroyKeys(box: Box, keyIds: readonly number[], mirror: () => Promise<void>, closed: () => boolean): Promise<boolean> {
  const patiently = async (done: () => boolean): Promise<boolean> => {
    for (let wait = 1; !closed(); wait = Math.min(wait * 2, 200)) {
      if (done()) return true;
      await pause(wait);
    }
    return false;
  };
  return await patiently(() => destroyed(box, keyIds))
    && await patiently(() => emptyWal(box.keys.db))
    && (await mirror(), true)
    && await patiently(() => emptyWal(box.db));
}

function destroyed(box: Box, keyIds: readonly number[]): boolean {
  try {
    box.keys.destroy(keyIds);
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}
