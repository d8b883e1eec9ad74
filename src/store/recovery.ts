/** What a start has to put right: sends that are unsure, rows and keys that have lost each other. */
import type { Box } from './box.ts';
import type { Group } from './group.ts';
import { isBusy } from './store-error.ts';

/**
 * Rows that no key opens (restored from an old backup) go; keys that no row needs (a kill between the two files) go too.
 * Costs two counts when nothing is wrong.
 */
export async function matchKeysAndRows(box: Box, group: Group, restored: boolean): Promise<void> {
  const { db, keys } = box;
  const needed = Number(db.prepare('select (select count(*) from subject) + (select count(*) from outbox where subject is null) + (select count(*) from erasure)').pluck().get());
  if (restored) await removeUnreadable(box, group);
  if (restored || needed !== keys.count()) removeUnneeded(box);
}

async function removeUnreadable(box: Box, group: Group): Promise<void> {
  const { db, keys, subjects } = box;
  const all = db.prepare<[], { id: number; key: number }>('select id, key from subject').all().filter((row) => !keys.has(row.key));
  await group.add(() => { for (const row of all) subjects.removeRow(row.id); });
  const parcels = db.prepare<[], { id: number; key: number }>('select id, key from outbox where subject is null').all().filter((row) => !keys.has(row.key));
  const remove = db.prepare<[number]>('delete from outbox where id = ?');
  await group.add(() => { for (const row of parcels) remove.run(row.id); });
}

function removeUnneeded({ db, keys }: Box): void {
  const isNeeded = new Set([...db.prepare<[], number>('select key from subject').pluck().all(), ...db.prepare<[], number>('select key from outbox').pluck().all(), ...db.prepare<[], number>('select key from erasure').pluck().all()]);
  const lost = keys.db.prepare<[], number>('select id from key').pluck().all().filter((id) => !isNeeded.has(id));
  try {
    if (lost.length > 0) keys.destroy(lost);
  } catch (error) {
    // They harm nobody; the next start finds them again.
    if (!isBusy(error)) throw error;
  }
}
