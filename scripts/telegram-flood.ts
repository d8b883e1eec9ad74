/** One person writes 1,000 messages a minute; how long others wait, with and without: `node scripts/telegram-flood.ts [seconds]`. */
import { allowed } from '../src/adapters/telegram/pace.ts';
import { flooded, percentile } from '../tests/fakes/telegram/crowd.ts';
import { openWorld } from '../tests/fakes/telegram/world.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const seconds = Number(process.argv[2] ?? 60);
const parts = projectUnderstanding();
const runs: Record<'without' | 'with', number[]> = { without: [], with: [] };
let written = 0;
let danger = 0;
// In turns, so that what else the machine does hits both.
for (const _ of [1, 2, 3]) {
  for (const flood of [0, 1000]) {
    const world = await openWorld({ ...parts, by: 'polling', rates: allowed });
    const result = await flooded(world, 10, 2000, (seconds * 1000) / 6, flood);
    runs[flood > 0 ? 'with' : 'without'].push(...result.latencies);
    written += result.written;
    if (flood > 0) danger = Math.max(danger, result.danger);
    await world.close();
  }
}
for (const name of ['without', 'with'] as const) process.stdout.write(`others ${name.padEnd(8)} the flood: replies, p50, p95   ${runs[name].length}, ${percentile(runs[name], 0.5)} ms, ${percentile(runs[name], 0.95)} ms\n`);
const ratio = percentile(runs.with, 0.95) / percentile(runs.without, 0.95);
process.stdout.write(`their p95 with the flood, by that without     ${ratio.toFixed(2)} (at most 1.20)
written by one person                       ${written}\ntheir own danger, answered after             ${danger} ms\n`);
// No reply at all gives no ratio, and that is no success.
process.exitCode = ratio <= 1.2 ? 0 : 1;
