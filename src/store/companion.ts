/** Keeps the caches, the lanes and the key file in step with the transactions of the group. */
import type { Box } from './box.ts';
import type { Companion } from './group.ts';
import type { Lanes } from './lanes.ts';

export function companionOf({ db, keys, subjects }: Box, lanes: Lanes, keysAdded: () => void): Companion {
  const version = db.prepare<[], number>('pragma data_version').pluck();
  let seen = version.get();
  return {
    begun() {
      const now = version.get();
      if (now === seen) return;
      seen = now;
      subjects.dropCache();
      keys.forgetCached();
      lanes.reread();
    },
    jobKept() {
      subjects.jobKept();
      lanes.jobKept();
    },
    jobDropped() {
      subjects.jobDropped();
      lanes.jobDropped();
    },
    beforeCommit() {
      if (!keys.db.inTransaction) return;
      keys.commit();
      keysAdded();
    },
    committed() {
      subjects.committed();
      lanes.committed();
    },
    rolledBack() {
      keys.rollback();
      subjects.rolledBack();
      lanes.rolledBack();
    },
  };
}
