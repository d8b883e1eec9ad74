/** Chats that Telegram tells to wait (429), and others who write meanwhile: `node scripts/telegram-storm.ts [limited] [others] [retry_after]`. */
import { percentile, storm } from '../tests/fakes/telegram/crowd.ts';
import { openWorld } from '../tests/fakes/telegram/world.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';
import { allowed } from '../src/adapters/telegram/pace.ts';

const [limited = 40, others = 40, seconds = 5] = process.argv.slice(2).map(Number);
// One message a chat matters here, and how long it takes: the pace to everybody is taken off, a chat's own is not.
const world = await openWorld({ ...projectUnderstanding(), by: 'polling', rates: { ...allowed, all: { interval: 0.001, burst: 1000 } } });
const result = await storm(world, limited, others, seconds);
await world.close();
const longest = Math.max(...result.waits) - seconds * 1000;
process.stdout.write(`chats told to wait, others                   ${limited}, ${others}
waits of ${seconds} s: number, too early, latest by    ${result.waits.length}, ${result.early}, ${longest} ms
others' reply: p50, p95                      ${percentile(result.others, 0.5)} ms, ${percentile(result.others, 0.95)} ms
chats that got something twice               ${result.repeated}
calls against the documentation              ${world.fake.wrong.length}
`);
process.exitCode = result.early + result.repeated + world.fake.wrong.length > 0 || percentile(result.others, 0.95) > 1000 ? 1 : 0;
