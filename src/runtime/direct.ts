/**
 * The one reply that may leave without a commit: when the database cannot take the turn of somebody in danger,
 * that danger's fixed words go straight to the adapter, at most once a minute a route, and never while the last ones are still on their way.
 */
import type { Adapter } from '../adapters/adapter.ts';
import type { Event, Route } from '../conversation/event.ts';
import type { Message } from '../conversation/message.ts';
import type { Parcel } from '../conversation/parcel.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** The least time between two direct replies on one route, in ms. */
const directPause = 60_000;

/** So long the words set out again where the platform asks to wait, in ms: what is not in the outbox has nobody else who tries. */
const directPatience = 600_000;
/** The least time between two tries, in ms. */
const breath = 100;

/** Sends words to whoever the event is from, now and once; later where the platform asks to wait. Resolves after the first try; never rejects. */
export type SendDirectly = (event: Event, messages: readonly Message[], cls: 'safety' | 'reply') => Promise<void>;

export function createDirect(adapters: readonly Adapter[], clock: Clock, log: Log, metrics: Metrics): SendDirectly {
  /** When words last set out on a route, on the clock that nobody can set; or that they still wait for it. */
  const last = new Map<string, number | 'on its way'>();
  let count = 0;

  async function carry(adapter: Adapter, route: string, parcel: Parcel, until: number): Promise<void> {
    try {
      const { settled } = await adapter.deliver(parcel);
      log.warn('A reply was sent without the database.', { platform: adapter.name, kind: parcel.cls, outcome: settled.kind });
      if (settled.kind === 'retry' && Math.max(settled.at, clock.now() + breath) <= until) {
        const { progress } = settled;
        clock.after(Math.max(breath, settled.at - clock.now()), () => void carry(adapter, route, { ...parcel, attempt: parcel.attempt + 1, ...(progress ? { progress } : {}) }, until));
      } else if (settled.kind === 'sent' || settled.kind === 'unknown') {
        last.set(route, clock.elapsed());
        if (settled.kind === 'sent' && parcel.cls === 'safety') metrics.add('mend_direct_safety_total');
      } else {
        // Nothing arrived: the next message may try again at once.
        last.delete(route);
      }
    } catch (error) {
      last.set(route, clock.elapsed());
      log.error('A direct reply failed.', { platform: adapter.name, error });
    }
  }

  return async (event, messages, cls) => {
    if (!('here' in event) || messages.length === 0) return;
    const route = `${cls}:${routeKey(event.here, event.person)}`;
    const now = clock.now();
    for (const [other, at] of last) if (at !== 'on its way' && clock.elapsed() - at >= directPause) last.delete(other);
    if (last.has(route)) return;
    const adapter = adapters.find(candidate => candidate.routes.includes(event.here.kind));
    if (!adapter) return;
    last.set(route, 'on its way');
    count += 1;
    await carry(adapter, route, {
      id: -count, lane: `direct:${route}`, route: event.here, subject: event.person,
      work: [{ kind: 'send', messages }], cls, nonce: `direct-${now.toString(36)}-${count}`.slice(0, 25), attempt: 1,
    }, now + directPatience);
  };
}

/** An interaction has a new token every time; the person is what stays. */
function routeKey(route: Route, person: string): string {
  return route.kind === 'discord-interaction' ? `${route.kind}:${person}` : `${route.kind}:${route.id}`;
}
