/** A community's weeks by clocks that are moved, jump, stand still or were wrong: one post a local week, late at most once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openCommunity, type Community } from '../community.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { openCalendar, weekOf, weeksByOffsets } from './community-calendar.ts';

const library = projectLibrary();
const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;
/** Sunday 22 November 2026, noon UTC; weekly on Monday at 19:00 UTC. */
const noon = Date.UTC(2026, 10, 22, 12);
const firstSlot = Date.UTC(2026, 10, 23, 19);
const weekly = (at = noon): ReturnType<typeof openCalendar> => openCalendar(library, 'UTC', 1, '19:00', at, true);
const times = (posts: readonly { readonly at: number }[]): readonly string[] => posts.map((post) => new Date(post.at).toISOString().slice(0, 16));

describe('zones with rules of their own', () => {
  // Every zone and ten years: scripts/weekly-zones.ts.
  it.each([
    ['Australia/Lord_Howe', 7, 2020], ['Africa/Casablanca', 7, 2020], ['Asia/Gaza', 6, 2020], ['Antarctica/Troll', 7, 2020], ['Pacific/Apia', 5, 2011], ['Pacific/Apia', 6, 2011],
    ['America/St_Johns', 7, 2020], ['Asia/Kathmandu', 7, 2020], ['Pacific/Chatham', 7, 2020], ['Europe/Dublin', 7, 2020], ['Africa/Cairo', 5, 2022], ['Asia/Tehran', 3, 2020],
    ['America/Nuuk', 7, 2022], ['Asia/Beirut', 7, 2022], ['Europe/Volgograd', 7, 2020], ['Africa/Juba', 1, 2020], ['America/Santiago', 7, 2020], ['Asia/Pyongyang', 5, 2018],
  ])('%s, day %i, from %i', (zone, weekday, year) => {
    for (const time of ['02:30', '00:00', '23:45']) {
      const [from, until] = [Date.UTC(year, 0, 1, 12), Date.UTC(year + 2, 0, 1, 12)];
      const calendar = openCalendar(library, zone, weekday, time, from);
      calendar.run(until);
      expect(calendar.posts).toEqual(weeksByOffsets(zone, weekday, time, from, until));
    }
  });

  it('has one post in each local week, also where an hour is missing or comes twice', () => {
    const calendar = openCalendar(library, 'Europe/Dublin', 7, '01:30', Date.UTC(2020, 0, 1), true);
    calendar.run(Date.UTC(2030, 0, 1));
    const weeks = calendar.posts.map((post) => weekOf(post.slot));
    expect(new Set(weeks).size).toBe(weeks.length);
    expect(weeks).toHaveLength(522);
    expect(times(calendar.posts)).toContain('2026-03-29T01:30');
    expect(times(calendar.posts)).toContain('2026-10-25T00:30');
  });
});

