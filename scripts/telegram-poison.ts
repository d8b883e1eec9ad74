/** Messages that no turn survives, and some that end the process: `node scripts/telegram-poison.ts [people] [people where it ends the process]`. They are set aside with a word; all others are answered. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { poisoned } from '../tests/fakes/telegram/poison.ts';

const [people = 200, fewer = 6] = process.argv.slice(2).map(Number);
let faults = 0;
process.stdout.write('a poison that      people   poisons   starts   no word   more than one   others disturbed\n');
for (const [kind, size] of [['throws', people], ['ends-the-process', fewer]] as const) {
  const folder = mkdtempSync(join(tmpdir(), 'mend-poison-'));
  const { poisons, starts, silent, repeated, disturbed } = await poisoned(folder, kind, size, pause);
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${kind.padEnd(18)} ${String(size).padStart(6)} ${String(poisons).padStart(9)} ${String(starts).padStart(8)} ${String(silent).padStart(9)} ${String(repeated).padStart(15)} ${String(disturbed).padStart(18)}\n`);
  faults += silent + repeated + disturbed;
}
process.exitCode = faults > 0 ? 1 : 0;
