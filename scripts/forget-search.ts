/**
 * Looks for what was written before and after forgetting: `node scripts/forget-search.ts [rounds=5]`.
 * Ends with a table and with exit 1 when the word, or the key of it, could be read anywhere.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markerSearch } from '../tests/process/marker-search.ts';

const [rounds = 5] = process.argv.slice(2).map(Number);
const cache = new URL('../.cache', import.meta.url).pathname;
let bad = 0;
for (let round = 1; round <= rounds; round += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'mend-forget-'));
  const table = await markerSearch(folder, cache);
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`round ${round}: ${JSON.stringify(table)}\n`);
  bad += table.foundBefore.length + table.foundRunning.length + table.foundAfter.length + table.foundInLog.length + table.keysLeft;
  if (!table.afterRestore.startsWith('Nothing is kept of')) bad += 1;
}
process.exitCode = bad === 0 ? 0 : 1;
