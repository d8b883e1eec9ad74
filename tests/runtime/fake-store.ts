/**
 * A store in memory with the behaviour that the runtime relies on: turns one after another, an outbox with lanes and
 * safety first, timers, and a disk that can be full.
 */
import type { Decide, Documents } from '../../src/conversation/effect.ts';
import { personOf, type Event } from '../../src/conversation/event.ts';
import type { Parcel, Settled } from '../../src/conversation/parcel.ts';
import { Unavailable, type TurnOutcome } from '../../src/store/store.ts';

export interface Person { readonly turns: number; readonly heard: readonly string[]; readonly taken?: unknown }

export interface FakeStore {
  full: boolean;
  /** The next turns take a choice. */
  takes: boolean;
  readonly people: Map<string, Person>;
  readonly turns: string[];
  readonly settled: { readonly id: number; readonly outcome: Settled }[];
  readonly timers: { readonly event: Event; readonly due: number }[];
  claims: number;
  asks: number;
  sweeps: number;
  /** Events with these ids are set aside. */
  readonly poison: Set<string>;
  queue(parcel: Partial<Parcel> & { readonly id: number }): void;
  turn(event: Event, decide: Decide<Person, null>): Promise<TurnOutcome>;
  claim(now: number, max: number): Promise<readonly Parcel[]>;
  settle(parcel: number, outcome: Settled): Promise<void>;
  due(now: number, max: number): Promise<readonly Event[]>;
  nextDue(): Promise<number | null>;
  sweep(now: number): Promise<void>;
}

type Row = Parcel & { state: 'queued' | 'sending' | 'done'; at: number; tries: number };

export function fakeStore(): FakeStore {
  const rows: Row[] = [];
  const seen = new Set<string>();
  const store: FakeStore = {
    full: false, takes: false, claims: 0, asks: 0, sweeps: 0, people: new Map(), turns: [], settled: [], timers: [], poison: new Set(),
    queue(parcel) {
      rows.push({ lane: `lane-${parcel.id}`, route: { kind: 'terminal', id: 'me' }, subject: 'terminal:me', work: [{ kind: 'send', messages: [{ kind: 'text', text: `words ${parcel.id}` }] }], cls: 'reply', nonce: `nonce-${parcel.id}`, attempt: 0, ...parcel, state: 'queued', at: 0, tries: 0 });
    },
    async turn(event, decide) {
      await Promise.resolve();
      if (store.full) throw new Unavailable('the disk is full', 'SQLITE_FULL');
      if (seen.has(event.id)) return 'seen';
      seen.add(event.id);
      if (store.poison.has(event.id)) return 'set-aside';
      const person = personOf(event);
      const before: Documents<Person, null> = { person: (person && store.people.get(person)) ?? null, place: null };
      const { after } = decide.step(before, { records: [], slot: null, results: [], audit: [] });
      if (person && after.person) store.people.set(person, after.person);
      const timer = store.timers.findIndex(each => each.event.id === event.id);
      if (timer >= 0) store.timers.splice(timer, 1);
      store.turns.push(event.id);
      return 'done';
    },
    async claim(now, max) {
      store.claims += 1;
      if (store.full) throw new Unavailable('the disk is full', 'SQLITE_FULL');
      const busy = new Set(rows.filter(row => row.state === 'sending').map(row => row.lane));
      const found: Row[] = [];
      for (const row of rows.filter(each => each.state === 'queued' && each.at <= now).toSorted((a, b) => Number(b.cls === 'safety') - Number(a.cls === 'safety') || a.id - b.id)) {
        if (found.length >= max || busy.has(row.lane)) continue;
        busy.add(row.lane);
        row.state = 'sending';
        row.tries += 1;
        found.push(row);
      }
      await Promise.resolve();
      return found.map(row => ({ ...row, attempt: row.tries }));
    },
    async settle(id, outcome) {
      await Promise.resolve();
      if (store.full) throw new Unavailable('the disk is full', 'SQLITE_FULL');
      store.settled.push({ id, outcome });
      const row = rows.find(each => each.id === id);
      if (!row) return;
      const again = outcome.kind === 'retry' || (outcome.kind === 'unknown' && outcome.again);
      row.state = again ? 'queued' : 'done';
      row.at = outcome.kind === 'retry' ? outcome.at : 0;
    },
    async due(now, max) {
      store.asks += 1;
      return store.timers.filter(timer => timer.due <= now).slice(0, max).map(timer => timer.event);
    },
    async nextDue() {
      const waiting = [...store.timers.map(timer => timer.due), ...rows.filter(row => row.state === 'queued' && row.at > 0).map(row => row.at)];
      return waiting.length > 0 ? Math.min(...waiting) : null;
    },
    async sweep() { store.sweeps += 1; },
  };
  return store;
}
