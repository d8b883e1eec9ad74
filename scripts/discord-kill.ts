/**
 * `mend serve` is killed (SIGKILL) at random moments while people write to it on Discord: `node scripts/discord-kill.ts [kills] [writers] [pressers]`.
 * Direct messages of the gap can be fetched, presses cannot: whoever sees one fail presses again. At the end each person's count of turns, each reply
 * and each kept result is compared with what it must be. Exit 1 when something was lost without a word, or done twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { killed } from '../tests/fakes/discord/campaigns.ts';

const [kills = 100, writers = 6, pressers = 4] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'mend-kill-'));
const started = Date.now();
const result = await killed({ kills, folder, writers, pressers, say: (line) => process.stdout.write(`${line}\n`), pause });
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`
kills                                        ${kills} in ${Math.round((Date.now() - started) / 1000)} s
people who wrote, messages                   ${result.people}, ${result.messages}
transitions lost, doubled                    ${result.turnsLost}, ${result.turnsDoubled}
replies lost without a word, with one        ${result.lostSilently}, ${result.lostAnnounced} (parcels found unsure at a start: ${result.unsure})
replies doubled                              ${result.doubled}
exercises walked by pressing, unfinished     ${result.walks}, ${result.walksUnfinished}
presses, pressed again                       ${result.presses}, ${result.pressedAgain}
people without exactly one kept result       ${result.resultsWrong}
calls against the documentation              ${result.wrong}
`);
process.exitCode = result.turnsLost + result.turnsDoubled + result.lostSilently + result.doubled + result.walksUnfinished + result.resultsWrong + result.wrong > 0 ? 1 : 0;
