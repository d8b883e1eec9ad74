/** Short forms of the long trials in `scripts/telegram-*.ts`. What is counted here does not depend on how fast the machine is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { allowed } from '../../src/adapters/telegram/pace.ts';
import { projectUnderstanding } from '../knowledge-of-project.ts';
import { killed, settingsFor } from '../fakes/telegram/campaigns.ts';
import { burst } from '../fakes/telegram/burst.ts';
import { mostWithin, plan, sendsOf, storm } from '../fakes/telegram/crowd.ts';
import { hostile, hostileWords } from '../fakes/telegram/hostile.ts';
import { phoneOf } from '../fakes/telegram/phone.ts';
import { planting } from '../fakes/telegram/planted.ts';
import { poisoned } from '../fakes/telegram/poison.ts';
import { outran, repeated } from '../fakes/telegram/repeats.ts';
import { restarted } from '../fakes/telegram/restart.ts';
import { serve } from '../fakes/telegram/served.ts';
import { fakeTelegram } from '../fakes/telegram/server.ts';
import { openWorld, type World } from '../fakes/telegram/world.ts';

const parts = projectUnderstanding();
let folder = '';
let world: World | null = null;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'mend-campaign-')); });
afterEach(async () => {
  if (world) expect(world.fake.wrong).toEqual([]);
  await world?.close();
  world = null;
  rmSync(folder, { recursive: true, force: true });
});

describe('under load', () => {
  it('a chat that must wait is not written to before its time, the others go on, and nobody gets anything twice', async () => {
    world = await openWorld({ ...parts, by: 'polling' });
    const result = await storm(world, 5, 10, 1);
    expect(result.waits).toHaveLength(10);
    expect([result.early, result.repeated, result.others.length]).toEqual([0, 0, 10]);
  });

  it('reminders that are due together go out at the allowed pace, each once, and somebody in danger does not wait for them', async () => {
    world = await openWorld({ ...parts, by: 'polling', rates: allowed });
    const { fake, store } = world;
    const people = 60;
    await plan(store, people, Date.UTC(2026, 2, 2, 20, 0), 5_000);
    const all = world.later(1);
    await fake.until(() => sendsOf(fake).length > 5);
    const before = sendsOf(fake).length;
    world.phone(7).say('i want to kill myself');
    await fake.until(() => sendsOf(fake, '7').length > 0);
    expect(sendsOf(fake).length - before).toBeLessThan(people / 2);
    await all;
    await fake.until(() => sendsOf(fake).filter((call) => Number(call.payload['chat_id']) >= 5_000).length >= people);
    await world.settled();
    const texts = Array.from({ length: people }, (_, index) => fake.chats.sent(String(5_000 + index)).length);
    expect(new Set(texts)).toEqual(new Set([1]));
    expect(mostWithin(sendsOf(fake).map((call) => call.at), 1000)).toBeLessThanOrEqual(36);
  });

  it('forty messages from one person at once: what others ask meanwhile is answered before most of them', async () => {
    world = await openWorld({ ...parts, by: 'polling' });
    const { fake } = world;
    const [flooder, ...others] = [7_000, 8_000, 8_001, 8_002].map((id) => phoneOf(fake, id));
    for (let written = 1; written <= 40; written += 1) flooder?.say(`message number ${written}`);
    for (const other of others) other.say('how do i set a boundary?');
    await fake.until(() => [flooder, ...others].every((phone) => (phone?.got.length ?? 0) >= (phone === flooder ? 40 : 1)));
    const order = sendsOf(fake).map((call) => String(call.payload['chat_id']));
    const before = others.map(({ chat }) => order.slice(0, order.indexOf(chat)).filter((each) => each === '7000').length);
    expect(Math.max(...before)).toBeLessThan(20);
  });

  it('somebody is owed forty replies and writes that they are in danger: that is answered before most of them', async () => {
    world = await openWorld({ ...parts, by: 'polling' });
    const { fake } = world;
    const phone = world.phone(7_000);
    const isSafety = ({ text }: { readonly text: string }): boolean => /Nobody has been told/iu.test(text);
    // Nothing goes out to them until all of it was read, however slow the machine is.
    let read = false;
    fake.fault = (method) => (method !== 'sendMessage' || read ? null : { status: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } });
    for (let written = 1; written <= 40; written += 1) phone.say(`message number ${written}`);
    phone.say('i want to kill myself');
    await fake.until(() => fake.waiting() === 0);
    read = true;
    await fake.until(() => phone.got.length > 40 && phone.got.some(isSafety));
    expect(phone.got.findIndex(isSafety)).toBeLessThan(10);
  });

  it('every update delivered three times at once is one turn and one reply, and a press resent under five new ids is one step', async () => {
    world = await openWorld({ ...parts, by: 'webhook' });
    expect(await repeated(world, 10)).toEqual({ posted: 180, refused: 0, astray: 0, miscounted: 0 });
  });

  it.each(['polling', 'webhook'] as const)('many messages at once from many people, by %s: each person\'s are taken in their order, none left out', async (by) => {
    world = await openWorld({ ...parts, by, still: true });
    expect(await burst(world, 8, 25)).toMatchObject({ messages: 200, miscounted: 0, outOfOrder: 0 });
  });

  it('hostile words in every field: nothing goes out that Telegram would refuse, and nobody meets silence', async () => {
    world = await openWorld({ ...parts, by: 'polling' });
    expect(await hostile(world, hostileWords(192, 7))).toMatchObject({ inputs: 192, silent: [], wrong: [], notices: [] });
  });

  it('an update that was done before an earlier one of its batch is not done again after a kill, and the earlier one is', { timeout: 120_000 }, async () => {
    expect(await outran(folder, 5, pause)).toEqual({ pairs: 5, before: 5, lost: 0, doubled: 0 });
  });

  it('a message that no turn survives is set aside with a word to its person, and everybody else goes on', { timeout: 120_000 }, async () => {
    expect(await poisoned(folder, 'throws', 4, pause)).toEqual({ people: 4, poisons: 2, starts: 1, silent: 0, repeated: 0, disturbed: 0 });
  });

  it('killed while people write: no turn is lost or done twice, and no reply is missing without a word', { timeout: 120_000 }, async () => {
    const result = await killed({ kills: 1, folder, peoplePerKill: 2, steps: 0, say: () => undefined, pause });
    expect(result).toMatchObject({ turnsLost: 0, turnsDoubled: 0, lostSilently: 0, doubled: 0, wrong: 0 });
  });
});

/** A trial that finds nothing proves something only when it would have found it. */
describe('the trials', () => {
  it('find nothing wrong with a kill at the worst moment', { timeout: 120_000 }, async () => {
    expect(await restarted(folder, pause)).toEqual({ answered: true, sent: 1 });
  });

  it('find an update that is confirmed before it is stored', { timeout: 120_000 }, async () => {
    expect(await restarted(folder, pause, planting('confirms-early'))).toMatchObject({ answered: false });
  });

  it('find a send that is not written down before it is made', { timeout: 120_000 }, async () => {
    expect((await restarted(folder, pause, planting('claims-in-memory'))).sent).toBeGreaterThan(1);
  });

  it('find a wait that is not kept', async () => {
    const hasty = (adapter: Adapter): Adapter => ({ ...adapter, deliver: async (parcel) => {
      const delivery = await adapter.deliver(parcel);
      return delivery.settled.kind === 'retry' ? { ...delivery, settled: { ...delivery.settled, at: 0 } } : delivery;
    } });
    world = await openWorld({ ...parts, by: 'polling', spoilt: hasty });
    expect((await storm(world, 1, 1, 1)).early).toBeGreaterThan(0);
  });
});

