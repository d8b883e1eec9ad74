/**
 * The talks of `tests/conversations` over discord.js: a few of each kind here, all of them with `node scripts/discord-talks.ts`.
 * Those in pure code are `tests/conversations.test.ts`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play } from '../fakes/discord/play.ts';
import { openWorld, type World } from '../fakes/discord/world.ts';
import { talks } from '../fakes/telegram/play.ts';
import { projectUnderstanding } from '../knowledge-of-project.ts';

const sample = talks().filter(({ file }, index) => index % 6 === 0 || file === 'two-phones.yaml' || file === 'somebody-has-the-phone.yaml');
const parts = projectUnderstanding();
const idOf = (index: number): string => String(700_000_000_000_000_000n + BigInt(index));
let world: World;
beforeAll(async () => { world = await openWorld(parts); });
afterAll(async () => { await world.close(); });

describe('talks over discord.js', () => {
  it.each(sample.map((talk, index) => [`${talk.file}: ${talk.name}`, index, talk] as const))('in a direct chat: %s', async (_, index, talk) => {
    expect(await play(world, idOf(index), talk, 'direct')).toEqual([]);
    expect(world.fake.wrong).toEqual([]);
    expect(world.notices).toEqual([]);
  });
});
