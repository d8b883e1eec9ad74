/** Puts the parts together: the same for the terminal and for the platforms, so that a try-out shows the real bot. */
import type { Adapter } from '../adapters/adapter.ts';
import { directSafetyReply } from '../conversation/direct.ts';
import type { Event } from '../conversation/event.ts';
import type { Knowledge, Library, Operator } from '../conversation/knowledge.ts';
import { knowledgeIn } from '../conversation/language.ts';
import type { Understand } from '../conversation/reading.ts';
import type { PlaceState } from '../conversation/place-state.ts';
import type { State } from '../conversation/state.ts';
import { converse } from '../conversation/step.ts';
import { createBot, type Bot } from '../runtime/bot.ts';
import { systemClock, type Clock } from '../runtime/clock.ts';
import { createCourier, type Courier } from '../runtime/courier.ts';
import { createDirect } from '../runtime/direct.ts';
import { createDoubt } from '../runtime/doubt.ts';
import type { Log } from '../runtime/log.ts';
import type { Metrics } from '../runtime/metrics.ts';
import { createTimers, type Timers } from '../runtime/timers.ts';
import type { Store } from '../store/store.ts';

export interface Parts {
  readonly store: Store<State, PlaceState>;
  readonly adapters: readonly Adapter[];
  /** Asked for each turn: `chat --watch` replaces it whole between two turns. */
  readonly library: () => Library;
  readonly operator: Operator;
  readonly understand: () => Understand | null;
  readonly ready: () => Promise<void>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The machine's own, but for tests that let days pass. */
  readonly clock?: Clock;
  /** As in `DoubtParts`; nobody tells it where it is not given. */
  readonly dateTold?: () => Promise<number | null>;
}

export interface Assembly { readonly bot: Bot; readonly courier: Courier; readonly timers: Timers }

export function assemble(parts: Parts): Assembly {
  const { store, adapters, operator, log, metrics } = parts;
  const clock = parts.clock ?? systemClock;
  const direct = createDirect(adapters, clock, log, metrics);
  const bot: Bot = createBot<State, PlaceState>({
    store, clock, log, metrics, understand: parts.understand, ready: parts.ready,
    decide: (event, reading) => converse({ event, reading, library: parts.library(), operator }),
    committed(effects) {
      courier.wake();
      if (effects.some(effect => effect.kind === 'remind' || effect.kind === 'pair')) timers.wake();
    },
    async replyDirectly(event, reading) {
      if (reading.safety === null) return;
      await direct(event, directSafetyReply(reading.safety, knowledgeFor(event, parts.library()), null), 'safety');
    },
    async apologise(event) {
      await direct(event, [{ kind: 'text', text: knowledgeFor(event, parts.library()).phrases['set-aside'][0] ?? '' }], 'reply');
    },
  });
  const courier: Courier = createCourier({ store, adapters, clock, log, metrics, trouble: event => bot.receive(event), wakeTimers: () => timers.wake() });
  const doubt = createDoubt({ store, clock, log, dateTold: parts.dateTold ?? (() => Promise.resolve(null)) });
  const timers: Timers = createTimers({ store, clock, log, doubt, receive: event => bot.receive(event), wakeCourier: () => courier.wake() });
  return { bot, courier, timers };
}

/** In the language of the platform's account where there is one: the person's own setting is in the database. */
function knowledgeFor(event: Event, library: Library): Knowledge {
  return knowledgeIn(library, 'locale' in event ? event.locale : 'en');
}
