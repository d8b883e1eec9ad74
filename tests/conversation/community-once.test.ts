/** One post a community and slot, however many processes there are and whenever they are killed. All of it: scripts/weekly-once.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { postedOnce } from './community-killed.ts';

it('two processes on one database, killed between claim and send: each post once, or its keeper is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mend-once-'));
  try {
    const table = await postedOnce({ folder, processes: 2, communities: 6, kills: 2 });
    expect(table).toMatchObject({ kills: 2, twice: 0, lostWithoutAWord: 0, toldTwice: 0 });
    expect(table.once + table.toldMissing).toBe(6);
    expect(table.leaders).toBeGreaterThan(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 90_000);
