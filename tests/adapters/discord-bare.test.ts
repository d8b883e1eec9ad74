/** The adapter against a Discord that does only what it must, and answers in ways that the library does not expect. The whole bot against it: `tests/process/discord-outside.test.ts`. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { discord } from '../../src/adapters/discord/adapter.ts';
import { app, bareDiscord, type BareDiscord } from '../fakes/discord/bare.ts';
import { parcel, scriptedInbox, type ScriptedInbox } from './inbox.ts';

let fake: BareDiscord;
let adapter: Adapter;
let bot: ScriptedInbox;
let notices: string[];
const user = '80351110224678912';
const route = { kind: 'discord-dm', id: user, channel: `1${user}` } as const;
const hello = { kind: 'text', text: 'hello' } as const;

beforeEach(async () => {
  fake = await bareDiscord({ answers: 'chunked', callbacks: 204, gatewayBot: false, query: '', ready: 'bare', limits: false, newer: false });
  notices = [];
  bot = scriptedInbox();
  adapter = discord({ token: fake.token, api: fake.api, now: () => Date.now(), notice: ({ code }) => notices.push(code) });
  await adapter.start(bot.inbox);
});
afterEach(async () => {
  await adapter.stop();
  await fake.close();
});

describe('answers that leave out what the library reads', () => {
  it('a limit told only in the body is kept to', async () => {
    fake.answerTo = () => ({ status: 429, body: { message: 'You are being rate limited.', retry_after: 2.5, global: false } });
    const before = Date.now();
    const { settled } = await adapter.deliver(parcel(route, [hello]));
    expect(settled.kind).toBe('retry');
    if (settled.kind === 'retry') expect(settled.at - before).toBeGreaterThanOrEqual(2_500);
    expect(fake.heard.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('a limit that says nothing at all is not hammered at', async () => {
    fake.answerTo = () => ({ status: 429, body: '' });
    const before = Date.now();
    const { settled } = await adapter.deliver(parcel(route, [hello]));
    expect(settled.kind === 'retry' && settled.at - before).toBeGreaterThanOrEqual(1_000);
  });

  it.each([[10003, 'gone'], [50013, 'no-permission'], [50007, 'dm-closed']])('the code %i of a refusal is read: %s', async (code, what) => {
    fake.answerTo = () => ({ status: 403, body: { message: 'no', code } });
    expect(await adapter.deliver(parcel(route, [hello]))).toMatchObject({ settled: { kind: 'closed' }, trouble: { what } });
  });

  it.each([['nothing', ''], ['null', null], ['no id', {}]])('a message of which it tells %s was sent', async (_, body) => {
    fake.answerTo = ({ method }) => (method === 'POST' ? { status: 200, body } : null);
    expect(await adapter.deliver(parcel(route, [hello]))).toEqual({ settled: { kind: 'sent', refs: [] } });
  });
});

describe('a day with too many starts', () => {
  it('ends the start with a sentence that says when to try again', async () => {
    fake.answerTo = ({ path }) => (path === '/gateway/bot' ? { status: 200, body: { url: 'ws://127.0.0.1:1', shards: 1, session_start_limit: { total: 1000, remaining: 0, reset_after: 3_541_000, max_concurrency: 1 } } } : null);
    const late = discord({ token: fake.token, api: fake.api, now: () => Date.now(), notice: ({ code }) => notices.push(code) });
    await expect(late.start(bot.inbox)).rejects.toThrow('no new connection for 60 minutes');
    await late.stop();
  });
});

describe('packets of somebody else\'s server', () => {
  it('its own words, that nobody marked as a bot\'s, are not answered', async () => {
    fake.write(app, 'hello, I am a program');
    fake.write(user, 'hello');
    await bot.until(1);
    await pause(50);
    expect(bot.events.map((event) => 'person' in event && event.person)).toEqual([`discord:${user}`]);
  });

  it('a press in a direct message without its context is one in a direct message', async () => {
    fake.interact(3, { id: user }, { custom_id: 'c|1|yes', component_type: 2 }, { context: null, guild_id: null, message: { id: '1', channel_id: `1${user}` } });
    await bot.until(1);
    expect(bot.events[0]).toMatchObject({ kind: 'press', public: false });
    expect(bot.events[0]).not.toHaveProperty('place');
  });

  it('an answer to an interaction is addressed as the documentation writes it', async () => {
    const said = fake.interact(2, { id: user, permissions: '0' }, { id: '1', name: 'help', type: 1 });
    await bot.until(1);
    const [event] = bot.events;
    if (event === undefined || !('here' in event)) return expect.unreachable();
    await adapter.deliver(parcel({ ...event.here, token: 'aW50:ZXI=' } as typeof event.here, [hello]));
    expect(fake.heard.at(-1)?.path).toBe(`/webhooks/${app}/aW50:ZXI=/messages/@original`);
    expect(said.heard().map(({ path }) => path.split('/')[1])).toEqual(['interactions']);
  });
});
