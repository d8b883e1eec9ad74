import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Notice } from '../../src/adapters/cannot-start.ts';
import { discord, type DiscordOptions } from '../../src/adapters/discord/adapter.ts';
import type { Event, Route } from '../../src/conversation/event.ts';
import type { Message } from '../../src/conversation/message.ts';
import { fakeDiscord, type FakeDiscord, type Interaction } from '../fakes/discord/server.ts';
import { deferred, nothingWrong, parcel, scriptedInbox } from './inbox.ts';

let fake: FakeDiscord;
let notices: Notice[];
let now: number;
const started: Adapter[] = [];
const user = { id: '700000000000000007', username: 'ann', discriminator: '0', avatar: null, global_name: null };
const direct: Route = { kind: 'discord-dm', id: user.id };
const directChannel = '800000000000000007';

beforeEach(async () => {
  fake = await fakeDiscord();
  notices = [];
  now = 1_000_000;
});
afterEach(async () => {
  for (const adapter of started.splice(0)) await adapter.stop();
  await fake.close();
  nothingWrong(fake, notices);
});

function adapterFor(more: Partial<DiscordOptions> = {}): Adapter {
  const adapter = discord({ token: fake.token, api: fake.api, now: () => now, notice: (notice) => notices.push(notice), ...more });
  started.push(adapter);
  return adapter;
}

const words = (text: string): Message => ({ kind: 'text', text });
const question: Message = { kind: 'text', text: 'Go on?', choices: [{ label: 'Yes', press: { kind: 'choose', of: 3, choice: 'yes' } }] };
const withChart = { drawChart: () => Promise.resolve(new Uint8Array([137, 80])) };
const channel = { id: '600000000000000001', type: 0, name: 'c' };
const inChannel: Route = { kind: 'discord-channel', id: channel.id };
const member = { user, permissions: '0', roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 };
const inGuild = { guild_id: '500000000000000001', member, channel, channel_id: channel.id, context: 0, authorizing_integration_owners: { 0: '500000000000000001' } };
const help = { ...inGuild, type: 2, data: { id: '1', type: 1, name: 'help' } };
const ours = { id: '400000000000000001', type: 0, flags: 64 | (1 << 15), components: [{ type: 10, content: 'Go on?' }], author: user, channel_id: channel.id, content: '', attachments: [], embeds: [], mentions: [], mention_roles: [], timestamp: '2026-01-01T00:00:00Z', edited_timestamp: null, pinned: false, tts: false, mention_everyone: false };
const press = (custom_id: string, message: object = ours): object => ({ ...inGuild, type: 3, data: { component_type: 2, custom_id }, message });
const message = (id: string, content: string, more: object = {}): object => ({ id, type: 0, channel_id: directChannel, author: user, content, attachments: [], embeds: [], mentions: [], mention_roles: [], timestamp: '2026-01-01T00:00:00Z', edited_timestamp: null, pinned: false, tts: false, mention_everyone: false, ...more });

function routeOf(event: Event | undefined): Route {
  if (!event || !('here' in event)) throw new Error('no event with a route came in');
  return event.here;
}

/** Starts an adapter and brings one interaction in. */
async function interacted(data: object, more: Partial<DiscordOptions> = {}): Promise<{ adapter: Adapter; interaction: Interaction; event: Event; route: Route }> {
  const bot = scriptedInbox();
  const adapter = adapterFor(more);
  await adapter.start(bot.inbox);
  const interaction = fake.interact(data);
  await bot.until(1);
  const event = bot.events[0];
  if (!event) throw new Error('no event');
  return { adapter, interaction, event, route: routeOf(event) };
}

