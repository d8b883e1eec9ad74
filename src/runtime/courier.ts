/**
 * Brings what was committed to the people: claim, deliver, settle.
 *
 * A parcel is claimed durably before it is sent, so a kill in between is seen at the next start. Lanes run beside
 * each other, one parcel at a time in each; the store hands out safety first. Nothing here is retried on its own:
 * the store keeps the time of the next try, and one outbox owns every retry.
 */
import type { Adapter, Delivery } from '../adapters/adapter.ts';
import { isPlace, type TroubleEvent } from '../conversation/event.ts';
import type { Parcel, Settled } from '../conversation/parcel.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

export interface Courier {
  /** There may be something to send. */
  wake(): void;
  /** Resolves when nothing can be sent now and nothing is on its way. */
  idle(): Promise<void>;
  /** Claims no more; resolves when nothing is on its way. */
  stop(): Promise<void>;
}

export interface CourierParts {
  readonly store: Pick<Store<never, never>, 'claim' | 'settle'>;
  readonly adapters: readonly Adapter[];
  /** What was learned about a person or a place comes back as an event. */
  readonly trouble: (event: TroubleEvent) => Promise<unknown>;
  /** Something is due that was not: a retry at its time, or at once the news that a message may be missing. */
  readonly wakeTimers: () => void;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Parcels on their way at once. */
const atMost = 64;
/** The most tries of a parcel whose result stays unknown. */
const triesWhenUnknown = 5;
/** A parcel for a platform that this process does not serve waits this long, in ms. */
const elsewherePause = 60_000;
/** After the database refused a claim or a settlement, in ms. */
const storePause = 1_000;

export function createCourier(parts: CourierParts): Courier {
  const { store, clock, log, metrics } = parts;
  const lanes = new Map<string, Promise<void>>();
  const waiting = new Set<() => void>();
  const gates = parts.adapters.flatMap(({ gate, routes }) => (gate ? [{ gate, routes }] : []));
  let atGate = false;
  let onTheWay = 0;
  let round: Promise<void> | null = null;
  let again = false;
  let stopping = false;

  const wake = (): void => {
    again = true;
    round ??= rounds().finally(() => {
      round = null;
      if (again && !stopping) wake(); else settleIdle();
    });
  };

  const rounds = async (): Promise<void> => {
    while (again && !stopping && onTheWay < atMost) {
      again = false;
      const parcels = await claim();
      for (const parcel of parcels) start(parcel);
      if (parcels.length > 0) again = true;
    }
    // With every place taken, the next parcel that is settled wakes the courier again.
    if (onTheWay >= atMost) again = false;
  };

  const claim = async (): Promise<readonly Parcel[]> => {
    const room = Math.min(atMost - onTheWay, ...gates.map(({ gate }) => gate.open()));
    if (room < 1) {
      waitAtGate();
      return [];
    }
    try {
      const parcels = await store.claim(clock.now(), room);
      for (const { gate, routes } of gates) gate.passed(parcels.filter(parcel => routes.includes(parcel.route.kind)).map(parcel => parcel.id));
      return parcels;
    } catch (error) {
      log.error('The outbox could not be read.', { error });
      clock.after(storePause, wake);
      return [];
    }
  };

  /** One waits for all. */
  const waitAtGate = (): void => {
    if (atGate) return;
    atGate = true;
    clock.after(Math.max(...gates.map(({ gate }) => (gate.open() < 1 ? gate.opensIn() : 0))), () => {
      atGate = false;
      if (!stopping) wake();
    });
  };

  const start = (parcel: Parcel): void => {
    onTheWay += 1;
    metrics.set('mend_in_flight', onTheWay);
    const work = (lanes.get(parcel.lane) ?? Promise.resolve()).then(() => bring(parcel)).finally(() => {
      onTheWay -= 1;
      metrics.set('mend_in_flight', onTheWay);
      if (lanes.get(parcel.lane) === work) lanes.delete(parcel.lane);
      if (stopping) settleIdle(); else wake();
    });
    lanes.set(parcel.lane, work);
  };

  const bring = async (parcel: Parcel): Promise<void> => {
    const adapter = parts.adapters.find(candidate => candidate.routes.includes(parcel.route.kind));
    const delivery: Delivery = adapter ? await deliver(adapter, parcel) : { settled: { kind: 'retry', at: clock.now() + elsewherePause } };
    const settled = withPolicy(parcel, delivery.settled);
    metrics.add('mend_deliveries_total', { platform: adapter?.name ?? 'none', outcome: settled.kind });
    if (settled.kind === 'unknown') noteUnknown(parcel, settled.again, adapter?.name ?? 'none');
    log.debug('A parcel was settled.', { platform: adapter?.name ?? 'none', kind: parcel.cls, outcome: settled.kind, about: parcel.subject });
    await settle(parcel, settled);
    // A retry has a time of its own, and what may be missing is due at once: both are waited for by the timers.
    if (settled.kind === 'retry' || (settled.kind === 'unknown' && !settled.again)) parts.wakeTimers();
    const news = delivery.trouble ?? (settled.kind === 'closed' && isToAPerson(parcel) ? refusedAsItIs : null);
    if (news) {
      await parts.trouble({ kind: 'trouble', id: `trouble:${parcel.nonce}:${parcel.attempt}`, at: clock.now(), subject: parcel.subject, ...news, ...(parcel.cls === 'post' ? { refused: true } : {}) });
    }
  };

  const noteUnknown = (parcel: Parcel, repeats: boolean, platform: string): void => {
    metrics.add('mend_sends_unknown_total', { class: parcel.cls });
    const what = repeats ? 'It is sent again.' : 'It is not sent again: whoever it is for will be told that one may be missing.';
    log.warn(`Nobody knows whether a message arrived. ${what}`, { platform, kind: parcel.cls, about: parcel.subject });
  };

  const deliver = async (adapter: Adapter, parcel: Parcel): Promise<Delivery> => {
    try {
      return await adapter.deliver(parcel);
    } catch (error) {
      log.error('An adapter broke while it was sending.', { platform: adapter.name, error });
      return { settled: { kind: 'unknown', again: false } };
    }
  };

  /** What was sent must be written down, or it would be sent again: tried until the database takes it or we stop. */
  const settle = async (parcel: Parcel, settled: Settled): Promise<void> => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await store.settle(parcel.id, settled);
      } catch (error) {
        if (tries === 0) log.error('What became of a parcel could not be written down.', { error });
        if (stopping) return;
        await new Promise<void>(resolve => void clock.after(storePause, resolve));
      }
    }
  };

  const settleIdle = (): void => {
    if (round !== null || onTheWay > 0) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  const idle = (): Promise<void> => round === null && onTheWay === 0 ? Promise.resolve() : new Promise(resolve => waiting.add(resolve));
  return { wake, idle, stop() { stopping = true; return idle(); } };
}

/** The way to the person is open, and the platform does not take this message: whoever waits for it is told, as when nobody knows. */
const refusedAsItIs = { what: 'maybe-missing' } as const;

function isToAPerson({ subject, work }: Parcel): boolean {
  return !isPlace(subject) && work.some(each => each.kind === 'send');
}

/**
 * What may be sent twice. Safety is worth a double; a weekly post or the step of an exercise is not, and the person is told
 * that one may be missing. An adapter that says `again` has a way to make the second send harmless (a stored nonce).
 */
function withPolicy(parcel: Parcel, settled: Settled): Settled {
  if (settled.kind !== 'unknown') return settled;
  return { ...settled, again: (settled.again || parcel.cls === 'safety') && parcel.attempt < triesWhenUnknown };
}
