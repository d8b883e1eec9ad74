/** The weekly check-in of a community, as moderators and members see it: real store, real timers, a clock in the hand. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/adapters/adapter.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { guild, openCommunity, takePart, type Community } from '../community.ts';

const library = projectLibrary();
const hour = 3_600_000;
const day = 24 * hour;
const asked = { what: 'schedule', day: 'monday', time: '19:00', timezone: 'Europe/Dublin', channel: '55' };
/** Sunday 22 November 2026, noon UTC; the first slot is Monday the 23rd, 19:00 in Dublin. */
const firstSlot = '1-2026-11-23';
const untilFirst = 31 * hour;

let community: Community;
beforeEach(() => { community = openCommunity(library); });
afterEach(async () => { await community.close(); });

const texts = (seen: readonly { readonly text: string }[]): string => seen.map((each) => each.text).join('\n');
async function scheduled(more: Readonly<Record<string, string>> = {}): Promise<void> {
  const moderator = community.member('1', { moderator: true });
  await moderator.command('weekly', { ...asked, ...more });
  await moderator.press('Yes, set it up');
}

describe('setting it up', () => {
  it('shows how it will look, and the next three dates, before anything is set up', async () => {
    const preview = await community.member('1', { moderator: true }).command('weekly', asked);
    expect(texts(preview)).toContain('Every Monday at 19:00 (Europe/Dublin)');
    expect(texts(preview)).toMatch(/Monday 23 November, 19:00\nMonday 30 November, 19:00\nMonday 7 December, 19:00/u);
    expect(texts(preview)).toContain('Question of the week');
    await community.later(3 * day);
    expect(community.posts()).toEqual([]);
  });

  it('posts one message a week in the channel after the press', async () => {
    await scheduled();
    await community.later(untilFirst - hour);
    expect(community.posts()).toHaveLength(0);
    await community.later(15 * day);
    expect(community.posts().map((post) => [post.route.id, new Date(post.at).toISOString().slice(0, 16)])).toEqual([
      ['55', '2026-11-23T19:00'], ['55', '2026-11-30T19:00'], ['55', '2026-12-07T19:00']]);
  });

  it('says everything that is wrong at once', async () => {
    const reply = await community.member('1', { moderator: true }).command('weekly', { what: 'schedule', day: 'someday', time: '25:00', timezone: 'Mars/Base' });
    for (const word of ['The day:', 'The time:', 'The time zone:', 'The channel:']) expect(texts(reply)).toContain(word);
  });

  it('names the rights that are missing, and offers no confirming press', async () => {
    const reply = await community.member('1', { moderator: true }).command('weekly', { ...asked, missing: 'send' });
    expect(texts(reply)).toContain('Send Messages');
    expect(reply.flatMap((each) => each.message.choices ?? [])).toEqual([]);
  });

  it('refuses who may not, privately, and writes it down under a pseudonym', async () => {
    const reply = await community.member('2').command('weekly', asked);
    expect(texts(reply)).toContain('Only people who run this community');
    expect(reply.every((each) => each.route.kind === 'discord-interaction')).toBe(true);
    const history = texts(await community.member('1', { moderator: true }).command('weekly', { what: 'history' }));
    expect(history).toMatch(/schedule, refused \([0-9a-f]{8}\)/u);
    expect(history).not.toContain('discord:2');
  });

  it('a press counts only for the moderator who was asked, and only while they are one', async () => {
    const moderator = community.member('1', { moderator: true });
    const [preview] = await moderator.command('weekly', asked);
    const press = preview?.message.choices?.[0]?.press;
    if (!press) throw new Error('no press');
    expect(texts(await community.member('3', { moderator: true }).pressed(press))).toContain('no longer open');
    expect(texts(await community.member('1').pressed(press))).toContain('Only people who run this community');
    expect(texts(await community.member('1', { moderator: true, place: 'discord-place:901' }).pressed(press))).toContain('no longer open');
    await community.later(3 * day);
    expect(community.posts()).toEqual([]);
  });
});

