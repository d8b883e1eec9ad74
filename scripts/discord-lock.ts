/**
 * Another process holds the database's write lock for five seconds while people use commands: `node scripts/discord-lock.ts [interactions]`.
 * Discord gives three seconds for the first response, and must not wait for the database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { guildOfFake, settingsFor } from '../tests/fakes/discord/campaigns.ts';
import { wallClock } from '../tests/fakes/discord/clock.ts';
import { locked } from '../tests/fakes/discord/locked.ts';
import { fakeDiscord } from '../tests/fakes/discord/server.ts';
import { channelId, guildId } from '../tests/fakes/discord/world.ts';
import { serve } from '../tests/fakes/telegram/served.ts';

const count = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'mend-lock-'));
const fake = await fakeDiscord({ clock: wallClock });
fake.addGuild(guildId, [channelId]);
const served = serve(settingsFor(fake, folder));
await served.ready();
await fake.until(() => fake.commands().length > 0);
const started = Date.now();
const result = await locked({ fake, folder, guild: guildOfFake(fake) }, count, async () => pause(Math.max(500, 5_000 - (Date.now() - started))), () => pause(40));
const seconds = Math.round((Date.now() - started) / 100) / 10;
served.kill('SIGTERM');
const end = await served.ended;
await fake.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`interactions, acknowledged in the lock       ${result.interactions}, ${result.acknowledged}
slowest first response                       ${result.slowest} ms (allowed 2,500)
turns done before the lock was given back    ${result.early}
answered afterwards                          ${result.answered} after ${seconds} s
the process ended with                       ${end.code}
calls against the documentation              ${fake.wrong.length}
`);
for (const each of fake.wrong.slice(0, 5)) process.stdout.write(`  ${each}\n`);
process.exitCode = result.acknowledged !== count || result.answered !== count || result.slowest > 2_500 || result.early > 0 || fake.wrong.length > 0 ? 1 : 0;