describe('a clock that jumps', () => {
  it.each([['an hour before a slot', firstSlot - hour], ['at a slot', firstSlot], ['in the middle of a week', firstSlot + 3 * day]])('two hours back, %s: nothing twice', (_, at) => {
    const calendar = weekly();
    calendar.run(at);
    calendar.jump(at - 2 * hour);
    calendar.run(at + 3 * week);
    const all = weeksByOffsets('UTC', 1, '19:00', noon, at + 3 * week);
    expect(calendar.posts.map((post) => post.slot)).toEqual(all.map((post) => post.slot));
  });

  it.each([['at a slot', firstSlot], ['an hour after one', firstSlot + hour], ['two days after one', firstSlot + 2 * day], ['an hour before one', firstSlot - hour]])('eight days on, %s: at most one late post, none past a day', (_, at) => {
    const calendar = weekly();
    calendar.run(at);
    const before = calendar.posts.length;
    calendar.jump(at + 8 * day);
    const late = calendar.posts.slice(before);
    expect(late.length).toBeLessThanOrEqual(1);
    for (const post of late) expect(post.at - Date.parse(`${post.slot.slice(2)}T19:00Z`)).toBeLessThanOrEqual(day);
    calendar.run(at + 8 * day + 2 * week);
    expect(new Set(calendar.posts.map((post) => post.slot)).size).toBe(calendar.posts.length);
    expect(calendar.posts).toHaveLength(before + late.length + 2);
  });

  it.each([['less than a day after a slot: one late post', 3 * week + 20 * hour, 1, 0], ['more than a day after one: none, and the keeper is told', 3 * week + 30 * hour, 0, 1]])('three weeks down, back %s', (_, away, late, told) => {
    const calendar = weekly();
    calendar.run(firstSlot);
    calendar.jump(firstSlot + away);
    expect(calendar.posts).toHaveLength(1 + late);
    expect(calendar.told).toHaveLength(told);
    calendar.run(firstSlot + 5 * week);
    expect(calendar.posts).toHaveLength(1 + late + 2);
  });

  it.each([['at a slot', firstSlot], ['in the middle of a week', firstSlot + 3 * day]])('a year back and right again, %s: no slot twice, and it goes on', (_, at) => {
    const calendar = weekly();
    calendar.run(at);
    calendar.jump(at - 364 * day);
    expect(calendar.next).toBeLessThanOrEqual(at - 364 * day + week);
    calendar.run(at - 364 * day + 5 * hour);
    calendar.jump(at + 5 * hour);
    calendar.run(at + 3 * week);
    const slots = calendar.posts.map((post) => post.slot);
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots.filter((slot) => slot > '1-2026-11-24')).toHaveLength(3);
  });
});

describe('a start by a clock that leapt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mend-leap-'));
  afterAll(() => { rmSync(folder, { recursive: true }); });
  let files = 0;

  /** A schedule set up at noon; then each start by its own clock, for so long. What was posted, by the clock of that start. */
  async function starts(...all: readonly { readonly at: number; readonly runs: number; readonly platform?: number }[]): Promise<{ readonly posts: readonly (readonly string[])[]; readonly subjects: readonly number[] }> {
    files += 1;
    const file = join(folder, `${files}.db`);
    const posts: (readonly string[])[] = [];
    const subjects: number[] = [];
    for (const [index, { at, runs, platform }] of [{ at: noon, runs: hour }, ...all].entries()) {
      let community: Community | null = null;
      community = openCommunity(library, at, { file, dateTold: () => (platform === undefined ? null : platform + (community?.clock.elapsed() ?? 0)) });
      if (index === 0) {
        await community.member('1', { moderator: true }).command('weekly', { what: 'schedule', day: 'monday', time: '19:00', timezone: 'UTC', channel: '55' });
        await community.member('1', { moderator: true }).press('Yes, set it up');
        await community.member('10').command('help');
      }
      await community.later(runs);
      if (index > 0) posts.push(times(community.posts()));
      subjects.push(community.store.stats().subjects);
      await community.close();
    }
    return { posts, subjects };
  }

  it.each([['that nobody contradicts', undefined], ['that the platform contradicts', noon + 2 * hour]])('a year ahead %s: nobody expires, nothing is posted, and the week of the right time is', async (_, platform) => {
    const { posts, subjects } = await starts({ at: noon + 364 * day, runs: 14 * 60_000, ...(platform === undefined ? {} : { platform }) }, { at: noon + 2 * hour, runs: 2 * day });
    expect(posts).toEqual([[], ['2026-11-23T19:00']]);
    expect(new Set(subjects)).toEqual(new Set(subjects.slice(0, 1)));
  });

  it('a year ahead for a week that the platform contradicts: nobody has expired', async () => {
    const { subjects } = await starts({ at: noon + 364 * day, runs: 9 * day, platform: noon + 2 * hour }, { at: noon + 10 * day, runs: hour, platform: noon + 10 * day });
    expect(new Set(subjects)).toEqual(new Set(subjects.slice(0, 1)));
  });

  it('a year back: nothing is posted by it, and the week of the right time is', async () => {
    const { posts } = await starts({ at: noon - 364 * day, runs: 10 * day, platform: noon + 2 * hour }, { at: noon + 2 * hour, runs: 2 * day, platform: noon + 2 * hour });
    expect(posts[1]).toEqual(['2026-11-23T19:00']);
  });

  it('three weeks down, back an hour after a slot, and the platform tells the same: one late post at once, then each week', async () => {
    const back = firstSlot + 3 * week + hour;
    const { posts } = await starts({ at: back, runs: 8 * day, platform: back });
    expect(posts[0]).toEqual(['2026-12-14T20:00', '2026-12-21T19:00']);
  });

  it('three weeks down with nobody to ask: the same', async () => {
    const { posts } = await starts({ at: firstSlot + 3 * week + hour, runs: 8 * day });
    expect(posts[0]).toEqual(['2026-12-14T20:00', '2026-12-21T19:00']);
  });

  it('really down for a year: everybody expires once it is confirmed', async () => {
    const back = noon + 364 * day;
    const { posts, subjects } = await starts({ at: back, runs: hour, platform: back });
    // The place's own timer counts as a sign of life.
    expect(subjects).toEqual([2, 1]);
    expect(posts).toEqual([[]]);
  });
});