describe('taking part', () => {
  beforeEach(async () => { await scheduled(); await community.later(untilFirst); });

  it('is private, once, and counted without a name', async () => {
    await takePart(community, '10', [5, 6, 7], firstSlot);
    const own = community.seen.filter((each) => each.text.includes('It is counted'));
    expect(own).toHaveLength(1);
    expect(own[0]?.route.kind).toBe('discord-interaction');
    expect(community.posts()).toHaveLength(1);
    expect(texts(await community.member('10').pressed({ kind: 'join', slot: firstSlot }))).toContain('checked in for this week already');
  });

  it('the number of people shows from five on, in steps of five, looked at every six hours', async () => {
    for (let id = 10; id < 14; id += 1) await takePart(community, String(id), [5, 6, 7], firstSlot);
    await community.later(7 * hour);
    expect(community.posts().filter((each) => each.revised)).toEqual([]);
    for (let id = 14; id < 18; id += 1) await takePart(community, String(id), [5, 6, 7], firstSlot);
    expect(community.posts().filter((each) => each.revised)).toEqual([]);
    await community.later(7 * hour);
    expect(community.posts().filter((each) => each.revised).map((each) => /(\d+) people or more/u.exec(each.text)?.[1])).toEqual(['5']);
  });

  it('a closed week takes nobody in any more, and says so', async () => {
    await community.later(8 * day);
    expect(texts(await community.member('10').pressed({ kind: 'join', slot: firstSlot }))).toContain('This week is closed');
  });

  it('reminds in private of the next one, only on request, with nothing but a question', async () => {
    await takePart(community, '10', [5, 6, 7], firstSlot);
    await community.member('10').press('Ask me next time');
    await community.member('10').press('Yes, that\'s me');
    await community.later(7 * day + hour);
    const reminder = community.seen.filter((each) => each.cls === 'reminder');
    expect(reminder.map((each) => each.route)).toEqual([{ kind: 'discord-dm', id: '10' }]);
    expect(reminder[0]?.text).not.toMatch(/trust|trauma|partner|abuse/iu);
    expect(texts(await community.member('10').press('Yes'))).toContain('Only you see');
  });
});

describe('results', () => {
  beforeEach(async () => { await scheduled(); await community.later(untilFirst); });

  it('exist only for closed weeks, in bands of five people and more', async () => {
    const moderator = community.member('1', { moderator: true });
    for (let id = 10; id < 22; id += 1) await takePart(community, String(id), [id % 2 === 0 ? 2 : 8, 5, 9], firstSlot);
    expect(texts(await moderator.command('weekly', { what: 'results' }))).toContain('no closed weeks yet');
    await community.later(8 * day);
    const results = await moderator.command('weekly', { what: 'results' });
    expect(texts(results)).toContain('Week of 2026-11-23: 10 people or more');
    expect(texts(results)).toContain('0-3: 50%, 4-6: 0%, 7-10: 50%');
    expect(results.map((each) => each.message.kind)).toEqual(['text', 'chart', 'file']);
    const file = results.at(-1)?.message;
    expect(file?.kind === 'file' ? file.content : '').toContain('2026-11-23,1,10,self,50,0,50');
    expect(results.every((each) => each.route.kind === 'discord-interaction')).toBe(true);
  });

  it('under five people nothing is kept', async () => {
    for (let id = 10; id < 14; id += 1) await takePart(community, String(id), [1, 2, 3], firstSlot);
    await community.later(8 * day);
    const results = texts(await community.member('1', { moderator: true }).command('weekly', { what: 'results' }));
    expect(results).toContain('Week of 2026-11-23: fewer than five people, so nothing was kept');
  });
});

