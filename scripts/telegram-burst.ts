/** Many messages of one person in a moment, from many people at once: `node scripts/telegram-burst.ts [people] [messages each]`. None may be left out or taken out of order. */
import { burst } from '../tests/fakes/telegram/burst.ts';
import { openWorld } from '../tests/fakes/telegram/world.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const [people = 200, each = 50] = process.argv.slice(2).map(Number);
const parts = projectUnderstanding();
let faults = 0;
process.stdout.write('by           people   messages   written within   last answer   wrong count   wrong order   against the documentation\n');
for (const by of ['polling', 'webhook'] as const) {
  const world = await openWorld({ ...parts, by, still: true });
  const { messages, within, took, miscounted, outOfOrder, example } = await burst(world, people, each);
  const wrong = world.fake.wrong.length;
  await world.close();
  process.stdout.write(`${by.padEnd(12)} ${String(people).padStart(6)} ${String(messages).padStart(10)} ${`${within} ms`.padStart(16)} ${`${took} ms`.padStart(13)} ${String(miscounted).padStart(13)} ${String(outOfOrder).padStart(13)} ${String(wrong).padStart(8)}\n`);
  if (example !== '') process.stdout.write(`  ${example}\n`);
  faults += miscounted + outOfOrder + wrong;
}
process.exitCode = faults > 0 ? 1 : 0;
