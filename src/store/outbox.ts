/**
 * What waits to leave. A row is claimed (queued -> sending, attempt counted, on the disk) before it is sent,
 * so after a kill it is known which sends are unsure, and only those.
 * Safety overtakes in its lane; nothing else ever does, also not while an earlier parcel waits for its retry.
 */
import { randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { SayClass } from '../conversation/effect.ts';
import type { Route, Subject } from '../conversation/event.ts';
import type { Parcel, Settled, Work } from '../conversation/parcel.ts';
import { day, openJson, sealJson, type Box } from './box.ts';
import type { Refs } from './refs.ts';
import { maySendAgain, sends } from './send-again.ts';
import type { Known } from './subjects.ts';
import type { Timers } from './timers.ts';

export interface NewParcel {
  readonly subject: Subject;
  readonly route: Route;
  readonly cls: SayClass;
  readonly work: readonly Work[];
  readonly tag?: string;
  /** The platform's name of the person's own message that this answers. */
  readonly heard?: string;
}

/** Whose key seals it. `row: null`: a key for this parcel alone, destroyed once it is settled. */
export interface Sealer { readonly row: number | null; readonly keyId: number; readonly key: KeyObject }

export interface Outbox {
  put(parcel: NewParcel, sealer: Sealer, erasure: number | null): void;
  /** Whether `claim` would find something; reads only. */
  waits(now: number): boolean;
  claim(now: number, max: number): readonly Parcel[];
  /** Returns the key to destroy once this is committed, or null. */
  settle(parcel: number, outcome: Settled): number | null;
  /** What is left as `sending` from before: settled by `maySendAgain`. Returns how many. */
  unsure(): number;
  /** Parcels that an expired token held back go to the person's new private route. */
  release(known: Known, route: Route): void;
  /** The person hides: nothing queued leaves, and what is on its way is deleted when it arrives. Returns refs to delete now. */
  hide(known: Known): void;
  releaseErased(erasure: number): void;
  nextRetry(): number | null;
}

const classes: readonly SayClass[] = ['safety', 'reply', 'reminder', 'post'];
/** A reminder or a post that could not leave for a day is no longer right. */
const staleAfter = day;
const state = { queued: 0, sending: 1, held: 2, erasing: 3 } as const;

interface Body { readonly s: Subject; readonly r: Route; readonly w: readonly Work[]; readonly n: string; readonly t?: string; readonly h?: string }
interface Row { readonly id: number; readonly lane: Buffer; readonly class: number; readonly subject: number | null; readonly key: number; readonly made_at: number; readonly claimed_at: number; readonly attempt: number; readonly vanish: number; readonly body: Buffer }

export function openOutbox(box: Box, refs: Refs, timers: Timers): Outbox {
  const { db, keys } = box;
  const columns = 'id, lane, class, subject, key, made_at, claimed_at, attempt, vanish, body';
  const insert = db.prepare<[Buffer, number, number, number, number | null, number, number, number, number | null, Buffer]>(
    'insert into outbox (lane, rank, class, state, subject, key, made_at, ready_at, erasure, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const ready = `from outbox as o where state = 0 and ready_at <= ? and not exists (
    select 1 from outbox as other where other.lane = o.lane and other.state <> 2
      and (other.state = 1 or (other.rank, other.id) < (o.rank, o.id)))`;
  const anyReady = db.prepare<[number], number>(`select 1 ${ready} limit 1`).pluck();
  const selectReady = db.prepare<[number, number], Row>(`select ${columns} ${ready} order by rank, id limit ?`);
  const setSending = db.prepare<[number, number]>('update outbox set state = 1, attempt = attempt + 1, claimed_at = ? where id = ?');
  const selectOne = db.prepare<[number], Row>(`select ${columns} from outbox where id = ? and state = 1`);
  const selectSending = db.prepare<[], Row>(`select ${columns} from outbox where state = 1 order by id`);
  const requeue = db.prepare<[number, number]>('update outbox set state = 0, ready_at = ? where id = ?');
  const hold = db.prepare<[number, number]>('update outbox set state = 2, ready_at = ? where id = ?');
  const remove = db.prepare<[number]>('delete from outbox where id = ?');
  const selectHeld = db.prepare<[number], Row>(`select ${columns} from outbox where state = 2 and subject = ? order by id`);
  const reroute = db.prepare<[Buffer, Buffer, number]>('update outbox set state = 0, ready_at = 0, lane = ?, body = ? where id = ?');
  const dropQueued = db.prepare<[number]>('delete from outbox where subject = ? and state in (0, 2) and class <> 0');
  const setVanish = db.prepare<[number]>('update outbox set vanish = 1 where subject = ? and state = 1 and class <> 0');
  const releaseErasure = db.prepare<[number]>('update outbox set state = 0, erasure = null where erasure = ? and state = 3');
  const nextRetry = db.prepare<[], number | null>(`select min(ready_at) from outbox as o where state = 0 and ready_at > 0
    and not exists (select 1 from outbox as other where other.lane = o.lane and other.state = 1)`).pluck();

  const laneOf = (route: Route, subject: Subject): Buffer =>
    box.pseudonyms.short('lane', route.kind === 'discord-interaction' ? `${route.kind}:${subject}` : `${route.kind}:${route.id}`);

  function put(parcel: NewParcel, sealer: Sealer, erasure: number | null): void {
    const { subject, route, cls, work, tag, heard } = parcel;
    const body: Body = { s: subject, r: route, w: work, n: randomBytes(12).toString('base64url'), ...(tag === undefined ? {} : { t: tag }), ...(heard === undefined ? {} : { h: heard }) };
    insert.run(laneOf(route, subject), cls === 'safety' ? 0 : 1, classes.indexOf(cls), erasure === null ? state.queued : state.erasing,
      sealer.row, sealer.keyId, box.now(), 0, erasure, sealJson(box, sealer.key, purposeOf(sealer.keyId), body));
  }

  function bodyOf(row: Row): Body | null {
    const key = keys.get(row.key);
    return key ? openJson<Body>(box, key, purposeOf(row.key), row.body) : null;
  }

  /** Deletes the row; the key that only it had is returned. */
  function drop(row: Row): number | null {
    remove.run(row.id);
    return row.subject === null ? row.key : null;
  }

  function missing(row: Row, body: Body | null, what: 'maybe-missing' | 'expired'): number | null {
    if (body && row.subject !== null && sends(body.w)) timers.trouble(body.s, what);
    return drop(row);
  }

  function arrived(row: Row, body: Body, sent: readonly string[]): number | null {
    if (row.subject !== null && row.vanish === 1) {
      const all = body.h === undefined ? sent : [...sent, body.h];
      if (all.length > 0) put({ subject: body.s, route: body.r, cls: 'reply', work: [{ kind: 'delete', refs: all }] }, { row: row.subject, keyId: row.key, key: keyOf(row) }, null);
    } else if (row.subject !== null) {
      refs.keep(body.s, { route: body.r, refs: sent, ...(body.h === undefined ? {} : { heard: body.h }) }, body.t ?? null);
    }
    return drop(row);
  }

  function keyOf(row: Row): KeyObject {
    const key = keys.get(row.key);
    if (!key) throw new Error('the key of a parcel in hand is gone');
    return key;
  }

  function parcelOf(row: Row, body: Body): Parcel {
    const cls = classes[row.class] ?? 'reply';
    return { id: row.id, lane: row.lane.toString('base64url'), route: body.r, subject: body.s, work: body.w, cls, nonce: body.n, attempt: row.attempt + 1 };
  }

  return {
    put,
    waits: (now) => anyReady.get(now) !== undefined,
    claim(now, max) {
      const parcels: Parcel[] = [];
      for (const row of selectReady.all(now, max)) {
        const body = bodyOf(row);
        const cls = classes[row.class];
        if (!body) drop(row);
        else if ((cls === 'reminder' || cls === 'post') && now - row.made_at > staleAfter) missing(row, body, 'expired');
        else {
          setSending.run(now, row.id);
          parcels.push(parcelOf(row, body));
        }
      }
      return parcels;
    },
    settle(parcel, outcome) {
      const row = selectOne.get(parcel);
      // Forgotten meanwhile, or settled before.
      if (!row) return null;
      const body = bodyOf(row);
      if (!body) return drop(row);
      switch (outcome.kind) {
        case 'sent': return arrived(row, body, outcome.refs);
        case 'closed': return drop(row);
        case 'retry':
          requeue.run(outcome.at, row.id);
          return null;
        case 'unknown':
          if (!outcome.again) return missing(row, body, 'maybe-missing');
          requeue.run(0, row.id);
          return null;
        case 'hold':
          if (row.subject === null) return drop(row);
          hold.run(outcome.until, row.id);
          return null;
        default: return outcome satisfies never;
      }
    },
    unsure() {
      const rows = selectSending.all();
      for (const row of rows) {
        const body = bodyOf(row);
        const again = body !== null && maySendAgain({ cls: classes[row.class] ?? 'reply', route: body.r, work: body.w, age: box.now() - row.claimed_at });
        if (again) requeue.run(0, row.id); else missing(row, body, 'maybe-missing');
      }
      return rows.length;
    },
    release(known, route) {
      for (const row of selectHeld.all(known.row)) {
        const body = bodyOf(row);
        if (!body) continue;
        const moved: Body = { ...body, r: route };
        reroute.run(laneOf(route, body.s), sealJson(box, known.key, purposeOf(row.key), moved), row.id);
      }
    },
    hide(known) {
      dropQueued.run(known.row);
      setVanish.run(known.row);
    },
    releaseErased: (erasure) => void releaseErasure.run(erasure),
    nextRetry: () => nextRetry.get() ?? null,
  };
}

/** A key of its own for a parcel of somebody of whom nothing is kept. */
export function oneOffSealer(box: Box): Sealer {
  const { id, key } = box.keys.add();
  return { row: null, keyId: id, key };
}

/** The person's lasting private route, if `route` is one. */
export function isPrivate(route: Route, place: unknown): boolean {
  return place === undefined && (route.kind === 'telegram' || route.kind === 'discord-dm' || route.kind === 'terminal');
}

function purposeOf(keyId: number): string {
  return `parcel ${keyId}`;
}
