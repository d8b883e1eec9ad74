/**
 * Kills a talking process again and again: `node scripts/store-kill.ts [kills=1000] [chats=8] [longest ms=120]`.
 * Ends with a table and with exit 1 when a turn or a reply was lost or doubled.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killed } from '../tests/store/killed.ts';

const [kills = 1000, chats = 8, longest = 120] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'mend-kill-'));
const began = Date.now();
const table = await killed({ folder, kills, chats, longest });
rmSync(folder, { recursive: true, force: true });
for (const [name, value] of Object.entries({ ...table, seconds: Math.round((Date.now() - began) / 1000) })) process.stdout.write(`${name.padEnd(18)}${String(value).padStart(8)}\n`);
process.exitCode = table.lostTurns + table.doubledTurns + table.lostReplies + table.doubledUnmarked === 0 ? 0 : 1;
