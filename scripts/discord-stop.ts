/** `mend serve` is ended by SIGTERM again and again while people write to it: `node scripts/discord-stop.ts [times]`. Nothing may be lost or doubled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { killed } from '../tests/fakes/discord/campaigns.ts';

const times = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'mend-stop-'));
const result = await killed({ kills: times, folder, writers: 6, pressers: 2, gently: true, say: (line) => process.stdout.write(`${line}\n`), pause });
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`
ends, not 0 within 10 s, the slowest         ${times}, ${result.badEnds}, ${result.slowestEnd} ms
people who wrote, messages                   ${result.people}, ${result.messages}
transitions lost, doubled                    ${result.turnsLost}, ${result.turnsDoubled}
replies lost without a word, with one        ${result.lostSilently}, ${result.lostAnnounced} (parcels unsure at a start: ${result.unsure})
replies doubled                              ${result.doubled}
exercises walked by pressing, unfinished     ${result.walks}, ${result.walksUnfinished} (presses ${result.presses}, pressed again ${result.pressedAgain})
people without exactly one kept result       ${result.resultsWrong}
calls against the documentation              ${result.wrong}
`);
process.exitCode = result.badEnds + result.turnsLost + result.turnsDoubled + result.lostSilently + result.lostAnnounced + result.doubled + result.walksUnfinished + result.resultsWrong + result.wrong > 0 ? 1 : 0;
