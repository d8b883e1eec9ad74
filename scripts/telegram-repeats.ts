/** What Telegram and phones say more than once: `node scripts/telegram-repeats.ts [people] [pairs]`. One update or press must be one turn, one reply; what a kill left half done is done after it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { outran, repeated } from '../tests/fakes/telegram/repeats.ts';
import { openWorld } from '../tests/fakes/telegram/world.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const [people = 500, pairs = 100] = process.argv.slice(2).map(Number);
const world = await openWorld({ ...projectUnderstanding(), by: 'webhook' });
const { posted, refused, astray, miscounted } = await repeated(world, people);
const wrong = world.fake.wrong.length;
await world.close();
const folder = mkdtempSync(join(tmpdir(), 'mend-repeats-'));
const { before, lost, doubled } = await outran(folder, pairs, pause);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`people, posts of updates, refused            ${people}, ${posted}, ${refused}
not where one update and one press leads     ${astray}
told too little or too much                  ${miscounted}
pairs of updates, later one done at the kill ${pairs}, ${before}
of these pairs: lost, done twice             ${lost}, ${doubled}
calls against the documentation              ${wrong}
`);
process.exitCode = refused + astray + miscounted + lost + doubled + wrong > 0 || before === 0 ? 1 : 0;
