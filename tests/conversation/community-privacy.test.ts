/** What those who run a community can learn of the people in it: nothing that one person alone makes. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freeze } from '../../src/store/frozen-slot.ts';
import { openCommunity, takePart, type Community, type Member } from '../community.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { deeds, lived, type Deed } from './community-life.ts';

const library = projectLibrary();
const hour = 3_600_000;
const texts = (seen: readonly { readonly text: string }[]): string => seen.map((each) => each.text).join('\n');
const join = (who: number, values: readonly [number, number, number]): Deed => ({ kind: 'join', who, schedule: 0, values });

describe('any life of a community', () => {
  // Hundreds of lives: scripts/weekly-privacy.ts.
  it('shows no id, no line, no small band, no single joining, and each closed week the same for ever', async () => {
    await fc.assert(fc.asyncProperty(deeds, async (life) => { await lived(library, life); }), { numRuns: 4, seed: 11, endOnFailure: true });
  });

  it('is seen: a life of thirteen people has a result', async () => {
    const life = await lived(library, Array.from({ length: 13 }, (_, i) => join(i + 2, [i % 2 === 0 ? 1 : 9, 5, i === 0 ? 1 : 8])));
    expect(life.joined).toBe(13);
    expect(life.results[0]).toBe('1-2026-11-23: 2026-11-23,1,10,partner,0,100,0;2026-11-23,1,10,self,50,0,50');
  });

  it('does not show that somebody left: not while the week is open, and not in its result', async () => {
    const five = Array.from({ length: 5 }, (_, i) => join(i + 2, [9, 9, 9]));
    const life = await lived(library, [...five, { kind: 'later', hours: 7 }, { kind: 'forget', who: 3 }, { kind: 'later', hours: 7 }]);
    expect(life.results[0]).toBe('1-2026-11-23: 2026-11-23,1,5,,,,');
  });

  it('does not depend on who came first', async () => {
    const people = Array.from({ length: 12 }, (_, i) => join(i + 2, [i % 11, (i * 3) % 11, 5 + (i % 5)]));
    expect((await lived(library, people.toReversed())).results).toEqual((await lived(library, people)).results);
  });
});

describe('the minutes that a result is about', () => {
  let community: Community;
  let moderator: Member;
  beforeEach(async () => {
    community = openCommunity(library);
    moderator = community.member('1', { moderator: true });
    await moderator.command('weekly', { what: 'schedule', day: 'monday', time: '19:00', timezone: 'UTC', channel: '55' });
    await moderator.press('Yes, set it up');
  });
  afterEach(async () => { await community.close(); });
  const results = async (): Promise<string> => texts(await moderator.command('weekly', { what: 'results' }));
  const crowd = async (slot: string): Promise<void> => { for (let id = 10; id < 16; id += 1) await takePart(community, String(id), [9, 9, 9], slot); };

  it('cannot be chosen with "now": it posts the open week again and ends nothing', async () => {
    await community.later(32 * hour);
    await crowd('1-2026-11-23');
    await community.later(30 * hour);
    expect(texts(await moderator.command('weekly', { what: 'now' }))).toContain('A week is open already');
    await moderator.press('Post it again');
    expect(community.posts().filter((post) => !post.revised)).toHaveLength(2);
    expect(await results()).toContain('no closed weeks yet');
  });

  it('"now" does not move the moments at which the number of people is looked at', async () => {
    await community.later(32 * hour);
    await crowd('1-2026-11-23');
    await community.later(4 * hour);
    await moderator.command('weekly', { what: 'now' });
    await moderator.press('Post it again');
    expect(texts(community.posts())).not.toContain('people or more');
    await community.later(2 * hour);
    expect(texts(community.posts())).toContain('5 people or more');
  });

  it('cannot be chosen with "stop": the open week leaves no result', async () => {
    await community.later(32 * hour);
    await crowd('1-2026-11-23');
    await moderator.command('weekly', { what: 'stop' });
    await moderator.press('Yes, stop it');
    expect(await results()).toContain('Week of 2026-11-23: it was open for less than a day or was stopped');
  });

  it('cannot be chosen with a first post shortly before the usual one', async () => {
    await community.later(12 * hour);
    await moderator.command('weekly', { what: 'now' });
    expect(community.posts()).toHaveLength(1);
    await community.member('1', { moderator: true }).command('weekly', { what: 'schedule', day: 'monday', time: '03:00', timezone: 'UTC', channel: '56' });
    await moderator.press('Yes, set it up');
    await moderator.command('weekly', { what: 'now' });
    await moderator.press('2:');
    await crowd('2-2026-11-23');
    await community.later(4 * hour);
    expect(await results()).not.toContain('people or more');
  });
});

describe('somebody who had themselves forgotten', () => {
  it('is not missed: a week never tells fewer people than the channel was told', () => {
    const nine = Array.from({ length: 9 }, () => ({ trust: 9 }));
    expect(freeze('s', nine, 10)).toEqual({ slot: 's', people: 10, bands: { trust: [0, 0, 100] } });
    expect(freeze('s', nine.slice(0, 4), 5)).toEqual({ slot: 's', people: 5, bands: {} });
    expect(freeze('s', nine.slice(0, 4), 0)).toBeNull();
  });
});

describe('a band that is counted with its neighbour', () => {
  it('is never known closer than as one to four people, whatever else is shown', () => {
    const views = new Map<string, Set<number>[]>();
    for (let people = 5; people <= 30; people += 1) {
      for (let low = 0; low <= people; low += 1) {
        for (let middle = 0; low + middle <= people; middle += 1) {
          const counts = [low, middle, people - low - middle];
          const answers = counts.flatMap((count, band) => Array.from({ length: count }, () => ({ trust: band * 4 })));
          const view = JSON.stringify(freeze('s', answers));
          const known = views.get(view) ?? [new Set(), new Set(), new Set()];
          for (const [band, count] of counts.entries()) known[band]?.add(count);
          views.set(view, known);
        }
      }
    }
    for (const [view, known] of views) {
      for (const counts of known) {
        const small = [...counts].every((count) => count >= 1 && count <= 4);
        if (small) expect([view, counts.size]).toEqual([view, 4]);
      }
    }
    expect(views.size).toBeGreaterThan(200);
  });
});
