/** Plays every talk of `tests/conversations` over the parts of discord.js and Discord on loopback, in direct chats and in a server. Exit 1 when one goes wrong. */
import { impossible, play } from '../tests/fakes/discord/play.ts';
import { openWorld } from '../tests/fakes/discord/world.ts';
import { talks } from '../tests/fakes/telegram/play.ts';
import { projectUnderstanding } from '../tests/knowledge-of-project.ts';

const parts = projectUnderstanding();
const only = process.argv[2];
let failures = 0;
process.stdout.write('where    talks   not possible   went wrong   calls   against the documentation\n');
for (const manner of ['direct', 'server'] as const) {
  const world = await openWorld(parts);
  const all = talks().filter((talk) => only === undefined || `${talk.file} ${talk.name}`.includes(only));
  const reasons = new Map<string, number>();
  const wrong: string[] = [];
  let played = 0;
  for (const [index, talk] of all.entries()) {
    const reason = impossible(talk, manner);
    if (reason !== null) { reasons.set(reason, (reasons.get(reason) ?? 0) + 1); continue; }
    played += 1;
    wrong.push(...(await play(world, String(700_000_000_000_000_000n + BigInt(index)), talk, manner)).map((each) => `${talk.file}, ${talk.name}: ${each}`));
  }
  process.stdout.write(`${manner.padEnd(8)} ${String(played).padStart(5)} ${String(all.length - played).padStart(14)} ${String(wrong.length).padStart(12)} ${String(world.fake.calls.length).padStart(7)} ${String(world.fake.wrong.length).padStart(11)}\n`);
  for (const [reason, count] of reasons) process.stdout.write(`  ${count} not played: ${reason}\n`);
  for (const each of [...wrong, ...world.fake.wrong]) process.stdout.write(`  ${each}\n`);
  if (world.notices.length > 0) process.stdout.write(`  notices: ${[...new Set(world.notices)].join(', ')}\n`);
  failures += wrong.length + world.fake.wrong.length;
  await world.close();
}
process.exitCode = failures > 0 ? 1 : 0;
