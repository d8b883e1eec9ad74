/**
 * The talks of `tests/conversations` over the parts of discord.js: a few of each kind here, all of them with `node scripts/discord-talks.ts`.
 * Those in pure code are `tests/conversations.test.ts`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { impossible, play } from '../fakes/discord/play.ts';
import { openWorld, type World } from '../fakes/discord/world.ts';
import { talks } from '../fakes/telegram/play.ts';
import { projectUnderstanding } from '../knowledge-of-project.ts';

const all = talks();
const sample = all.filter(({ file }, index) => index % 6 === 0 || file === 'two-phones.yaml' || file === 'somebody-has-the-phone.yaml');
/** Those that need what only a server's replies can get wrong: pieces behind `/ask`, forms, a reminder that leads elsewhere. */
const inServer = all.filter((talk, index) => impossible(talk, 'server') === null && (index % 6 === 3 || /In pieces|Back, skip, pause|Help is help|weekly, and shown/u.test(talk.name)));
const parts = projectUnderstanding();
const idOf = (index: number): string => String(700_000_000_000_000_000n + BigInt(index));
let world: World;
beforeAll(async () => { world = await openWorld(parts); });
afterAll(async () => { await world.close(); });

describe('talks over the parts of discord.js', () => {
  it.each(sample.map((talk, index) => [`${talk.file}: ${talk.name}`, index, talk] as const))('in a direct chat: %s', async (_, index, talk) => {
    expect(await play(world, idOf(index), talk, 'direct')).toEqual([]);
    expect(world.fake.wrong).toEqual([]);
    expect(world.notices).toEqual([]);
  });

  it.each(inServer.map((talk, index) => [`${talk.file}: ${talk.name}`, 100 + index, talk] as const))('in a server, seen by nobody else: %s', async (_, index, talk) => {
    expect(await play(world, idOf(index), talk, 'server')).toEqual([]);
    expect(world.fake.wrong).toEqual([]);
    expect(world.notices).toEqual([]);
  });
});
