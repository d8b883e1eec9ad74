/** A sample of the talks over grammY and a Bot API on loopback, in both ways of receiving; `scripts/telegram-talks.ts` plays all of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectUnderstanding } from '../knowledge-of-project.ts';
import { play, talks } from '../fakes/telegram/play.ts';
import { openWorld, type World } from '../fakes/telegram/world.ts';

const { library, understand } = projectUnderstanding();
const all = talks();
const sample = all.filter(({ file }, index) => file === 'hide.yaml' || file === 'links.yaml' || file === 'two-phones.yaml' || file === 'somebody-has-the-phone.yaml' || all.findIndex((each) => each.file === file) === index);

describe.each(['polling', 'webhook'] as const)('over Telegram by %s', (by) => {
  let world: World;
  beforeAll(async () => { world = await openWorld({ library, understand, by }); });
  afterAll(async () => { await world.close(); });

  const played = by === 'polling' ? sample : sample.filter(({ file }) => ['hide.yaml', 'crisis.yaml', 'promise.yaml'].includes(file));
  it.each(played.map((talk, index) => [`${talk.file}: ${talk.name}`, talk, index + 1] as const))('%s', async (_, talk, id) => {
    expect(await play(world, id, talk)).toEqual([]);
    expect(world.fake.wrong).toEqual([]);
    expect(world.notices).toEqual([]);
  });
});
