/** Direct messages that came while the bot was away. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Notice } from '../../src/adapters/cannot-start.ts';
import { discord } from '../../src/adapters/discord/adapter.ts';
import { openCatchingUp } from '../../src/adapters/discord/catching-up.ts';
import { RateLimitError } from '../../src/adapters/discord/library.ts';
import type { LastHeard } from '../../src/adapters/discord/missed.ts';
import type { Event, Route } from '../../src/conversation/event.ts';
import { fakeDiscord, type FakeDiscord, type Fault, type Recorded } from '../fakes/discord/server.ts';
import { deferred, nothingWrong, parcel, scriptedInbox, type ScriptedInbox } from './inbox.ts';

let fake: FakeDiscord;
let notices: Notice[];
const started: Adapter[] = [];
const ann = { user: '700000000000000007', channel: '800000000000000007', message: '100000000000000005' };
const ben = { user: '700000000000000008', channel: '800000000000000008', message: '100000000000000001' };

beforeEach(async () => {
  fake = await fakeDiscord();
  notices = [];
});
afterEach(async () => {
  for (const adapter of started.splice(0)) await adapter.stop();
  await fake.close();
  nothingWrong(fake, notices);
});

async function begun(bot: ScriptedInbox, heard: readonly LastHeard[]): Promise<void> {
  const adapter = discord({ token: fake.token, api: fake.api, now: () => 1_000_000, notice: (notice) => notices.push(notice), lastHeard: () => Promise.resolve(heard) });
  started.push(adapter);
  await adapter.start(bot.inbox);
}

const message = (id: string, author: string, content: string): object => ({ id, channel_id: ann.channel, author: { id: author }, content, attachments: [], embeds: [], edited_timestamp: null });
const asks = (call: Recorded, channel: string): boolean => call.method === 'GET' && call.path === `/channels/${channel}/messages`;
const gives = (body: unknown): Fault => ({ status: 200, body: body as Recorded['body'] });
const textsOf = (bot: ScriptedInbox): readonly string[] => bot.events.map((event) => (event.kind === 'text' ? event.text : event.kind));

/** Of each person one message waits; Discord does `answer` with each question, and gives it otherwise. */
function catching(answer: (path: string, times: number) => Promise<unknown> | null, lane: (user: string, task: () => Promise<void>) => Promise<void> = (_, task) => task()) {
  const asked = new Map<string, number>();
  const order: string[] = [];
  const heard: string[] = [];
  const again: Event[] = [];
  let failed = 0;
  const catchingUp = openCatchingUp({
    going: () => true,
    inLane: lane,
    pace: 0,
    async handIn(each) { heard.push(each.author.id); await Promise.resolve(); },
    again: (event) => Promise.resolve(again.push(event)),
    failed: () => { failed += 1; },
    rest: {
      get(path) {
        const user = /c(\d+)/u.exec(path)?.[1] ?? '';
        const times = (asked.get(path) ?? 0) + 1;
        asked.set(path, times);
        order.push(user);
        return answer(path, times) ?? Promise.resolve([{ id: '2', author: { id: user } }]);
      },
    },
  });
  return { ...catchingUp, order, heard, again, failed: () => failed };
}
const crowd = (count: number): readonly LastHeard[] => Array.from({ length: count }, (_, index) => ({ user: `${index}`, channel: `c${index}`, message: '1' }));
const soon = async (holds: () => boolean): Promise<void> => { while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5); }); };

describe('a Discord that is busy', () => {
  it.each([0, 1, 12])('says %i times of each to wait: everybody is asked for all the same, and nobody is told that something may be lost', async (limitedTimes) => {
    const all = catching((_, times) => (times > limitedTimes ? null : Promise.reject(new RateLimitError({ global: true, hash: '', limit: 50, majorParameter: '', method: 'GET', retryAfter: 2, route: '', scope: 'user', sublimitTimeout: 0, timeToReset: 2, url: '' }))));
    all.begin(crowd(30));
    await soon(() => all.heard.length === 30);
    expect(new Set(all.heard).size).toBe(30);
    expect(all.failed()).toBe(0);
  });
});

