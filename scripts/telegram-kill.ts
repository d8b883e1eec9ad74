/**
 * `mend serve` is killed (SIGKILL) at random moments while people write to it: `node scripts/telegram-kill.ts [kills] [people a kill] [webhook port] [steps of each person]`.
 * Every fourth time it is killed while it starts. Updates that were not confirmed come again, every press comes twice under two update ids. At the end each person's count of
 * turns and each reply is compared with a chat that nothing disturbed. Exit 1 when something was lost without a word, or done twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { broken, killed } from '../tests/fakes/telegram/campaigns.ts';

const kills = Number(process.argv[2] ?? 100);
const peoplePerKill = Number(process.argv[3] ?? 4);
const hook = process.argv[4] === undefined ? {} : { hookPort: Number(process.argv[4]) };
const steps = Number(process.argv[5] ?? 6);
const folder = mkdtempSync(join(tmpdir(), 'mend-kill-'));
const started = Date.now();
const result = await killed({ kills, folder, peoplePerKill, steps, ...hook, say: (line) => process.stdout.write(`${line}\n`), pause });
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`
kills                                        ${kills} in ${Math.round((Date.now() - started) / 1000)} s
people, updates                              ${result.people}, ${result.updates}
transitions lost, doubled                    ${result.turnsLost}, ${result.turnsDoubled}
people led astray, replies out of order      ${result.astray}, ${result.outOfOrder}
replies lost without a word                  ${result.lostSilently}
replies that may be missing, and were announced  ${result.lostAnnounced} (parcels found unsure at a start: ${result.unsure})
replies doubled: safety, all others          ${result.doubledSafety}, ${result.doubled}
calls against the documentation              ${result.wrong}
`);
const faults = broken(result);
process.stdout.write(`${faults.length === 0 ? 'the promise of delivery was kept' : faults.join('\n')}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
