/** Many people at once against a Bot API with limits: who waits, how long, and who does not. */
import { freshState } from '../../../src/conversation/fresh.ts';
import type { Event } from '../../../src/conversation/event.ts';
import type { BotStore } from '../../../src/commands/files.ts';
import type { Recorded, FakeTelegram } from './server.ts';
import type { World } from './world.ts';

/** Ascending; `share` 0.95 for p95. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

/** The most that fell into any span of so many ms; `times` ascending. */
export function mostWithin(times: readonly number[], ms: number): number {
  let most = 0;
  let from = 0;
  for (const [index, time] of times.entries()) {
    while (time - (times[from] ?? 0) >= ms) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

const isSend = ({ method }: Recorded): boolean => method === 'sendMessage' || method === 'sendPhoto' || method === 'sendDocument';
export const sendsOf = (fake: FakeTelegram, chat?: string): readonly Recorded[] => fake.calls.filter((call) => isSend(call) && (chat === undefined || call.payload['chat_id'] === chat));

/** ms from writing to the first message after it. */
export async function latency(fake: FakeTelegram, chat: string, write: () => void): Promise<number> {
  const before = sendsOf(fake, chat).length;
  const started = Date.now();
  write();
  await fake.until(() => sendsOf(fake, chat).length > before);
  return (sendsOf(fake, chat)[before]?.at ?? 0) - started;
}

export interface Storm { readonly waits: readonly number[]; readonly early: number; readonly others: readonly number[]; readonly repeated: number }

/** `limited` chats get 429 on their first two sends, with `retry_after` seconds; `free` ones write meanwhile. */
export async function storm(world: World, limited: number, free: number, seconds: number): Promise<Storm> {
  const { fake } = world;
  const refused = new Map<string, number[]>();
  const isLimited = (chat: string): boolean => Number(chat) > 1000 && Number(chat) <= 1000 + limited;
  fake.fault = (method, payload) => {
    const chat = String(payload['chat_id']);
    const times = refused.get(chat) ?? [];
    if (method !== 'sendMessage' || !isLimited(chat) || times.length >= 2) return null;
    refused.set(chat, [...times, Date.now()]);
    return { status: 429, description: `Too Many Requests: retry after ${seconds}`, parameters: { retry_after: seconds } };
  };
  for (let index = 1; index <= limited; index += 1) world.phone(1000 + index).say('hello');
  const others = await Promise.all(Array.from({ length: free }, (_, index) => {
    const phone = world.phone(2000 + index);
    return latency(fake, phone.chat, () => phone.say('hello'));
  }));
  await fake.until(() => Array.from({ length: limited }, (_, index) => fake.chats.sent(String(1001 + index)).length).every((count) => count > 0));
  await world.settled();
  const waits: number[] = [];
  for (const [chat, times] of refused) {
    const sends = sendsOf(fake, chat).map((call) => call.at);
    for (const [index, at] of times.entries()) waits.push((sends[index + 1] ?? 0) - at);
  }
  const repeated = Array.from({ length: limited }, (_, index) => fake.chats.sent(String(1001 + index)).map((each) => each.text)).filter((texts) => new Set(texts).size < texts.length).length;
  return { waits, early: waits.filter((wait) => wait < seconds * 1000).length, others, repeated };
}

/** People who asked for a weekly check-in, all of them at the same minute. */
export async function plan(store: BotStore, people: number, at: number, first: number): Promise<void> {
  const state = { ...freshState(at - 86_400_000), greeted: true, told: at, last: at, turns: 1 };
  const settings = { ...state.settings, zone: 'Europe/Dublin', checkIn: { day: 1, at: '20:00' } };
  const remind = { kind: 'remind', name: 'check-in', at } as const;
  await Promise.all(Array.from({ length: people }, (_, index) => {
    const id = String(first + index);
    const event: Event = { kind: 'command', id: `plan:${id}`, at: at - 1000, person: `telegram:${id}`, here: { kind: 'telegram', id }, locale: 'en', name: 'plan', options: {} };
    return store.turn(event, { needs: () => [], step: (before) => ({ after: { person: { ...state, settings }, place: before.place }, effects: [remind] }) });
  }));
}

/** `others` people ask every `every` ms, for so many ms; meanwhile one person writes `flood` messages a minute. */
export async function flooded(world: World, others: number, every: number, forMs: number, flood: number): Promise<{ readonly latencies: readonly number[]; readonly written: number; readonly danger: number }> {
  const { fake } = world;
  const ends = Date.now() + forMs;
  const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
  const latencies: number[] = [];
  let written = 0;
  const flooder = world.phone(7_000);
  const pours = (async () => {
    while (flood > 0 && Date.now() < ends) {
      flooder.say(`message number ${written += 1}`);
      await wait(60_000 / flood);
    }
  })();
  const asks = Array.from({ length: others }, async (_, index) => {
    const phone = world.phone(8_000 + index);
    await wait((every * index) / others);
    while (Date.now() < ends) {
      const started = Date.now();
      latencies.push(await latency(fake, phone.chat, () => phone.say('how do i set a boundary?')));
      await wait(Math.max(0, every - (Date.now() - started)));
    }
  });
  await Promise.all([pours, ...asks]);
  // The one who writes so much is in danger: what the bot still owes them does not come before.
  const before = Date.now();
  if (flood > 0) flooder.say('i want to kill myself');
  await fake.until(() => flood === 0 || sendsOf(fake, flooder.chat).some((call) => /Nobody has been told/iu.test(String(call.payload['text'])) && call.at >= before));
  return { latencies, written, danger: Date.now() - before };
}
