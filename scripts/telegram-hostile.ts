/** Hostile words in every field, checked by every rule on the way out: `node scripts/telegram-hostile.ts [inputs] [seed]`. */
import { percentile } from '../tests/fakes/telegram/crowd.ts';
import { hostile, hostileWords } from '../tests/fakes/telegram/hostile.ts';
import { openWorld } from '../tests/fakes/telegram/world.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const [count = 100_000, seed = 7] = process.argv.slice(2).map(Number);
const words = hostileWords(count, seed);
const parts = projectUnderstanding();
const silent: string[] = [];
const wrong: string[] = [];
const notices: string[] = [];
const times: number[] = [];
const cpu: number[] = [];
// In lots, each in a world of its own: the server remembers every call.
const lot = 4_400;
for (let first = 0; first < count; first += lot) {
  const world = await openWorld({ ...parts, by: 'polling' });
  const result = await hostile(world, words.slice(first, first + lot), first);
  silent.push(...result.silent);
  wrong.push(...result.wrong);
  notices.push(...result.notices);
  for (const time of result.times) times.push(time);
  cpu.push(...result.cpu);
  await world.close();
  process.stdout.write(`${Math.min(count, first + lot)} of ${count}\n`);
}
process.stdout.write(`
inputs                                       ${count}
messages that Telegram would refuse          ${wrong.length}
updates or messages that were reported       ${notices.length}
messages of people met with silence          ${silent.length}
from input to answer: p50, p99               ${percentile(times, 0.5)} ms, ${percentile(times, 0.99)} ms, eight at once (the server and its checks included)
of the processor, for one input: p50, p99    ${percentile(cpu, 0.5)} ms, ${percentile(cpu, 0.99)} ms (the same)
`);
for (const each of [...wrong, ...notices, ...silent].slice(0, 20)) process.stdout.write(`  ${each}\n`);
process.exitCode = wrong.length + notices.length + silent.length > 0 ? 1 : 0;
