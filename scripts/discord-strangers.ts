/** Presses and commands of people who may not: `node scripts/discord-strangers.ts [forged presses] [seed]`. Nothing may move, and everybody gets a private word. */
import { byOthers, forged, moderatorsCommands, seeded, type Tried } from '../tests/fakes/discord/strangers.ts';
import { openWorld, type World } from '../tests/fakes/discord/world.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const [count = 10_000, seed = 7] = process.argv.slice(2).map(Number);
const parts = projectUnderstanding();
const trials: readonly (readonly [string, (world: World) => Promise<Tried>])[] = [
  ['components of another person', (world) => byOthers(world, Infinity)],
  ['forged, old and replayed presses', (world) => forged(world, count, seeded(seed))],
  ['commands of moderators', (world) => moderatorsCommands(world)],
];
let failures = 0;
process.stdout.write('what                               tried   changed   no word   public   against the documentation\n');
for (const [name, trial] of trials) {
  const world = await openWorld(parts);
  const { tried, changed, silent, public: loud } = await trial(world);
  process.stdout.write(`${name.padEnd(34)} ${String(tried).padStart(5)} ${String(changed).padStart(9)} ${String(silent).padStart(9)} ${String(loud).padStart(8)} ${String(world.fake.wrong.length).padStart(8)}\n`);
  failures += changed + silent + loud + world.fake.wrong.length;
  await world.close();
}
// With many connections gone through, a timer of the HTTP library can keep the process although nothing waits for it.
process.stdout.write('', () => process.exit(failures > 0 ? 1 : 0));
