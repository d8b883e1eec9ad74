/** Plays every talk of `tests/conversations` over grammY and a Bot API on loopback, in both ways of receiving. Exit 1 when one goes wrong. */
import { play, talks } from '../tests/fakes/telegram/play.ts';
import { openWorld } from '../tests/fakes/telegram/world.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const parts = projectUnderstanding();
const all = talks();
let failures = 0;
process.stdout.write('receiving   talks   went wrong   calls   against the documentation\n');
for (const by of ['polling', 'webhook'] as const) {
  const world = await openWorld({ ...parts, by });
  const wrong: string[] = [];
  for (const [index, talk] of all.entries()) wrong.push(...(await play(world, index + 1, talk)).map((each) => `${talk.file}, ${talk.name}: ${each}`));
  process.stdout.write(`${by.padEnd(11)} ${String(all.length).padStart(5)} ${String(wrong.length).padStart(12)} ${String(world.fake.calls.length).padStart(7)} ${String(world.fake.wrong.length).padStart(11)}\n`);
  for (const each of [...wrong, ...world.fake.wrong]) process.stdout.write(`  ${each}\n`);
  failures += wrong.length + world.fake.wrong.length;
  await world.close();
}
process.exitCode = failures > 0 ? 1 : 0;
