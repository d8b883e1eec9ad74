/**
 * The whole bot in this process - store on the disk, courier, timers, discord.js - against Discord on loopback.
 * Time is in the test's hand: seconds and days pass when it says so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discord, type DiscordOptions } from '../../../src/adapters/discord/adapter.ts';
import { wordsFrom } from '../../../src/adapters/discord/words.ts';
import { assemble } from '../../../src/commands/assembly.ts';
import { openBotStore, type BotStore } from '../../../src/commands/files.ts';
import { suggestionsFrom } from '../../../src/commands/suggestions.ts';
import { readConfig } from '../../../src/config.ts';
import type { Event } from '../../../src/conversation/event.ts';
import type { Library } from '../../../src/conversation/knowledge.ts';
import type { Understand } from '../../../src/conversation/reading.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createMetrics, type Metrics } from '../../../src/runtime/metrics.ts';
import type { FakeClock } from './clock.ts';
import type { Guild } from './guilds.ts';
import { personOf, type Person, type Where } from './person.ts';
import { fakeDiscord, type FakeDiscord } from './server.ts';

export interface World {
  readonly fake: FakeDiscord;
  readonly store: BotStore;
  readonly metrics: Metrics;
  readonly notices: readonly string[];
  /** Every event that came in, with how its turn ended; not there while it is in hand. */
  readonly events: readonly Event[];
  /** A server with one channel, which the bot is a member of. */
  readonly guild: Guild;
  readonly folder: string;
  person(id: string, where?: Where, locale?: string): Person;
  /** Resolves when everything that people did was handled and everything was sent. */
  settled(): Promise<void>;
  /** Lets time pass; what comes due meanwhile happens in its order. */
  later(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly library: Library;
  readonly understand: Understand;
  readonly adapter?: Partial<DiscordOptions>;
  /** By default one that stands still. */
  readonly clock?: FakeClock;
  /** Before the bot connects. */
  readonly before?: (fake: FakeDiscord) => void;
}

export const guildId = '500000000000000001';
export const channelId = '600000000000000001';

export async function openWorld({ library, understand, adapter: more = {}, clock: given, before }: WorldOptions): Promise<World> {
  const fake = await fakeDiscord(given === undefined ? {} : { clock: given });
  before?.(fake);
  const guild = fake.addGuild(guildId, [channelId]);
  const folder = mkdtempSync(join(tmpdir(), 'mend-discord-'));
  const notices: string[] = [];
  const events: Event[] = [];
  const { now } = fake.clock;
  const clock = { now, elapsed: now, after: (ms: number, run: () => void) => { const timer = setTimeout(run, ms); return () => clearTimeout(timer); } };
  const settings = readConfig({ MEND_DB: join(folder, 'mend.db') }, () => '');
  if ('problems' in settings) throw new Error(settings.problems.join('\n'));
  let wake: () => void = () => undefined;
  const metrics = createMetrics();
  const store = openBotStore(settings.config, { now, wake: () => wake() });
  const adapter = discord({
    token: fake.token, api: fake.api, now, words: wordsFrom(library), lastHeard: () => store.lastHeard(), drawChart: () => Promise.resolve(new Uint8Array([137, 80, 78, 71])), complete: (asked) => suggestionsFrom(library, asked), notice: (notice) => notices.push(notice.code), ...more,
  });
  const { bot, courier, timers } = assemble({
    store, adapters: [adapter], library: () => library, operator: { name: 'Mend', contact: 'Ada at the community desk', cover: 'houseplants' },
    understand: () => understand, ready: () => Promise.resolve(), log: silentLog, metrics, clock,
  });
  wake = courier.wake;
  const handled = new Set<string>();
  let inHand = 0;
  await store.recover();
  await adapter.start(async (event) => {
    inHand += 1;
    const outcome = await bot.inbox(event);
    inHand -= 1;
    events.push(event);
    handled.add(event.id);
    return outcome;
  });
  await fake.until(() => fake.commands().length > 0);
  timers.start();

  const settled = async (): Promise<void> => {
    await fake.gateway.roundTrip();
    await until(() => inHand === 0 && fake.unanswered().every((id) => handled.has(`discord:${id}`)));
    courier.wake();
    await courier.idle();
    // What the adapter tidies after a turn, such as a waiting sign.
    await new Promise((resolve) => { setImmediate(() => setImmediate(resolve)); });
  };

  return {
    fake, store, metrics, notices, events, guild, folder, settled,
    person: (id, where, locale) => personOf(fake, id, where, locale),
    async later(ms) {
      const end = now() + ms;
      for (let due = await store.nextDue(); due !== null && due <= end; due = await store.nextDue()) {
        fake.clock.pass(Math.max(0, due - now()));
        timers.wake();
        await new Promise((resolve) => { setTimeout(resolve, 5); });
        await settled();
      }
      fake.clock.pass(Math.max(0, end - now()));
    },
    async close() {
      await adapter.stop();
      await timers.stop();
      await courier.stop();
      await store.close();
      await fake.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 1); });
}