describe('the first response', () => {
  it('a command in a server gets a private waiting sign at once, before its turn is done', async () => {
    const commit = deferred();
    const bot = scriptedInbox(() => commit.promise);
    await adapterFor().start(bot.inbox);
    const interaction = fake.interact(help);
    await bot.until(1);
    expect(fake.original(interaction)).toMatchObject({ loading: true, flags: 64 });
    commit.resolve();
  });

  it('a press on our own private message keeps that message for the edit', async () => {
    const { event, adapter, route, interaction } = await interacted(press('c|3|yes'));
    expect(event).toMatchObject({ kind: 'press', press: { kind: 'choose', of: 3, choice: 'yes' }, ref: ours.id, public: false, place: 'discord-place:500000000000000001', moderator: false });
    expect(fake.of(/callback/u)[0]?.body).toEqual({ type: 6 });
    expect(await adapter.deliver(parcel(route, [words('Good.')]))).toEqual({ settled: { kind: 'sent', refs: [ours.id] } });
    expect(fake.original(interaction)).toMatchObject({ id: ours.id, components: [{ type: 10, content: 'Good.' }] });
  });

  it('a press on a public message is answered privately and leaves it as it is', async () => {
    const { event } = await interacted(press('j|2026-11-22', { ...ours, flags: 1 << 15 }));
    expect(event).toMatchObject({ kind: 'press', press: { kind: 'join', slot: '2026-11-22' }, public: true });
    expect(fake.of(/callback/u).map((call) => call.body)).toEqual([{ type: 5, data: { flags: 64 } }]);
  });

  it('a form opens at once without a turn, and what is written comes back with its question', async () => {
    const bot = scriptedInbox();
    const adapter = adapterFor();
    await adapter.start(bot.inbox);
    const asking = fake.interact(help);
    await bot.until(1);
    await adapter.deliver(parcel(routeOf(bot.events[0]), [{ kind: 'form', of: 9, text: 'What happened?', title: 'Write about it', max: 300 }]));
    const shown = fake.original(asking);
    const wire = /"custom_id":"(f[^"]+)"/u.exec(JSON.stringify(shown))?.[1] ?? '';
    fake.interact(press(wire, { ...ours, ...shown }));
    await fake.until(() => fake.of(/callback/u).length === 2);
    expect(fake.of(/callback/u)[1]?.body).toEqual({
      type: 9,
      data: { custom_id: 'f|9', title: 'Write about it', components: [{ type: 18, label: 'Write about it', component: { type: 4, custom_id: 'text', style: 2, required: true, max_length: 300 } }] },
    });
    fake.interact({ ...inGuild, type: 5, message: ours, data: { custom_id: 'f|9', components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'text', value: 'He left.' } }] } });
    await bot.until(2);
    expect(bot.events[1]).toMatchObject({ kind: 'text', via: 'form', of: 9, text: 'He left.' });
    expect(bot.events.length).toBe(2);
  });

  it('a form that is not on the pressed message was made up: it does not open, and a private word can be said', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    const shown = { ...ours, components: [{ type: 10, id: 1, content: 'What happened?' }, { type: 1, id: 2, components: [{ type: 2, id: 3, style: 1, label: 'Write about it', custom_id: 'f|9~300' }] }] };
    fake.interact(press('f|1~300', shown));
    await bot.until(1);
    expect(bot.events[0]).toMatchObject({ kind: 'unreadable', what: 'forged' });
    expect(fake.of(/callback/u).map((call) => call.body)).toEqual([{ type: 5, data: { flags: 64 } }]);
  });

  it('a form of which nothing came back is a form without words', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    fake.interact({ ...inGuild, type: 5, message: ours, data: { custom_id: 'f|9', components: null } });
    await bot.until(1);
    expect(bot.events[0]).toMatchObject({ kind: 'text', via: 'form', of: 9, text: '' });
  });

  it('a form on a message whose buttons are not told opens, and has a title', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    fake.interact(press('f|9~300', ours));
    await fake.until(() => fake.of(/callback/u).length === 1);
    expect(fake.of(/callback/u)[0]?.body).toMatchObject({ type: 9, data: { custom_id: 'f|9', title: '\u270E' } });
  });

  it('suggestions come while an option is typed, without a turn', async () => {
    const bot = scriptedInbox();
    await adapterFor({ complete: (asked) => [{ name: `${asked.option} ${asked.typed}`, value: 'exercise.grounding' }] }).start(bot.inbox);
    fake.interact({ ...inGuild, type: 4, data: { id: '1', type: 1, name: 'exercise', options: [{ type: 3, name: 'name', value: 'gro', focused: true }] } });
    await fake.until(() => fake.of(/callback/u).length === 1);
    expect(fake.of(/callback/u)[0]?.body).toEqual({ type: 8, data: { choices: [{ name: 'name gro', value: 'exercise.grounding' }] } });
    expect(bot.events).toEqual([]);
  });

  it('a turn that says nothing leaves no waiting sign behind', async () => {
    const bot = scriptedInbox(() => Promise.resolve('silent'));
    await adapterFor().start(bot.inbox);
    const interaction = fake.interact(help);
    await fake.until(() => fake.of(/^DELETE/u).length === 1);
    expect(fake.original(interaction)).toBeNull();
  });

  it('an answer that was lost is given again; "already acknowledged" then means that it had worked', async () => {
    let faults = 1;
    fake.fault = (call) => (call.path.endsWith('/callback') && faults-- > 0 ? 'reset' : null);
    const { event } = await interacted(help);
    expect(event).toMatchObject({ kind: 'command', name: 'help' });
    expect(fake.of(/callback/u).length).toBe(2);
  });

  it('an interaction that nobody waits for any more has no turn', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    fake.fault = (call) => (call.path.endsWith('/callback') ? { status: 404, body: { message: 'Unknown interaction', code: 10062 } } : null);
    fake.interact(help);
    await fake.until(() => fake.of(/callback/u).length === 1);
    fake.fault = () => null;
    fake.interact(help);
    await bot.until(1);
    expect(bot.events.length).toBe(1);
    expect(notices.map((notice) => notice.code)).toEqual(['discord-late']);
  });

  it('an interaction that another process answered has no turn here', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    fake.fault = (call) => (call.path.endsWith('/callback') ? { status: 400, body: { message: 'Interaction has already been acknowledged.', code: 40060 } } : null);
    fake.interact(help);
    await fake.until(() => fake.of(/callback/u).length === 1);
    await started.splice(0)[0]?.stop();
    expect(bot.events).toEqual([]);
  });

  it('the turns of one person keep their order, another person does not wait', async () => {
    const slow = deferred();
    const log: string[] = [];
    const bot = scriptedInbox(async (event) => {
      if (event.kind !== 'text') return;
      if (event.text === 'a1') await slow.promise;
      log.push(event.text);
    });
    await adapterFor().start(bot.inbox);
    fake.dispatch('MESSAGE_CREATE', message('100000000000000001', 'a1'));
    fake.dispatch('MESSAGE_CREATE', message('100000000000000002', 'a2'));
    fake.dispatch('MESSAGE_CREATE', message('100000000000000003', 'b1', { author: { ...user, id: '700000000000000008' } }));
    await bot.until(2);
    expect(log).toEqual(['b1']);
    slow.resolve();
    await bot.until(3);
    expect(log.slice(0, 2)).toEqual(['b1', 'a1']);
  });
});