describe('the token', () => {
  it('is in no log, health page or metric, whatever goes wrong', { timeout: 60_000 }, async () => {
    const fake = await fakeTelegram();
    const port = await freePort();
    const served = serve(settingsFor(fake, folder, { MEND_LOG: 'trace', MEND_HTTP_PORT: String(port) }));
    const kinds = ['reset', 'hang', 'unavailable', 'unauthorised', 'malformed'] as const;
    await served.ready();
    for (const [index, kind] of kinds.entries()) {
      fake.fault = (method, payload) => {
        if (method !== 'sendMessage' || payload['chat_id'] !== String(index + 1)) return null;
        if (kind === 'reset' || kind === 'hang') return kind;
        return { unavailable: { status: 502, description: 'Bad Gateway' }, unauthorised: { status: 401, description: 'Unauthorized' }, malformed: { status: 400, description: `Bad Request: ${fake.token}` } }[kind];
      };
      phoneOf(fake, index + 1).say('the purple elephant');
      await fake.until(() => sendsOf(fake, String(index + 1)).length > 0);
    }
    const pages = await Promise.all(['/health/live', '/health/ready', '/metrics'].map(async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()));
    await fake.close();
    await pause(300);
    served.kill('SIGTERM');
    await served.ended;
    for (const shown of [...pages, served.log()]) {
      expect(shown).not.toContain(fake.token);
      expect(shown).not.toContain(fake.token.split(':')[1]);
      expect(shown).not.toContain('elephant');
    }
    expect(served.log()).toContain('telegram-network');
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
