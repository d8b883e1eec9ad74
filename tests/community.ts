/**
 * A community without a platform: the real conversation, store, courier and timers on a clock that a test moves.
 * What each place and person would see is collected; a test says which channels refuse.
 */
import { randomUUID } from 'node:crypto';
import type { Adapter, Delivery } from '../src/adapters/adapter.ts';
import { assemble } from '../src/commands/assembly.ts';
import { openBotStore, type BotStore } from '../src/commands/files.ts';
import type { Config } from '../src/config.ts';
import type { Event, PersonId, PlaceId, Route } from '../src/conversation/event.ts';
import type { Library } from '../src/conversation/knowledge.ts';
import type { Message } from '../src/conversation/message.ts';
import type { Parcel } from '../src/conversation/parcel.ts';
import type { Press } from '../src/conversation/press.ts';
import { noReading } from '../src/conversation/reading.ts';
import { silentLog } from '../src/runtime/log.ts';
import { createMetrics } from '../src/runtime/metrics.ts';
import { withInserts } from '../src/adapters/plain-text.ts';
import { simulatedClock, type SimulatedClock } from './runtime/simulated-clock.ts';
import { choicesOf, operator } from './talk.ts';

export interface Seen { readonly route: Route; readonly cls: string; readonly message: Message; readonly text: string; readonly at: number; readonly revised: boolean; readonly thread: string | null }

export interface Member {
  readonly id: PersonId;
  command(name: string, options?: Readonly<Record<string, string>>): Promise<Seen[]>;
  /** Presses the newest button whose label begins so, of what this person or the channel saw. */
  press(label: string): Promise<Seen[]>;
  pressed(press: Press): Promise<Seen[]>;
  say(text: string): Promise<Seen[]>;
}

export interface Community {
  readonly clock: SimulatedClock;
  readonly store: BotStore;
  readonly seen: readonly Seen[];
  /** What was posted to channels, the newest text of each message. */
  posts(): readonly Seen[];
  member(id: string, more?: { readonly moderator?: boolean; readonly place?: PlaceId }): Member;
  happens(event: Event): Promise<void>;
  /** Lets time pass with everything that comes due. */
  later(ms: number): Promise<void>;
  answer: (parcel: Parcel) => Delivery;
  close(): Promise<void>;
}

export const guild: PlaceId = 'discord-place:900';
const config = { db: ':memory:', keyFile: ':memory:', keysMirror: null } as unknown as Config;

/** @param more.file a data file that another community can open afterwards; in memory where it is not given */
export function openCommunity(library: Library, at = Date.UTC(2026, 10, 22, 12), more: { readonly file?: string; dateTold?(): number | null } = {}): Community {
  const clock = simulatedClock(at);
  const seen: Seen[] = [];
  let wake: () => void = () => undefined;
  const store = openBotStore(more.file === undefined ? config : { ...config, db: more.file, keyFile: `${more.file}.key` }, { now: clock.now, wake: () => wake() });
  const community = { answer: (parcel: Parcel): Delivery => ({ settled: { kind: 'sent', refs: [`m${parcel.id}`] } }) };
  const adapter: Adapter = {
    name: 'discord', routes: ['discord-interaction', 'discord-dm', 'discord-channel', 'telegram'],
    start: () => Promise.resolve(), stop: () => Promise.resolve(),
    deliver(parcel) {
      const delivery = community.answer(parcel);
      if (delivery.settled.kind === 'sent') {
        for (const work of parcel.work) {
          const messages = work.kind === 'send' ? work.messages : work.kind === 'revise' ? [work.message] : [];
          for (const message of messages) seen.push({ route: parcel.route, cls: parcel.cls, message, text: withInserts(message.text, message.inserts), at: clock.now(), revised: work.kind === 'revise', thread: work.kind === 'send' ? (work.thread ?? null) : null });
        }
      }
      return Promise.resolve(delivery);
    },
  };
  const { bot, courier, timers } = assemble({ store, adapters: [adapter], library: () => library, operator, understand: () => () => noReading, ready: () => Promise.resolve(), log: silentLog, metrics: createMetrics(), clock, dateTold: () => Promise.resolve(more.dateTold?.() ?? null) });
  wake = courier.wake;
  courier.wake();
  timers.start();
  const settle = async (): Promise<void> => { for (let i = 0; i < 6; i += 1) await clock.pass(1); };

  async function happens(event: Event): Promise<void> {
    await bot.receive(event);
    await settle();
  }

  function member(id: string, { moderator = false, place = guild }: { readonly moderator?: boolean; readonly place?: PlaceId } = {}): Member {
    const platform = place.startsWith('telegram') ? 'telegram' : 'discord';
    const person: PersonId = `${platform}:${id}`;
    const heard = async (make: (base: { id: string; at: number; person: PersonId; here: Route; locale: string; place: PlaceId; moderator: boolean }) => Event): Promise<Seen[]> => {
      const before = seen.length;
      const interaction = randomUUID();
      const here: Route = platform === 'telegram' ? { kind: 'telegram', id: place.slice('telegram-place:'.length) } : { kind: 'discord-interaction', app: '1', id: interaction, token: interaction, until: clock.now() + 900_000 };
      await happens(make({ id: `${platform}:${interaction}`, at: clock.now(), person, here, locale: 'en', place, moderator }));
      return seen.slice(before);
    };
    const pressed = (press: Press): Promise<Seen[]> => heard((base) => ({ ...base, kind: 'press', press, ref: 'm1', public: press.kind === 'join' }));
    return {
      id: person,
      command: (name, options = {}) => heard((base) => ({ ...base, kind: 'command', name, options })),
      pressed,
      press(label) {
        const choice = seen.toReversed().flatMap((each) => choicesOf(each.message).toReversed()).find((each) => each.label.startsWith(label));
        if (!choice) throw new Error(`no button begins with "${label}"`);
        return pressed(choice.press);
      },
      say: (text) => heard((base) => ({ ...base, kind: 'text', text, via: 'form' })),
    };
  }

  return Object.assign(community, {
    clock, store, seen, member, happens,
    posts: () => seen.filter((each) => each.route.kind === 'discord-channel' || (each.route.kind === 'telegram' && each.cls === 'post')),
    async later(ms: number) {
      // In steps: a timer that a turn sets must be seen before the clock has passed it.
      for (let left = ms; left > 0; left -= 3_600_000) await clock.pass(Math.min(left, 3_600_000));
      await settle();
    },
    async close() {
      // What is under way may wait for the clock.
      const ended = timers.stop();
      await clock.pass(60_000);
      await ended;
      await courier.stop();
      await store.close();
    },
  });
}

/** Somebody takes part in the open week with these values. */
export async function takePart(community: Community, id: string, values: readonly [number, number, number], slot: string): Promise<void> {
  const who = community.member(id);
  await who.pressed({ kind: 'join', slot });
  for (const value of values) {
    const scale = community.seen.findLast((each) => each.message.kind === 'scale')?.message;
    if (scale?.kind !== 'scale') throw new Error('no scale was shown');
    await who.pressed({ kind: 'choose', of: scale.of, choice: String(value) });
  }
  await who.press('Skip');
}
