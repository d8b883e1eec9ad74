/** Whatever the gateway sends, the bot stays, and hears what comes after it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Notice } from '../../src/adapters/cannot-start.ts';
import { discord } from '../../src/adapters/discord/adapter.ts';
import { fakeDiscord, type FakeDiscord } from '../fakes/discord/server.ts';
import { nothingWrong, scriptedInbox, type ScriptedInbox } from './inbox.ts';

let fake: FakeDiscord;
let adapter: Adapter;
let bot: ScriptedInbox;
let notices: Notice[];
/** Any of these ends the process of `mend serve`. */
let fatal: unknown[];
const note = (error: unknown): void => { fatal.push(error); };

beforeEach(async () => {
  fake = await fakeDiscord();
  notices = [];
  fatal = [];
  bot = scriptedInbox();
  process.on('unhandledRejection', note);
  adapter = discord({ token: fake.token, api: fake.api, now: () => 1_000_000, notice: (notice) => notices.push(notice) });
});
afterEach(async () => {
  await adapter.stop();
  await fake.close();
  process.off('unhandledRejection', note);
  expect(fatal).toEqual([]);
  nothingWrong(fake, notices);
});

const write = (): void => fake.dispatch('MESSAGE_CREATE', { id: '100000000000000005', channel_id: '800000000000000007', author: { id: '700000000000000007' }, content: 'still there?', attachments: [] });

describe('a packet of any shape', () => {
  it.each(['{"op":10}', '{"op":10,"d":null}', '{"op":10,"d":{"heartbeat_interval":-5}}', '{"op":10,"d":{"heartbeat_interval":20}}', '{}', 'null', '[]', '7', '"op"', 'not JSON', '', '{"op":"9"}', '{"op":99,"d":{}}', '{"op":11}', '{"op":1}', '{"op":0}',
    '{"op":0,"t":"READY"}', '{"op":0,"t":"READY","d":null,"s":null}', '{"op":0,"t":"MESSAGE_CREATE","d":null,"s":"x"}', '{"op":0,"t":"INTERACTION_CREATE","d":{"type":3,"user":{}},"s":null}', '{"op":0,"t":["x"],"d":5,"s":{}}', '[[[[[[[['])('%s leaves the session as it is', async (packet) => {
    await adapter.start(bot.inbox);
    fake.gateway.raw(packet);
    write();
    await bot.until(1);
    expect([bot.events.length, fake.identified(), fake.resumed(), fake.gateway.heartbeats() < 3]).toEqual([1, 1, 0, true]);
  });

  it.each([['bytes in place of words', new Uint8Array([0x78, 0x9c, 0, 255])], ['fifty thousand brackets', '['.repeat(50_000)]])('%s leave the session as it is', async (_, packet) => {
    await adapter.start(bot.inbox);
    fake.gateway.raw(packet);
    write();
    await bot.until(1);
    expect(fake.identified()).toBe(1);
  });

  it.each(['{"op":9}', '{"op":9,"d":null}', '{"op":9,"d":{}}'])('%s: the session is taken up again, and nothing is lost', async (packet) => {
    await adapter.start(bot.inbox);
    fake.gateway.raw(packet);
    await fake.until(() => !fake.gateway.connected());
    write();
    await bot.until(1);
    expect([bot.events.length, fake.identified(), fake.resumed()]).toEqual([1, 1, 1]);
  });

  it('a RESUME that is answered with a bare op 9 is given up for a new session', async () => {
    await adapter.start(bot.inbox);
    fake.gateway.invalidates = '{"op":9}';
    fake.gateway.lose();
    await fake.until(() => fake.identified() === 2);
    write();
    await bot.until(1);
  }, 20_000);

  it.each(['{"op":10}', '{"op":10,"d":{}}', '{"op":10,"d":{"heartbeat_interval":1e12}}'])('a greeting of %s is enough to begin, without a storm of heartbeats', async (packet) => {
    fake.gateway.greeting = packet;
    await adapter.start(bot.inbox);
    write();
    await bot.until(1);
    await fake.gateway.roundTrip();
    // The one that was asked for.
    expect(fake.gateway.heartbeats()).toBe(1);
  });

  it('whose first heartbeat finds nobody is made anew, and the old one beats no more', async () => {
    fake.gateway.heartbeatInterval = 400;
    await adapter.start(bot.inbox);
    fake.gateway.deaf = true;
    fake.gateway.raw('{"op":1}');
    await fake.until(() => !fake.gateway.connected());
    // The new one has a long time until its first.
    fake.gateway.heartbeatInterval = 45_000;
    fake.gateway.deaf = false;
    await fake.until(() => fake.resumed() === 1);
    const before = fake.gateway.heartbeats();
    await new Promise((resolve) => { setTimeout(resolve, 1_300); });
    expect(fake.gateway.heartbeats() - before).toBeLessThan(2);
    write();
    await bot.until(1);
  });

  it.each([null, 5, 'nowhere', 'https://example.org', 'ws://127.0.0.1:1/#x'])('told to resume at %j, it resumes where it connected first', async (address) => {
    fake.gateway.resumeAt = address;
    await adapter.start(bot.inbox);
    fake.drop(4000);
    await fake.until(() => fake.resumed() === 1);
    write();
    await bot.until(1);
  });
});
