import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killedTalk } from './killed-talk.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'mend-killed-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a talk that is killed again and again loses no line, counts none twice, and stands where a calm one stands', async () => {
  const table = await killedTalk({ folder, kills: 3, longest: 1200, seed: 11 });
  expect(table).toMatchObject({ kills: 3, lost: 0, countedTwice: 0, exportDiffers: 0, lostReplies: 0, placeDiffers: 0 });
  expect(table.acknowledged).toBeGreaterThan(0);
});
