/**
 * The order of the outbox, in memory: which parcel is next in which lane. The rows are the truth; this saves two indexes
 * on a table that is written in every turn. A job's changes are taken back with it, and another process's write
 * makes it read the rows anew.
 */
import type { Db } from './database.ts';

export const waiting = { queued: 0, sending: 1, held: 2, erasing: 3 } as const;
/** Only safety overtakes within its lane. */
export const safetyRank = 0;
/** A clock that is only put right a little is no reason to hurry. */
const backBy = 60_000;
/** No platform asks for more; a later time was told by a clock that ran ahead. */
const longestRetry = 7 * 24 * 3_600_000;
export type Waiting = (typeof waiting)[keyof typeof waiting];

export interface Place { readonly id: number; readonly lane: string; readonly rank: number; state: Waiting; readyAt: number; gone: boolean }

export interface Lanes {
  /** The next id; never one that was given before by this process. */
  nextId(): number;
  add(place: Omit<Place, 'gone'>): void;
  set(id: number, change: Partial<Pick<Place, 'state' | 'readyAt' | 'gone'>>): void;
  /** After statements that changed many rows: read them again when next needed. */
  reread(): void;
  /** At most one a lane, and none of a lane in which one is being sent; safety first, then who waits for a reply, then by id. */
  heads(now: number, most: number): readonly number[];
  nextRetry(): number | null;
  /** Whether anything may wait for a new private route. */
  mayHold(): boolean;
  jobKept(): void;
  jobDropped(): void;
  committed(): void;
  rolledBack(): void;
}

export function openLanes(db: Db): Lanes {
  const select = db.prepare<[], { id: number; lane: Buffer; rank: number; state: Waiting; ready_at: number }>('select id, lane, rank, state, ready_at from outbox order by id');
  const largest = db.prepare<[], number | null>('select max(id) from outbox').pluck();
  let places: Map<number, Place> | null = null;
  let lastId = 0;
  let held = false;
  let job: (() => void)[] = [];
  let group: (() => void)[] = [];
  let leaving: number[] = [];

  function all(): Map<number, Place> {
    if (places) return places;
    places = new Map(select.all().map((row) => [row.id, { id: row.id, lane: row.lane.toString('latin1'), rank: row.rank, state: row.state, readyAt: row.ready_at, gone: false }]));
    lastId = Math.max(lastId, largest.get() ?? 0);
    held = [...places.values()].some((place) => place.state === waiting.held);
    return places;
  }

  let latest = -Infinity;

  /** A retry whose time was told by a clock that went back since would wait for as long again. */
  function hastenAfter(now: number): void {
    if (now < latest - backBy) for (const place of all().values()) place.readyAt = 0;
    latest = now;
  }

  const undo = (steps: readonly (() => void)[]): void => { for (const step of steps.toReversed()) step(); };
  const reread = (): void => { places = null; };

  return {
    nextId() {
      all();
      lastId += 1;
      return lastId;
    },
    add(place) {
      all().set(place.id, { ...place, gone: false });
      job.push(() => void places?.delete(place.id));
    },
    set(id, change) {
      const place = all().get(id);
      if (!place) return;
      const { state, readyAt, gone } = place;
      Object.assign(place, change);
      if (change.state === waiting.held) held = true;
      if (change.gone === true) leaving.push(id);
      job.push(() => Object.assign(place, { state, readyAt, gone }));
    },
    reread() {
      reread();
      job.push(reread);
    },
    heads(now, most) {
      hastenAfter(now);
      const busy = new Set<string>();
      const first = new Map<string, Place>();
      for (const place of all().values()) {
        if (place.gone || place.state === waiting.held) continue;
        if (place.state === waiting.sending) busy.add(place.lane);
        else if (!first.has(place.lane) || (place.rank === safetyRank && first.get(place.lane)?.rank !== safetyRank)) first.set(place.lane, place);
      }
      const ready = [...first.values()].filter((place) => !busy.has(place.lane) && place.state === waiting.queued && (place.readyAt <= now || place.readyAt > now + longestRetry));
      return ready.toSorted((a, b) => a.rank - b.rank || a.id - b.id).slice(0, most).map((place) => place.id);
    },
    nextRetry() {
      const busy = new Set<string>();
      let next: number | null = null;
      for (const place of all().values()) if (place.state === waiting.sending && !place.gone) busy.add(place.lane);
      for (const place of all().values()) {
        if (place.state !== waiting.queued || place.gone || place.readyAt === 0 || busy.has(place.lane)) continue;
        next = Math.min(next ?? Infinity, place.readyAt);
      }
      return next;
    },
    mayHold() {
      all();
      return held;
    },
    jobKept() {
      if (job.length === 0) return;
      group.push(...job);
      job = [];
    },
    jobDropped() {
      undo(job);
      job = [];
    },
    committed() {
      for (const id of leaving) if (places?.get(id)?.gone) places.delete(id);
      leaving = [];
      group = [];
    },
    rolledBack() {
      undo(job);
      undo(group);
      job = [];
      group = [];
      leaving = [];
    },
  };
}
