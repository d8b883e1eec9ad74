/** Everything that Discord's REST can do to a send: `node scripts/discord-storm.ts [people] [others] [retry_after]`. */
import { setTimeout as pause } from 'node:timers/promises';
import { wallClock } from '../tests/fakes/discord/clock.ts';
import { storm, weathers } from '../tests/fakes/discord/storm.ts';
import { openWorld } from '../tests/fakes/discord/world.ts';
import { percentile } from '../tests/fakes/telegram/crowd.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const [people = 20, others = 20, seconds = 3] = process.argv.slice(2).map(Number);
const parts = projectUnderstanding();
let failures = 0;
process.stdout.write('what Discord does                  people    got   twice   none   too early   tries   others p95   unknown\n');
for (const weather of weathers) {
  const world = await openWorld({ ...parts, clock: wallClock, adapter: { sendMs: 500 } });
  const result = await storm(world, weather, { people, others, seconds, pause, patience: 60_000 });
  const unknown = /mend_sends_unknown_total\S* (\d+)/u.exec(world.metrics.text())?.[1] ?? '0';
  const hopeless = weather === 'direct messages closed' || weather === 'malformed to Discord';
  const p95 = percentile(result.others, 0.95);
  process.stdout.write(`${weather.padEnd(34)} ${String(people).padStart(6)} ${String(result.got).padStart(6)} ${String(result.twice).padStart(7)} ${String(result.none).padStart(6)} ${String(result.early).padStart(11)} ${String(result.tries).padStart(7)} ${String(p95).padStart(9)} ms ${unknown.padStart(9)}\n`);
  if (result.got !== (hopeless ? 0 : people) || result.twice + result.early + world.fake.wrong.length > 0 || (hopeless && result.tries > people)) failures += 1;
  await world.close();
}
process.exitCode = failures > 0 ? 1 : 0;
