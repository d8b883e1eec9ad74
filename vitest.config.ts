import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/learned-once.ts'],
    // The processes that tests start remember compiled code from the first file on, as `npm start` does.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'code') },
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
