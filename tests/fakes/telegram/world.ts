/**
 * The whole bot in this process - store on the disk, courier, timers, grammY - against the Bot API on loopback.
 * Only the clock is in the test's hand: days pass when it says so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { telegram } from '../../../src/adapters/telegram/adapter.ts';
import { wordsFrom } from '../../../src/adapters/telegram/words.ts';
import type { DrawChart } from '../../../src/adapters/telegram/calls.ts';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import type { Rates } from '../../../src/adapters/telegram/pace.ts';
import { assemble } from '../../../src/commands/assembly.ts';
import { openBotStore, type BotStore } from '../../../src/commands/files.ts';
import { readConfig } from '../../../src/config.ts';
import type { Library } from '../../../src/conversation/knowledge.ts';
import type { Understand } from '../../../src/conversation/reading.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createMetrics, type Metrics } from '../../../src/runtime/metrics.ts';
import { phoneOf, type Phone } from './phone.ts';
import { fakeTelegram, type FakeTelegram } from './server.ts';

export interface World {
  readonly fake: FakeTelegram;
  readonly store: BotStore;
  readonly metrics: Metrics;
  readonly notices: readonly string[];
  phone(id: number, language?: string): Phone;
  /** Resolves when every update is confirmed and everything was sent. */
  settled(): Promise<void>;
  /** Lets time pass; what comes due meanwhile happens in its order. */
  later(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly library: Library;
  readonly understand: Understand;
  readonly by: 'polling' | 'webhook';
  readonly rates?: Rates;
  readonly drawChart?: DrawChart;
  /** Time passes only when the test says so: what is measured in hours must not depend on how busy the machine is. */
  readonly still?: boolean;
  /** A fault put into the adapter, to see whether a trial finds it. */
  readonly spoilt?: (adapter: Adapter) => Adapter;
}

const unlimited: Rates = { all: { interval: 0.001, burst: 1000 }, chat: { interval: 0.001, burst: 1000 }, group: { interval: 0.001, burst: 1000 } };

export async function openWorld({ library, understand, by, rates = unlimited, still = false, drawChart = () => Promise.resolve(new Uint8Array([137, 80, 78, 71])), spoilt = (adapter) => adapter }: WorldOptions): Promise<World> {
  const fake = await fakeTelegram();
  const folder = mkdtempSync(join(tmpdir(), 'mend-telegram-'));
  const port = await freePort();
  const notices: string[] = [];
  let offset = Date.UTC(2026, 2, 2, 20, 0) - Date.now();
  const began = Date.now();
  const now = (): number => (still ? began : Date.now()) + offset;
  const clock = { now, elapsed: now, after: (ms: number, run: () => void) => { const timer = setTimeout(run, ms); return () => clearTimeout(timer); } };
  const settings = readConfig({ MEND_DB: join(folder, 'mend.db') }, () => '');
  if ('problems' in settings) throw new Error(settings.problems.join('\n'));
  let wake: () => void = () => undefined;
  const metrics = createMetrics();
  const store = openBotStore(settings.config, { now, wake: () => wake() });
  fake.hookTo = `http://127.0.0.1:${port}/telegram`;
  const adapter = spoilt(telegram({
    token: fake.token, apiRoot: fake.root, now, rates, drawChart, words: wordsFrom(library), pollSeconds: 5, notice: (notice) => notices.push(notice.code),
    ...(by === 'webhook' ? { webhook: { url: 'https://bot.example.org/telegram', secret: 'a-secret', port } } : {}),
  }));
  const { bot, courier, timers } = assemble({
    store, adapters: [adapter], library: () => library, operator: { name: 'Mend', contact: 'Ada at the community desk', cover: 'houseplants' },
    understand: () => understand, ready: () => Promise.resolve(), log: silentLog, metrics, clock,
  });
  wake = courier.wake;
  await store.recover();
  await adapter.start(bot.inbox);
  timers.start();

  const settled = async (): Promise<void> => {
    await fake.until(() => fake.waiting() === 0);
    courier.wake();
    await courier.idle();
  };

  return {
    fake, store, metrics, notices, settled,
    phone: (id, language) => phoneOf(fake, id, language),
    async later(ms) {
      const until = now() + ms;
      for (let due = await store.nextDue(); due !== null && due <= until; due = await store.nextDue()) {
        offset += Math.max(0, due - now());
        timers.wake();
        await new Promise((resolve) => { setTimeout(resolve, 5); });
        await settled();
      }
      offset += Math.max(0, until - now());
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

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
