/** Hostile words into every field, checked by every rule on the way out: `node scripts/discord-hostile.ts [inputs] [seed]`. */
import { hostile } from '../tests/fakes/discord/hostile.ts';
import { openWorld } from '../tests/fakes/discord/world.ts';
import { percentile } from '../tests/fakes/telegram/crowd.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const [count = 5_000, seed = 7] = process.argv.slice(2).map(Number);
const world = await openWorld(projectUnderstanding());
const { inputs, answered, bad, notices, times } = await hostile(world, count, seed);
await world.close();
process.stdout.write(`inputs, answered                             ${inputs}, ${answered}
calls against the documentation or our rules ${bad.length}
packets that could not be handled            ${notices}
from packet to answer: p50, p99              ${percentile(times, 0.5)} ms, ${percentile(times, 0.99)} ms (the fake and its checks included)
`);
for (const each of bad.slice(0, 10)) process.stdout.write(`  ${each}\n`);
process.exitCode = bad.length + notices > 0 ? 1 : 0;
