/**
 * Kills a talk through a pipe again and again: `node scripts/chat-kill.ts [kills=200] [latest ms=1500] [seed=7]`.
 * Ends with a table and with exit 1 when a line or a reply was lost, a line was counted twice, or an exercise moved.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killedTalk } from '../tests/process/killed-talk.ts';

const [kills = 200, longest = 1500, seed = 7] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'mend-chat-kill-'));
const began = Date.now();
const table = await killedTalk({ folder, kills, longest, seed });
for (const [name, value] of Object.entries({ ...table, seconds: Math.round((Date.now() - began) / 1000) })) process.stdout.write(`${name.padEnd(20)}${String(value).padStart(8)}\n`);
const ok = table.lost + table.countedTwice + table.exportDiffers + table.lostReplies + table.placeDiffers === 0;
if (ok) rmSync(folder, { recursive: true, force: true }); else process.stdout.write(`kept for a look: ${folder}\n`);
process.exitCode = ok ? 0 : 1;
