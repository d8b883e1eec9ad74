/**
 * Hostile words into every field, checked by every rule on the way out: `node scripts/discord-hostile.ts [inputs=100000] [seed=7] [over loopback=500]`.
 * Most of them without the network; the last through Discord on loopback, with the library and its connection. Exit 1 when a send broke a rule or pinged.
 */
import { hostile } from '../tests/fakes/discord/hostile.ts';
import { hostileHere } from '../tests/fakes/discord/hostile-here.ts';
import { openWorld } from '../tests/fakes/discord/world.ts';
import { percentile } from '../tests/fakes/telegram/crowd.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const [count = 100_000, seed = 7, over = 500] = process.argv.slice(2).map(Number);
const parts = projectUnderstanding();
const here = await hostileHere(parts, count, seed, (line) => process.stdout.write(`${line}\n`));
const world = await openWorld(parts);
const loop = await hostile(world, over, seed);
await world.close();
const bad = [...here.bad, ...loop.bad];
process.stdout.write(`
without the network
inputs                                       ${here.inputs}
turns, forms, lists of suggestions           ${here.turns}, ${here.forms}, ${here.suggestions}
sends, of them not empty in allowed_mentions ${here.sends}, ${here.pinging}
kinds of broken rules                        ${here.bad.length}
packets that threw, turns set aside          ${here.thrown}, ${here.setAside}
from packet to body: p50, p99                ${percentile(here.times, 0.5)} ms, ${percentile(here.times, 0.99)} ms (of the processor: ${percentile(here.cpu, 0.5)} ms, ${percentile(here.cpu, 0.99)} ms)

over loopback
inputs, answered                             ${loop.inputs}, ${loop.answered}
calls against the documentation or our rules ${loop.bad.length}
packets that could not be handled            ${loop.notices}
from packet to answer: p50, p99              ${percentile(loop.times, 0.5)} ms, ${percentile(loop.times, 0.99)} ms (the fake and its checks included)
`);
for (const each of bad.slice(0, 10)) process.stdout.write(`  ${each}\n`);
// With many connections gone through, a timer of the HTTP library can keep the process although nothing waits for it.
process.stdout.write('', () => process.exit(bad.length + here.pinging + here.thrown + here.setAside + loop.notices > 0 ? 1 : 0));