it('five hundred commands in one moment each get their first response and their turn', async () => {
  const bot = scriptedInbox();
  await adapterFor().start(bot.inbox);
  const all = Array.from({ length: 500 }, (_, index) => fake.interact({ ...help, member: { ...member, user: { ...user, id: String(700_000_000_000_000_100n + BigInt(index)) } } }));
  await bot.until(500);
  expect(all.filter((each) => each.first !== 5)).toEqual([]);
  expect(notices).toEqual([]);
});

describe('direct messages', () => {
  it('a text is an event with a route back to its writer; the bot itself and servers are not heard', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    fake.dispatch('MESSAGE_CREATE', message('100000000000000001', 'mine', { author: { ...user, bot: true } }));
    fake.dispatch('MESSAGE_CREATE', message('100000000000000002', 'in a server', { guild_id: '500000000000000001' }));
    fake.dispatch('MESSAGE_CREATE', message('100000000000000003', 'hello'));
    await bot.until(1);
    expect(bot.events).toEqual([{ id: 'discord:100000000000000003', at: now, person: `discord:${user.id}`, here: { ...direct, channel: directChannel }, locale: 'en', ref: '100000000000000003', kind: 'text', text: 'hello', via: 'message' }]);
  });

  it.each([
    ['an edit passes as an edit', 'MESSAGE_UPDATE', message('100000000000000003', 'changed', { edited_timestamp: '2026-01-02T00:00:00Z' }), { kind: 'text', via: 'edit', id: 'discord:100000000000000003:2026-01-02T00:00:00Z' }],
    ['a typed command is a command', 'MESSAGE_CREATE', message('100000000000000003', '/hide'), { kind: 'command', name: 'hide', options: {} }],
    ['a voice message is unreadable', 'MESSAGE_CREATE', message('100000000000000003', '', { flags: 8192, attachments: [{ id: '1' }] }), { kind: 'unreadable', what: 'voice' }],
    ['what somebody sends on is read like their own words', 'MESSAGE_CREATE', message('100000000000000003', '', { message_reference: { type: 1 }, message_snapshots: [{ message: { content: 'You will be sorry.', attachments: [], embeds: [], type: 0 } }] }), { kind: 'text', via: 'message', text: 'You will be sorry.' }],
    ['a command that is sent on is no command of theirs', 'MESSAGE_CREATE', message('100000000000000003', '', { message_snapshots: [{ message: { content: '/forget' } }] }), { kind: 'text', text: '/forget' }],
    ['a picture that is sent on is unreadable', 'MESSAGE_CREATE', message('100000000000000003', '', { message_snapshots: [{ message: { content: '', attachments: [{ id: '1' }] } }] }), { kind: 'unreadable', what: 'picture' }],
    ['a poll is unreadable', 'MESSAGE_CREATE', message('100000000000000003', '', { poll: { question: { text: 'Stay?' }, answers: [] } }), { kind: 'unreadable', what: 'picture' }],
    ['a picture with words is its words', 'MESSAGE_CREATE', message('100000000000000003', 'look', { attachments: [{ id: '1' }] }), { kind: 'text', via: 'caption', text: 'look' }],
  ])('%s', async (_, type, packet, expected) => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    fake.dispatch(type, packet);
    await bot.until(1);
    expect(bot.events[0]).toMatchObject(expected);
  });

  it('a send whose answer was lost is made again with the same nonce and arrives once', async () => {
    const adapter = adapterFor();
    let faults = 1;
    fake.fault = (call) => (call.method === 'POST' && call.path.endsWith('/messages') && faults-- > 0 ? 'reset' : null);
    const put = parcel(direct, [words('hello')], { nonce: 'n-77' });
    expect((await adapter.deliver(put)).settled).toMatchObject({ kind: 'retry', at: expect.closeTo(now + 2000, -3) as number });
    expect((await adapter.deliver({ ...put, attempt: 2 })).settled).toMatchObject({ kind: 'sent' });
    expect(fake.of(/POST .*messages$/u).map((call) => [call.body['nonce'], call.body['enforce_nonce']])).toEqual([['n-77', true], ['n-77', true]]);
    expect(fake.channel(directChannel).length).toBe(1);
  });

  it('after many attempts the nonce may be forgotten: the result is unknown, only safety is sent again', async () => {
    const adapter = adapterFor();
    fake.fault = (call) => (call.path.endsWith('/messages') ? 'reset' : null);
    expect((await adapter.deliver(parcel(direct, [words('x')], { attempt: 4 }))).settled).toMatchObject({ kind: 'unknown', again: false });
    expect((await adapter.deliver(parcel(direct, [words('x')], { attempt: 4, cls: 'safety' }))).settled).toMatchObject({ kind: 'unknown', again: true });
  });

  it('what was chosen takes the place of the buttons and the text stays; a secret press leaves nothing', async () => {
    const adapter = adapterFor();
    const sent = await adapter.deliver(parcel(direct, [question]));
    const ref = sent.settled.kind === 'sent' ? (sent.settled.refs[0] ?? '') : '';
    expect((await adapter.deliver(parcel(direct, { kind: 'mark', ref, chosen: 'Yes' }))).settled.kind).toBe('sent');
    expect(fake.channel(directChannel)[0]?.['components']).toMatchObject([{ type: 10, content: 'Go on?' }, { type: 1, components: [{ type: 2, style: 2, label: 'Yes', custom_id: 'chosen', disabled: true }] }]);
    await adapter.deliver(parcel(direct, { kind: 'mark', ref, chosen: null }));
    expect(fake.channel(directChannel)).toEqual([]);
  });

  it.each([
    ['in a direct message', () => Promise.resolve({ adapter: adapterFor(withChart), route: direct, shown: () => fake.channel(directChannel)[0] })],
    ['on an interaction', async () => {
      const { adapter, route, interaction } = await interacted(help, withChart);
      return { adapter, route, shown: () => fake.original(interaction) };
    }],
  ] as const)('what was chosen takes the place of the buttons beside a chart and a file, which stay: %s', async (_, place) => {
    const { adapter, route, shown } = await place();
    const chart: Message = { kind: 'chart', text: 'Week 1: 4', title: 'Trust', labels: ['1'], lines: [], from: 0, to: 10 };
    const sent = await adapter.deliver(parcel(route, [chart, { kind: 'file', text: 'Your data', name: 'export.json', mime: 'application/json', content: '{}' }, question]));
    const ref = sent.settled.kind === 'sent' ? (sent.settled.refs[0] ?? '') : '';
    const before = shown();
    // The process was started again: it does not know any more what the reply shows.
    const next = route.kind === 'discord-interaction' ? adapterFor() : adapter;
    await next.deliver(parcel(route, { kind: 'mark', ref, chosen: 'Yes' }, { id: 2 }));
    expect(fake.wrong).toEqual([]);
    expect(shown()?.['attachments']).toEqual(before?.['attachments']);
    expect(shown()?.['components']).toMatchObject([
      { type: 10, content: 'Week 1: 4' }, { type: 12, items: [{ media: { url: 'attachment://chart-0.png' }, description: 'Week 1: 4' }] },
      { type: 10, content: 'Your data' }, { type: 13, file: { url: 'attachment://export.json' } }, { type: 10, content: 'Go on?' },
      { type: 1, components: [{ label: 'Yes', custom_id: 'chosen', disabled: true }] },
    ]);
  });

  it('deletes what it is asked to, and what is gone already does not stop the rest', async () => {
    const adapter = adapterFor();
    const sent = await adapter.deliver(parcel(direct, [words('x')]));
    const refs = sent.settled.kind === 'sent' ? sent.settled.refs : [];
    expect((await adapter.deliver(parcel(direct, { kind: 'delete', refs: ['100000000000000009', ...refs] }))).settled.kind).toBe('sent');
    expect(fake.channel(directChannel)).toEqual([]);
  });
});