describe('running it', () => {
  it('skips one, pauses, resumes and stops', async () => {
    const moderator = community.member('1', { moderator: true });
    await scheduled();
    expect(texts(await moderator.command('weekly', { what: 'skip' }))).toContain('Monday 23 November, 19:00');
    await community.later(8 * day);
    expect(community.posts().map((post) => new Date(post.at).toISOString().slice(0, 10))).toEqual([]);
    await community.later(day);
    expect(community.posts()).toHaveLength(1);
    await moderator.command('weekly', { what: 'pause' });
    await community.later(14 * day);
    expect(community.posts()).toHaveLength(1);
    expect(texts(await moderator.command('weekly', { what: 'status' }))).toContain('Paused');
    await moderator.command('weekly', { what: 'resume' });
    await community.later(7 * day);
    expect(community.posts()).toHaveLength(2);
    await moderator.command('weekly', { what: 'stop' });
    await moderator.press('Yes, stop it');
    await community.later(14 * day);
    expect(community.posts()).toHaveLength(2);
    const history = texts(await moderator.command('weekly', { what: 'history' }));
    for (const what of ['schedule', 'skip', 'pause', 'resume', 'stop']) expect(history).toContain(`/weekly ${what} (1: Monday 19:00, Europe/Dublin)`);
  });

  it('posts at once with "now", and the day of its own does not come twice', async () => {
    const moderator = community.member('1', { moderator: true });
    await scheduled({ day: 'sunday', time: '23:00', timezone: 'UTC' });
    await moderator.command('weekly', { what: 'now' });
    expect(community.posts()).toHaveLength(1);
    await community.later(day);
    expect(community.posts()).toHaveLength(1);
    await community.later(7 * day);
    expect(community.posts()).toHaveLength(2);
  });

  it('asks which one where there are several', async () => {
    const moderator = community.member('1', { moderator: true });
    await scheduled();
    await scheduled({ day: 'friday', channel: '56' });
    const which = await moderator.command('weekly', { what: 'now' });
    expect(which[0]?.message.choices?.map((choice) => choice.label)).toEqual(['1: Monday 19:00, Europe/Dublin', '2: Friday 19:00, Europe/Dublin']);
    await moderator.press('2: Friday');
    expect(community.posts().map((post) => post.route.id)).toEqual(['56']);
  });

  it('after three weeks away it posts at most one late message, none past 24 hours, and says so', async () => {
    await scheduled();
    // Nothing of the bot runs meanwhile: the clock jumps.
    const due = (await community.store.due(community.clock.now() + 30 * day, 5))[0];
    if (due?.kind !== 'due') throw new Error('no timer');
    await community.happens({ ...due, at: community.clock.now() + 24 * day });
    expect(community.posts()).toEqual([]);
    expect(texts(community.seen)).toContain('I could not post for more than a day');
  });

  it('a refused post pauses the schedule, tells the keeper once, tries again by itself and goes on', async () => {
    await scheduled();
    community.answer = (parcel) => (parcel.route.kind === 'discord-channel' ? { settled: { kind: 'closed' }, trouble: { what: 'no-permission', to: parcel.route.id } } : { settled: { kind: 'sent', refs: ['m'] } });
    await community.later(untilFirst + 4 * hour);
    const told = community.seen.filter((each) => each.route.kind === 'discord-dm');
    expect(told.map((each) => [each.route.id, each.text.slice(0, 36)])).toEqual([['1', 'I am not allowed to post in 55 any m']]);
    expect(texts(await community.member('1', { moderator: true }).command('weekly', { what: 'status' }))).toContain('Paused: I am not allowed');
    community.answer = (parcel) => ({ settled: { kind: 'sent', refs: [`m${parcel.id}`] } });
    await community.later(2 * hour);
    expect(community.posts()).toHaveLength(1);
    await community.later(7 * hour);
    expect(texts(await community.member('1', { moderator: true }).command('weekly', { what: 'status' }))).toContain('Next: Monday 30 November');
    await community.later(7 * day);
    expect(community.posts()).toHaveLength(2);
  });

  it.each<[string, Delivery, string]>([
    ['whose result is unknown', { settled: { kind: 'unknown', again: false } }, 'I cannot tell whether the question of the week arrived in'],
    ['that could not leave for a day', { settled: { kind: 'retry', at: 0 } }, 'I could not post for more than a day'],
  ])('of a post %s only whoever keeps that schedule hears', async (_, delivery, words) => {
    await scheduled();
    const other = community.member('2', { moderator: true });
    await other.command('weekly', { what: 'schedule', day: 'monday', time: '19:00', timezone: 'UTC', channel: '66' });
    await other.press('Yes, set it up');
    community.answer = (parcel) => (parcel.route.kind !== 'discord-channel' || parcel.route.id !== '66' ? { settled: { kind: 'sent', refs: ['m'] } } : delivery.settled.kind === 'retry' ? { settled: { kind: 'retry', at: community.clock.now() + hour } } : delivery);
    await community.later(untilFirst + 30 * hour);
    expect(community.seen.filter((each) => each.route.kind === 'discord-dm').map((each) => [each.route.id, each.text.slice(0, words.length)])).toEqual([['2', words]]);
  });

  it('a right that is lost after the post never makes a second one', async () => {
    await scheduled();
    await community.later(untilFirst + 2 * hour);
    await community.happens({ id: 'telegram:1:9', at: community.clock.now(), kind: 'trouble', subject: guild, what: 'no-permission' });
    await community.later(9 * hour);
    expect(community.posts()).toHaveLength(1);
    expect(texts(await community.member('1', { moderator: true }).command('weekly', { what: 'status' }))).toContain('Paused: I am not allowed');
    await community.later(7 * day);
    expect(community.posts()).toHaveLength(2);
    expect(texts(await community.member('1', { moderator: true }).command('weekly', { what: 'status' }))).toContain('Next: Monday 7 December');
  });

  it('a bot that was put out pauses everything, and goes on when it is back and told to', async () => {
    await scheduled();
    await community.happens({ id: 'discord:removed:1', at: community.clock.now(), kind: 'trouble', subject: guild, what: 'gone' });
    expect(texts(community.seen)).toContain('I cannot find 55 any more');
    await community.member('1', { moderator: true }).command('weekly', { what: 'resume' });
    await community.later(untilFirst);
    expect(community.posts()).toHaveLength(1);
  });
});