describe('many people', () => {
  it('3,000 of one day are all asked for, each once, who wrote last first', async () => {
    const all = catching(() => null);
    all.begin(crowd(3_000));
    await soon(() => all.heard.length >= 3_000);
    expect(all.order).toEqual(crowd(3_000).map(({ user }) => user));
    expect(new Set(all.heard).size).toBe(3_000);
  });

  it('whoever writes now is asked for at once, before what they write now, and not a second time', async () => {
    const lanes: string[] = [];
    const slow = deferred();
    const all = catching((path) => (/c999\b/u.test(path) ? null : slow.promise.then(() => [])), (user, task) => { lanes.push(user); return task(); });
    all.begin(crowd(1_000));
    const before = lanes.length;
    all.hurry('999');
    expect(lanes.slice(before)).toEqual(['999']);
    // Though everybody who is asked for by and by waits for Discord.
    await soon(() => all.heard.includes('999'));
    slow.resolve();
    await soon(() => all.order.length === 1_000);
    all.hurry('999');
    expect(all.order.filter((user) => user === '999')).toHaveLength(1);
  });

  it('a session that is lost again begins anew with everybody, and what went on before it asks no more', async () => {
    const all = catching(() => null);
    all.begin(crowd(500));
    await soon(() => all.order.length > 210);
    all.begin(crowd(500));
    await soon(() => all.order.filter((user) => user === '499').length === 1);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(all.order.length).toBeLessThan(900);
    expect(new Set(all.order).size).toBe(500);
  });

  it('of a Discord that never answers do not keep their newer messages back', { timeout: 20_000 }, async () => {
    const all = catching(() => new Promise(() => undefined), async (_, task) => { await task(); freed += 1; });
    let freed = 0;
    all.begin(crowd(200));
    await soon(() => freed === 200);
    expect(all.heard).toEqual([]);
  });
});

describe('what is written beside a gap', () => {
  const live: Event = { kind: 'text', id: 'discord:5', at: 1, person: 'discord:0', here: { kind: 'discord-dm', id: '0', channel: 'c0' }, locale: 'en', ref: '5', text: 'now', via: 'message' };

  it('does not count as heard until the gap is closed, and then it does', async () => {
    const slow = deferred();
    const all = catching(() => slow.promise.then(() => []));
    all.begin(crowd(1));
    expect(all.beside(live)).toMatchObject({ here: { kind: 'discord-dm', id: '0' } });
    expect(all.again).toEqual([]);
    slow.resolve();
    await soon(() => all.again.length > 0);
    expect(all.again).toEqual([live]);
    expect(all.beside(live)).toBe(live);
  });

  it('by somebody who has not been asked for yet does not count either', () => {
    const all = catching(() => new Promise(() => undefined));
    all.begin(crowd(1_000).toReversed());
    expect(all.beside(live)).not.toBe(live);
  });
});

