/**
 * One weekly slot in many communities, several processes on one database, killed between claim and send:
 * `node scripts/weekly-once.ts [communities=200] [kills=200] [processes=8]`. Exit 1 when a post came twice or got lost without a word.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postedOnce } from '../tests/conversation/community-killed.ts';

const [communities = 200, kills = 200, processes = 8] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'mend-once-'));
const began = Date.now();
const table = await postedOnce({ folder, processes, communities, kills, say: (line) => process.stdout.write(`${line}\n`) });
rmSync(folder, { recursive: true, force: true });
for (const [name, value] of Object.entries({ processes, ...table, seconds: Math.round((Date.now() - began) / 1000) })) process.stdout.write(`${name.padEnd(20)}${String(value).padStart(8)}\n`);
process.exitCode = table.twice + table.lostWithoutAWord + table.toldTwice === 0 && table.once + table.toldMissing === communities ? 0 : 1;
