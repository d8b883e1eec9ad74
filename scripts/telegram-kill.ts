/**
 * `mend serve` is killed (SIGKILL) at random moments while people write to it: `node scripts/telegram-kill.ts [kills] [webhook port]`.
 * Updates that were not confirmed come again, every press comes twice under two update ids. At the end each person's count of
 * turns and each reply is compared with a chat that nothing disturbed. Exit 1 when something was lost without a word, or done twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { killed } from '../tests/fakes/telegram/campaigns.ts';

const kills = Number(process.argv[2] ?? 100);
const hook = process.argv[3] === undefined ? {} : { hookPort: Number(process.argv[3]) };
const folder = mkdtempSync(join(tmpdir(), 'mend-kill-'));
const started = Date.now();
const result = await killed({ kills, folder, peoplePerKill: 6, ...hook, say: (line) => process.stdout.write(`${line}\n`), pause });
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`
kills                                        ${kills} in ${Math.round((Date.now() - started) / 1000)} s
people, updates                              ${result.people}, ${result.updates}
transitions lost, doubled                    ${result.turnsLost}, ${result.turnsDoubled}
replies lost without a word                  ${result.lostSilently}
replies that may be missing, and were announced  ${result.lostAnnounced} (parcels found unsure at a start: ${result.unsure})
replies doubled: safety, all others          ${result.doubledSafety}, ${result.doubled}
calls against the documentation              ${result.wrong}
`);
process.exitCode = result.turnsLost + result.turnsDoubled + result.lostSilently + result.doubled + result.wrong > 0 ? 1 : 0;