describe('delivering on an interaction', () => {
  it('everything a turn says is one edit of the original reply, with a file and a chart', async () => {
    const { adapter, route, interaction } = await interacted(help, { drawChart: () => Promise.resolve(new Uint8Array([137, 80])) });
    const chart: Message = { kind: 'chart', text: 'Week 1: 4', title: 'Trust', labels: ['1'], lines: [], from: 0, to: 10 };
    const scale: Message = { kind: 'scale', of: 4, text: 'How sure?', from: 0, to: 10, low: 'not at all', high: 'completely' };
    await adapter.deliver(parcel(route, [words('Here.'), chart, { kind: 'file', text: 'Your data', name: 'export.json', mime: 'application/json', content: '{}' }, scale]));
    expect(fake.of(/PATCH/u).map((call) => call.files)).toEqual([['chart-1.png', 'export.json']]);
    expect(fake.original(interaction)).toMatchObject({ flags: 64 | (1 << 15) });
    expect(JSON.stringify(fake.original(interaction))).toContain('"custom_id":"c|4|10"');
  });

  it('an edit whose result is unknown is made again and shows once', async () => {
    const { adapter, route } = await interacted(help);
    let faults = 1;
    fake.fault = (call) => (call.method === 'PATCH' && faults-- > 0 ? 'hang' : null);
    const quick = adapterFor({ sendMs: 200 });
    expect((await quick.deliver(parcel(route, [words('x')]))).settled).toMatchObject({ kind: 'retry' });
    expect((await adapter.deliver(parcel(route, [words('x')], { attempt: 2 }))).settled).toMatchObject({ kind: 'sent' });
    expect(fake.of(/POST .*webhooks/u)).toEqual([]);
  });

  it('a second parcel for the same interaction stands beside the first, privately', async () => {
    const { adapter, route, interaction } = await interacted(help);
    await adapter.deliver(parcel(route, [words('first')]));
    await adapter.deliver(parcel(route, [words('second')], { id: 2 }));
    expect(JSON.stringify(fake.original(interaction))).toContain('first');
    expect(fake.of(/POST \/webhooks/u).map((call) => call.body)).toMatchObject([{ flags: 64 | (1 << 15), components: [{ content: 'second' }] }]);
  });

  it('a private reply that the person closed is given anew', async () => {
    const { adapter, route } = await interacted(help);
    fake.fault = (call) => (call.method === 'PATCH' ? { status: 404, body: { message: 'Unknown Message', code: 10008 } } : null);
    expect((await adapter.deliver(parcel(route, [words('x')]))).settled.kind).toBe('sent');
    expect(fake.of(/POST \/webhooks/u).length).toBe(1);
  });

  it('with an old token it waits for the next private route and goes nowhere else', async () => {
    const { adapter, route } = await interacted(help);
    now += 15 * 60_000;
    const before = fake.calls.length;
    expect(await adapter.deliver(parcel(route, [words('x')]))).toEqual({ settled: { kind: 'hold', until: now + 24 * 3_600_000 } });
    expect(fake.calls.length).toBe(before);
  });

  it('with an old token only safety tries a direct message', async () => {
    const { adapter, route } = await interacted(help);
    now += 15 * 60_000;
    const safety = parcel(route, [words('help')], { cls: 'safety', subject: `discord:${user.id}` });
    expect((await adapter.deliver(safety)).settled.kind).toBe('sent');
    expect(fake.channel(directChannel).length).toBe(1);
    fake.fault = (call) => (call.path.endsWith('/messages') ? { status: 403, body: { message: 'Cannot send messages to this user', code: 50007 } } : null);
    expect(await adapter.deliver(safety)).toMatchObject({ settled: { kind: 'hold' }, trouble: { what: 'dm-closed' } });
  });

  it('a token that Discord calls invalid is an old token, and the bot goes on', async () => {
    const { adapter, route } = await interacted(help);
    fake.fault = (call) => (call.method === 'PATCH' ? { status: 401, body: { message: 'Invalid Webhook Token', code: 50027 } } : null);
    expect((await adapter.deliver(parcel(route, [words('x')]))).settled.kind).toBe('hold');
    expect((await adapter.deliver(parcel(direct, [words('y')]))).settled.kind).toBe('sent');
  });

  it('a button that was sent comes back as the press it stands for', async () => {
    const bot = scriptedInbox();
    const adapter = adapterFor();
    await adapter.start(bot.inbox);
    const interaction = fake.interact(help);
    await bot.until(1);
    await adapter.deliver(parcel(routeOf(bot.events[0]), [question]));
    const wire = /"custom_id":"([^"]+)"/u.exec(JSON.stringify(fake.original(interaction)))?.[1] ?? '';
    fake.interact(press(wire));
    await bot.until(2);
    expect(bot.events[1]).toMatchObject({ kind: 'press', press: { kind: 'choose', of: 3, choice: 'yes' } });
  });
});

