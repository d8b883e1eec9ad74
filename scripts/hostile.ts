/**
 * Thousands of hostile lines through `chat` and `classify`: `node scripts/hostile.ts [lines=5000] [seed=7]`.
 * Ends with a table and with exit 1 when a line was lost, doubled, or left without a word.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileTalk } from '../tests/process/hostile-lines.ts';

const [lines = 5000, seed = 7] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'mend-hostile-'));
const began = Date.now();
const table = await hostileTalk(join(folder, 'mend.db'), lines, seed);
rmSync(folder, { recursive: true, force: true });
for (const [name, value] of Object.entries({ ...table, seconds: Math.round((Date.now() - began) / 1000) })) process.stdout.write(`${name.padEnd(12)}${String(value).padStart(10)}\n`);
process.exitCode = table.turns === lines && table.classified === lines && table.misnumbered + table.broken === 0 && table.exits === '0 0' && table.errors === '' ? 0 : 1;