describe('a clock that was wrong, with the real timers', () => {
  let community: Community;
  afterEach(async () => { await community.close(); });

  async function scheduled(at: number): Promise<void> {
    community = openCommunity(library, at);
    await community.member('1', { moderator: true }).command('weekly', { what: 'schedule', day: 'monday', time: '19:00', timezone: 'UTC', channel: '55' });
    await community.member('1', { moderator: true }).press('Yes, set it up');
  }

  /** Of each post, whether it came in the two minutes after the slot: the runtime looks at the clock once a minute. */
  const onTime = (): readonly boolean[] => community.posts().map((post) => post.at >= firstSlot && post.at < firstSlot + 120_000);

  it.each([['a year', 364 * day], ['eight days', 8 * day]])('%s ahead and set right while it runs: the next week is posted', async (_, ahead) => {
    await scheduled(noon + ahead);
    await community.later(hour);
    await community.clock.set(noon);
    await community.later(2 * day);
    expect(onTime()).toEqual([true]);
  });

  it('leaps a year ahead while it runs, and is set right: nobody has expired, and the week is posted', async () => {
    await scheduled(noon);
    await community.later(hour);
    await community.clock.set(noon + 364 * day);
    await community.later(2 * hour);
    await community.clock.set(noon + 2 * hour);
    await community.later(2 * day);
    expect(onTime()).toEqual([true]);
  });

  it('goes back by two hours in an open week: the week stays open, and the number of people is not looked at early', async () => {
    await scheduled(noon);
    await community.later(32 * hour);
    await community.clock.set(community.clock.now() - 2 * hour);
    await community.later(3 * day);
    expect(community.posts()).toHaveLength(1);
    expect((await community.member('10').pressed({ kind: 'join', slot: '1-2026-11-23' })).map((each) => each.text).join('\n')).toContain('Only you see');
    expect((await community.member('1', { moderator: true }).command('weekly', { what: 'results' })).map((each) => each.text).join('\n')).toContain('no closed weeks yet');
  });

  it('is looked at after a restart too, by what lies more than a week ahead', async () => {
    await scheduled(noon + 364 * day);
    const due = await community.store.due(noon, 32);
    expect(due.map((event) => event.kind === 'due' && [event.name, event.due > event.at])).toEqual([['weekly-open:1', true]]);
    expect(await community.store.due(noon + 1, 32)).toEqual([]);
    expect(await community.store.due(noon + hour + 1, 32)).toHaveLength(1);
  });
});
