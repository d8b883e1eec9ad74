import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { markerSearch } from './marker-search.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'mend-forget-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('what somebody wrote can be read in no file, is gone after forgetting, and stays gone when an older backup comes back', async () => {
  const cache = new URL('../../.cache', import.meta.url).pathname;
  const table = await markerSearch(folder, cache);
  expect(table).toMatchObject({ foundBefore: [], foundRunning: [], foundAfter: [], foundInLog: [], keysLeft: 0, afterRestore: 'Nothing is kept of KEY.\n' });
  // There was something to forget, or the search proves nothing.
  expect(table.kept).toBeGreaterThan(5);
});
