/**
 * The keys, copied to one other place that is overwritten whole: a second copy against a broken disk,
 * and never an archive, for an old copy would bring forgotten keys back.
 */
import { renameSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from './database.ts';
import { syncFolder } from './master-key.ts';

export interface Mirror {
  /** After a new key: within a while. */
  soon(): void;
  /** After a destroyed key: the copy is on the disk when this resolves. */
  now(): Promise<void>;
}

/** Copying is spaced out to one twentieth of the time. */
const pauseShare = 20;
const shortestPause = 1000;

/** `file: null`: no mirror is wanted. */
export function openMirror(keys: Db, file: string | null, report: (error: unknown) => void): Mirror {
  if (file === null) return { soon: () => undefined, now: () => Promise.resolve() };
  let copying: Promise<void> = Promise.resolve();
  let planned = false;
  let took = 0;

  async function copy(to: string): Promise<void> {
    const began = performance.now();
    rmSync(`${to}.part`, { force: true });
    await keys.backup(`${to}.part`, { progress: () => 1000 });
    renameSync(`${to}.part`, to);
    syncFolder(to);
    took = performance.now() - began;
  }

  const now = (): Promise<void> => {
    const mine = copying.then(() => copy(file));
    copying = mine.catch(() => undefined);
    return mine;
  };

  return {
    now,
    soon() {
      if (planned) return;
      planned = true;
      void pause(Math.max(shortestPause, took * pauseShare), undefined, { ref: false })
        .then(() => {
          planned = false;
          return keys.open ? now() : undefined;
        })
        .catch(report);
    },
  };
}