describe('what was written while the bot was away', () => {
  it('is asked for after the last message that was handled, and comes in the order of writing, without our own words', async () => {
    const bot = scriptedInbox();
    fake.fault = (call) => (asks(call, ann.channel) ? gives([message('100000000000000009', ann.user, 'third'), message('100000000000000008', fake.app, 'ours'), message('100000000000000007', ann.user, 'second'), message('100000000000000006', ann.user, 'first'), message(ann.message, ann.user, 'old')]) : null);
    await begun(bot, [ann]);
    await bot.until(3);
    expect(textsOf(bot)).toEqual(['first', 'second', 'third']);
    expect(bot.events[0]).toMatchObject({ id: 'discord:100000000000000006', ref: '100000000000000006', here: { kind: 'discord-dm', id: ann.user, channel: ann.channel } });
  });

  it('comes before what the same person writes now; nobody else waits', async () => {
    const slow = deferred();
    const bot = scriptedInbox(async (event) => { if (event.kind === 'text' && event.text === 'first') await slow.promise; });
    fake.fault = (call) => (asks(call, ann.channel) ? gives([message('100000000000000006', ann.user, 'first')]) : asks(call, ben.channel) ? gives([]) : null);
    await begun(bot, [ann, ben]);
    fake.dispatch('MESSAGE_CREATE', message('100000000000000010', ann.user, 'now'));
    fake.dispatch('MESSAGE_CREATE', { ...message('100000000000000011', ben.user, 'ben'), channel_id: ben.channel });
    await bot.until(2);
    expect(textsOf(bot).toSorted()).toEqual(['ben', 'first']);
    slow.resolve();
    await bot.until(3);
    expect(textsOf(bot)[2]).toBe('now');
  });

  it('more than one page is asked for page by page', async () => {
    const bot = scriptedInbox();
    const all = Array.from({ length: 130 }, (_, index) => message(String(100000000000000100n + BigInt(index)), ann.user, `m${index}`));
    let page = 0;
    fake.fault = (call) => (asks(call, ann.channel) ? gives((page += 1) === 1 ? all.slice(0, 100).toReversed() : all.slice(100).toReversed()) : null);
    await begun(bot, [ann]);
    await bot.until(130);
    expect(textsOf(bot)).toEqual(all.map((_, index) => `m${index}`));
  });

  it.each([
    ['a channel that is gone', { status: 404, body: { message: 'Unknown Channel', code: 10003 } }],
    ['something that is no list', { status: 200, body: {} }],
  ])('%s is passed over, and new messages come in', async (_, answer) => {
    const bot = scriptedInbox();
    fake.fault = (call) => (asks(call, ann.channel) ? answer : null);
    await begun(bot, [ann]);
    fake.dispatch('MESSAGE_CREATE', message('100000000000000010', ann.user, 'now'));
    await bot.until(1);
    expect(textsOf(bot)).toEqual(['now']);
    expect(notices).toEqual([]);
  });

  it('after 429 it is asked for again as late as Discord wants, and newer messages do not wait for that', async () => {
    const bot = scriptedInbox();
    let times = 0;
    fake.fault = (call) => (asks(call, ann.channel) ? ((times += 1) === 1 ? { status: 429, body: { message: 'slow down', retry_after: 0.3, global: false }, headers: { 'retry-after': '0.3' } } : gives([message('100000000000000006', ann.user, 'first')])) : null);
    await begun(bot, [ann]);
    fake.dispatch('MESSAGE_CREATE', message('100000000000000010', ann.user, 'now'));
    await bot.until(2);
    expect(textsOf(bot)).toEqual(['now', 'first']);
  });

  it('as long as it is not fetched, what comes now is handled and does not count as the last thing heard; then it does', async () => {
    const bot = scriptedInbox();
    let times = 0;
    fake.fault = (call) => (asks(call, ann.channel) ? ((times += 1) === 1 ? { status: 429, body: { message: 'slow down', retry_after: 0.3, global: false }, headers: { 'retry-after': '0.3' } } : gives([message('100000000000000010', ann.user, 'now'), message('100000000000000006', ann.user, 'first')])) : null);
    await begun(bot, [ann, ben]);
    fake.dispatch('MESSAGE_CREATE', message('100000000000000010', ann.user, 'now'));
    await bot.until(3);
    fake.dispatch('MESSAGE_CREATE', message('100000000000000012', ann.user, 'later'));
    await bot.until(4);
    const heard = bot.events.map((event) => ('here' in event && event.here.kind === 'discord-dm' ? event.here.channel : null));
    expect(textsOf(bot)).toEqual(['now', 'first', 'now', 'later']);
    // Only with its channel is a message remembered as the last one.
    expect(heard).toEqual([undefined, ann.channel, ann.channel, ann.channel]);
  });

  it('a reply to what came beside a gap finds the channel without asking for it', async () => {
    const bot = scriptedInbox();
    fake.rooms.direct(ann.user);
    fake.fault = (call) => (asks(call, ann.channel) ? { status: 503, body: {} } : null);
    await begun(bot, [ann]);
    fake.dispatch('MESSAGE_CREATE', message('100000000000000010', ann.user, 'now'));
    await bot.until(1);
    const route = bot.events[0] && 'here' in bot.events[0] ? bot.events[0].here : null;
    expect(route).toEqual({ kind: 'discord-dm', id: ann.user });
    expect((await started[0]?.deliver(parcel(route as Route, [{ kind: 'text', text: 'here' }])))?.settled.kind).toBe('sent');
    expect(fake.of(/POST \/users/u)).toEqual([]);
  });

  it('is asked for again when the session was lost, and not when it was taken up', async () => {
    const bot = scriptedInbox();
    fake.fault = (call) => (asks(call, ann.channel) ? gives([]) : null);
    await begun(bot, [ann]);
    await fake.until(() => fake.of(/GET .*messages$/u).length === 1);
    fake.drop(4000);
    await fake.until(() => fake.resumed() === 1);
    expect(fake.of(/GET .*messages$/u).length).toBe(1);
    fake.drop(1000);
    await fake.until(() => fake.identified() === 2);
    await fake.until(() => fake.of(/GET .*messages$/u).length === 2);
  }, 20_000);
});