describe('a post in crisis in the channel', () => {
  it('gives a moderator words to copy and lines, and posts the quiet card on one press', async () => {
    const moderator = community.member('1', { moderator: true });
    const words = await moderator.command('what-can-i-say', { channel: '55' });
    expect(texts(words)).toContain('Words you can copy');
    expect(texts(words)).toContain('findahelpline.com');
    expect(words.every((each) => each.route.kind === 'discord-interaction')).toBe(true);
    const card = await moderator.press('Post the quiet card');
    expect(card.map((each) => ('aloud' in each.route && each.route.aloud === true ? 'aloud' : 'private'))).toContain('aloud');
    expect(texts(card)).toContain('the button below answers only you');
  });

  it('is for moderators', async () => {
    expect(texts(await community.member('2').command('what-can-i-say', { channel: '55' }))).toContain('Only people who run');
  });
});

describe('in a Telegram group', () => {
  const group = 'telegram-place:-1001' as const;
  it('is set up by a typed line, posts in the group, and sends results privately', async () => {
    const admin = community.member('7', { moderator: true, place: group });
    const preview = await admin.command('weekly', { text: 'schedule monday 7:30 pm europe/dublin' });
    expect(texts(preview)).toContain('Every Monday at 19:30 (Europe/Dublin) I will post this in this group');
    await admin.press('Yes, set it up');
    await community.later(untilFirst + hour);
    expect(community.posts().map((post) => post.route)).toEqual([{ kind: 'telegram', id: '-1001' }]);
    const results = await admin.command('weekly', { text: 'results 4' });
    expect(results.map((each) => [each.route.id, each.text.slice(0, 30)])).toEqual([['7', 'There are no closed weeks yet.'], ['-1001', 'I have sent it to your private']]);
  });
});

describe('a group that gets a new id', () => {
  it('takes its schedules, results and history along', async () => {
    const old = 'telegram-place:-1001' as const;
    const admin = community.member('7', { moderator: true, place: old });
    await admin.command('weekly', { text: 'schedule monday 19:00 europe/dublin' });
    await admin.press('Yes, set it up');
    await community.later(8 * day);
    await community.happens({ id: 'telegram:1:5', at: community.clock.now(), kind: 'trouble', subject: old, what: 'moved', to: '-1002002' });
    await community.later(7 * day);
    expect(community.posts().map((post) => post.route.id)).toEqual(['-1001', '-1002002']);
    const moved = community.member('7', { moderator: true, place: 'telegram-place:-1002002' });
    expect(texts(await moved.command('weekly', { text: 'results' }))).toContain('Week of 2026-11-23');
    expect(texts(await moved.command('weekly', { text: 'history' }))).toContain('/weekly schedule (1: Monday 19:00');
    expect(texts(await community.member('7', { moderator: true, place: old }).command('weekly', { text: 'status' }))).toContain('no weekly check-in here');
  });
});