describe('what Discord refuses', () => {
  it.each([
    [direct, 403, 50007, 'dm-closed'],
    [inChannel, 403, 50013, 'no-permission'],
    [inChannel, 403, 50001, 'no-permission'],
    [inChannel, 404, 10003, 'gone'],
  ])('%j refused with %i/%i is closed and reported as %s', async (route, status, code, what) => {
    fake.fault = (call) => (call.path.endsWith('/messages') ? { status, body: { message: 'no', code } } : null);
    const ofServer = route.kind === 'discord-channel' ? { subject: 'discord-place:500000000000000001', to: { to: route.id } } as const : { subject: 'discord:700000000000000007', to: {} } as const;
    expect(await adapterFor().deliver(parcel(route, [words('x')], { subject: ofServer.subject }))).toEqual({ settled: { kind: 'closed' }, trouble: { what, ...ofServer.to } });
  });

  it('after 429 it waits as long as asked, and the library repeats nothing by itself', async () => {
    fake.fault = (call) => (call.path.endsWith('/messages') ? { status: 429, body: { message: 'You are being rate limited.', retry_after: 7, global: false }, headers: { 'retry-after': '7', 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '7' } } : null);
    const { settled } = await adapterFor().deliver(parcel(direct, [words('x')]));
    if (settled.kind !== 'retry') throw new Error(`settled as ${settled.kind}`);
    expect(settled.at - now).toBeGreaterThanOrEqual(6_900);
    expect(settled.at - now).toBeLessThanOrEqual(7_100);
    expect(fake.of(/messages$/u).length).toBe(1);
  });

  it('a fault of Discord is tried again later, once at a time', async () => {
    fake.fault = (call) => (call.path.endsWith('/messages') ? { status: 502, body: {} } : null);
    expect((await adapterFor().deliver(parcel(direct, [words('x')]))).settled).toMatchObject({ kind: 'retry', at: expect.closeTo(now + 2000, -3) as number });
    expect(fake.of(/messages$/u).length).toBe(1);
  });

  it('after a refused token what waits is tried again with it, for it may be right by then', async () => {
    const adapter = adapterFor();
    fake.fault = () => ({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    expect((await adapter.deliver(parcel(direct, [words('x')]))).settled).toMatchObject({ kind: 'retry', at: now + 60_000 });
    fake.fault = () => null;
    expect((await adapter.deliver(parcel(direct, [words('x')]))).settled.kind).toBe('sent');
  });

  it('a wrong token is one sentence that does not hold it', async () => {
    const error: unknown = await adapterFor({ token: 'another-token.that.is-wrong' }).start(scriptedInbox().inbox).catch((reason: unknown) => reason);
    expect(error).toMatchInlineSnapshot(`[CannotStart: Discord does not accept DISCORD_BOT_TOKEN. Copy the current token from the Bot page of your application in the Discord developer portal.]`);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('another-token');
  });
});

describe('starting', () => {
  it('connects once, and hears when a server removes the bot', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    expect(fake.identified()).toBe(1);
    fake.dispatch('GUILD_DELETE', { id: '500000000000000001', unavailable: true });
    fake.dispatch('GUILD_DELETE', { id: '500000000000000002' });
    await bot.until(1);
    expect(bot.events).toMatchObject([{ kind: 'trouble', subject: 'discord-place:500000000000000002', what: 'gone' }]);
  });

  it('a packet of a shape that nobody foresaw does not harm the ones behind it', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    fake.interact({ ...inGuild, type: 5, message: ours, data: null });
    fake.interact(help);
    await bot.until(1);
    expect(notices.map((notice) => notice.code)).toEqual(['discord-event']);
  });

  it('a lost connection is taken up again without a second IDENTIFY', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    fake.drop(4000);
    await fake.until(() => fake.resumed() === 1);
    fake.dispatch('MESSAGE_CREATE', message('100000000000000001', 'still there?'));
    await bot.until(1);
    expect([bot.events.length, fake.identified()]).toEqual([1, 1]);
  });

  it('a connection that Discord closed for good is told to the operator', async () => {
    const told = Promise.withResolvers<Notice>();
    await adapterFor({ notice: (notice) => { if (notice.code === 'discord-closed') told.resolve(notice); } }).start(scriptedInbox().inbox);
    fake.drop(4004);
    expect((await told.promise).sentence).toContain('DISCORD_BOT_TOKEN');
  });

  it('an address that nobody answers is refused with one sentence', async () => {
    const error: unknown = await adapterFor({ api: 'http://127.0.0.1:9/api' }).start(scriptedInbox().inbox).catch((reason: unknown) => reason);
    expect(error).toMatchInlineSnapshot(`[CannotStart: Discord cannot be reached. Check the network, and DISCORD_API_ROOT where it is set.]`);
  });
});
