/** Counts for health, metrics and `doctor`: sizes and numbers, nothing of anybody. */
import { existsSync, statSync } from 'node:fs';
import type { Box } from './box.ts';
import { memory } from './database.ts';
import type { Erasures } from './erasure.ts';

export interface Stats {
  readonly subjects: number;
  readonly queued: number;
  readonly sending: number;
  readonly held: number;
  readonly timers: number;
  readonly setAside: number;
  readonly erasures: number;
  readonly bytes: number;
  readonly walBytes: number;
  readonly keyBytes: number;
}

export function openStats({ db }: Pick<Box, 'db'>, erasures: Erasures, file: string): () => Stats {
  const count = (sql: string): (() => number) => {
    const statement = db.prepare<[], number>(`select count(*) from ${sql}`).pluck();
    return () => statement.get() ?? 0;
  };
  const [subjects, queued, sending, held, timers, setAside] = [
    count('subject'), count('outbox where state in (0, 3)'), count('outbox where state = 1'), count('outbox where state = 2'), count('timer'), count('set_aside'),
  ] as const;
  const size = (name: string): number => (file !== memory && existsSync(name) ? statSync(name).size : 0);
  return () => ({
    subjects: subjects(), queued: queued(), sending: sending(), held: held(), timers: timers(), setAside: setAside(),
    erasures: erasures.open().length, bytes: size(file), walBytes: size(`${file}-wal`), keyBytes: size(`${file}.keys`),
  });
}
