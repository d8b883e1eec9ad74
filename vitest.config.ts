import { statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/learned-once.ts'],
    env: {
      // The processes that tests start remember compiled code from the first file on, as `npm start` does.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'code'),
      ...temporaryFiles('/dev/shm'),
    },
    pool: 'forks',
    // Half of the time goes by waiting: for processes that tests start, and for a platform's pace.
    maxWorkers: availableParallelism() * 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

/** Data files of tests lie in memory where there is room: what a durable write costs on this disk, tests neither show nor need. */
function temporaryFiles(inMemory: string): { readonly TMPDIR?: string } {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > 2 ** 31 ? { TMPDIR: inMemory } : {};
  } catch {
    return {};
  }
}
