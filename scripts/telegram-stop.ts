/** `mend serve` is ended by SIGTERM again and again while people write to it: `node scripts/telegram-stop.ts [times]`. Nothing may be lost or doubled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { broken, killed } from '../tests/fakes/telegram/campaigns.ts';

const times = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'mend-stop-'));
const result = await killed({ kills: times, folder, peoplePerKill: 2, steps: 2, gently: true, say: (line) => process.stdout.write(`${line}\n`), pause });
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`
ends, not 0 within 10 s, the slowest         ${times}, ${result.badEnds}, ${result.slowestEnd} ms
people, updates                              ${result.people}, ${result.updates}
transitions lost, doubled                    ${result.turnsLost}, ${result.turnsDoubled}
people led astray, replies out of order      ${result.astray}, ${result.outOfOrder}
replies lost without a word, with one        ${result.lostSilently}, ${result.lostAnnounced} (parcels unsure at a start: ${result.unsure})
replies doubled: safety, all others          ${result.doubledSafety}, ${result.doubled}
calls against the documentation              ${result.wrong}
`);
const faults = [...broken(result), ...(result.lostAnnounced + result.doubledSafety > 0 ? ['an end that was asked for leaves nothing unsure'] : [])];
process.stdout.write(`${faults.length === 0 ? 'the promise of delivery was kept' : faults.join('\n')}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
