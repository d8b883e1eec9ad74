/** The connection to Discord is lost in every way it knows: `node scripts/discord-gateway.ts [people] [rounds]`. Back within 60 s, under five IDENTIFYs, each message once. */
import { setTimeout as pause } from 'node:timers/promises';
import { gap, losses } from '../tests/fakes/discord/gaps.ts';
import { openWorld } from '../tests/fakes/discord/world.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const [people = 20, rounds = 1] = process.argv.slice(2).map(Number);
const parts = projectUnderstanding();
let failures = 0;
process.stdout.write('what happened                  back after   IDENTIFYs   written   handled   twice\n');
for (let round = 0; round < rounds; round += 1) {
  for (const loss of losses) {
    // Discord asks for a heartbeat every 45 seconds; here more often, so that a trial ends.
    const world = await openWorld({ ...parts, before: (fake) => { fake.gateway.heartbeatInterval = 500; } });
    const result = await gap(world, loss, { people, pause });
    const wrong = world.fake.wrong.length;
    await world.close();
    process.stdout.write(`${loss.padEnd(30)} ${String(result.backMs).padStart(7)} ms ${String(result.identifies).padStart(11)} ${String(result.written).padStart(9)} ${String(result.handled).padStart(9)} ${String(result.twice).padStart(7)}\n`);
    if (result.backMs > 60_000 || result.identifies >= 5 || result.handled !== people || result.twice > 0 || wrong > 0) failures += 1;
  }
}
process.exitCode = failures > 0 ? 1 : 0;
