/**
 * What waits to leave. A row is claimed (queued -> sending, attempt counted, on the disk) before it is sent,
 * so after a kill it is known which sends are unsure, and only those.
 * Safety overtakes in its lane; nothing else ever does, also not while an earlier parcel waits for its retry.
 */
import { randomUUID, type KeyObject } from 'node:crypto';
import type { SayClass } from '../conversation/effect.ts';
import { isPlace, type Route, type Subject } from '../conversation/event.ts';
import type { Parcel, Progress, Settled, Work } from '../conversation/parcel.ts';
import { day, openJson, sealJson, type Box } from './box.ts';
import { safetyRank, waiting, type Lanes } from './lanes.ts';
import { newestFirst } from './newest-first.ts';
import type { Refs, Sent } from './refs.ts';
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
  /** The person hides: nothing queued leaves, and what is on its way is deleted when it arrives. Returns the messages that the dropped ones answered. */
  hide(known: Known): readonly Sent[];
  releaseErased(erasure: number): void;
  /** What waits for the time of its retry is tried now. */
  hurry(): void;
  nextRetry(): number | null;
}

const classes: readonly SayClass[] = ['safety', 'reply', 'reminder', 'post'];
/** Between lanes: safety, then those who wait for a reply, then what the bot says unasked. */
const ranks: Readonly<Record<SayClass, number>> = { safety: safetyRank, reply: 1, reminder: 2, post: 2 };
/** A reminder or a post that could not leave for a day is no longer right. */
const staleAfter = day;

interface Body { readonly s: Subject; readonly r: Route; readonly w: readonly Work[]; readonly n: string; readonly t?: string; readonly h?: string; readonly p?: Progress }
interface Row { readonly id: number; readonly lane: Buffer; readonly class: number; readonly subject: number | null; readonly key: number; readonly made_at: number; readonly claimed_at: number; readonly attempt: number; readonly vanish: number; readonly body: Buffer }

export function openOutbox(box: Box, lanes: Lanes, refs: Refs, timers: Timers): Outbox {
  const { db, keys } = box;
  const columns = 'id, lane, class, subject, key, made_at, claimed_at, attempt, vanish, body';
  const insert = db.prepare<[number, Buffer, number, number, number, number | null, number, number, number | null, Buffer]>(
    'insert into outbox (id, lane, rank, class, state, subject, key, made_at, erasure, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = db.prepare<[number], Row>(`select ${columns} from outbox where id = ?`);
  const setSending = db.prepare<[number, number]>('update outbox set state = 1, attempt = attempt + 1, claimed_at = ? where id = ? and state = 0');
  const selectSent = db.prepare<[number], Row>(`select ${columns} from outbox where id = ? and state = 1`);
  const selectSending = db.prepare<[], Row>(`select ${columns} from outbox where state = 1 order by id`);
  const requeue = db.prepare<[number, number]>('update outbox set state = 0, ready_at = ? where id = ?');
  const rewrite = db.prepare<[Buffer, number]>('update outbox set body = ? where id = ?');
  const hold = db.prepare<[number, number]>('update outbox set state = 2, ready_at = ? where id = ?');
  const remove = db.prepare<[number]>('delete from outbox where id = ?');
  const selectHeld = db.prepare<[number, number], Row>(`select ${columns} from outbox indexed by outbox_held where state = 2 and subject = ? and ready_at >= ?`);
  const reroute = db.prepare<[Buffer, Buffer, number]>('update outbox set state = 0, ready_at = 0, lane = ?, body = ? where id = ?');
  const selectQueued = db.prepare<[number], Row>(`select ${columns} from outbox where subject = ? and state in (0, 2) and class <> 0`);
  const setVanish = db.prepare<[number]>('update outbox set vanish = 1 where subject = ? and state = 1 and class <> 0');
  const releaseErasure = db.prepare<[number]>('update outbox set state = 0, erasure = null where erasure = ? and state = 3');
  const hasten = db.prepare<[]>('update outbox set ready_at = 0 where state = 0 and ready_at > 0');
  const laneNames = newestFirst<string, Buffer>(1000);
  /** What was written or claimed last, opened: most parcels leave at once. */
  const inHand = newestFirst<number, Body>(1000);

  function laneOf(route: Route, subject: Subject): Buffer {
    const name = route.kind === 'discord-interaction' ? `${route.kind}:${subject}` : `${route.kind}:${route.id}`;
    const known = laneNames.get(name) ?? box.pseudonyms.short('lane', name);
    laneNames.set(name, known);
    return known;
  }

  function put(parcel: NewParcel, sealer: Sealer, erasure: number | null): void {
    const { subject, route, cls, work, tag, heard } = parcel;
    const body: Body = { s: subject, r: route, w: work, n: randomUUID().slice(0, 23), ...(tag === undefined ? {} : { t: tag }), ...(heard === undefined ? {} : { h: heard }) };
    const id = lanes.nextId();
    const lane = laneOf(route, subject);
    const rank = ranks[cls];
    const state = erasure === null ? waiting.queued : waiting.erasing;
    insert.run(id, lane, rank, classes.indexOf(cls), state, sealer.row, sealer.keyId, box.now(), erasure, sealJson(box, sealer.key, purposeOf(sealer.keyId), body));
    inHand.set(id, body);
    lanes.add({ id, lane: lane.toString('latin1'), rank, state, readyAt: 0 });
  }

  function bodyOf(row: Row): Body | null {
    const known = inHand.get(row.id);
    if (known) return known;
    const key = keys.get(row.key);
    return key ? openJson<Body>(box, key, purposeOf(row.key), row.body) : null;
  }

  /** Whoever hid while this was on its way does not get the rest of it. */
  const hidden = (row: Row, body: Body): boolean => row.subject !== null && row.vanish === 1 && sends(body.w);

  /** What is done of a parcel is never done again, also not by the next process. */
  function putOff(row: Row, body: Body, readyAt: number, progress: Progress | undefined): null {
    if (progress) {
      const further: Body = { ...body, p: progress };
      rewrite.run(sealJson(box, keyOf(row), purposeOf(row.key), further), row.id);
      inHand.delete(row.id);
    }
    back(row, readyAt);
    return null;
  }

  /** Deletes the row; the key that only it had is returned. */
  function drop(row: Row): number | null {
    remove.run(row.id);
    lanes.set(row.id, { gone: true });
    inHand.delete(row.id);
    return row.subject === null ? row.key : null;
  }

  function missing(row: Row, body: Body | null, what: 'maybe-missing' | 'expired', progress?: Progress): number | null {
    if (body && row.subject !== null && sends(body.w)) timers.trouble(body.s, what, isPlace(body.s) ? body.t : undefined);
    return body ? arrived(row, body, (progress ?? body.p)?.refs ?? []) : drop(row);
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

  function back(row: Row, readyAt: number): void {
    requeue.run(readyAt, row.id);
    lanes.set(row.id, { state: waiting.queued, readyAt });
  }

  function keyOf(row: Row): KeyObject {
    const key = keys.get(row.key);
    if (!key) throw new Error('the key of a parcel in hand is gone');
    return key;
  }

  function parcelOf(row: Row, body: Body): Parcel {
    const cls = classes[row.class] ?? 'reply';
    return { id: row.id, lane: row.lane.toString('base64url'), route: body.r, subject: body.s, work: body.w, cls, nonce: body.n, attempt: row.attempt + 1, ...(body.p ? { progress: body.p } : {}) };
  }

  return {
    put,
    waits: (now) => lanes.heads(now, 1).length > 0,
    claim(now, max) {
      const parcels: Parcel[] = [];
      for (const id of lanes.heads(now, max)) {
        const row = select.get(id);
        if (!row) {
          // Forgotten since; its erasure has not told the lanes yet.
          lanes.set(id, { gone: true });
          continue;
        }
        const body = bodyOf(row);
        const cls = classes[row.class];
        if (!body) drop(row);
        else if ((cls === 'reminder' || cls === 'post') && now - row.made_at > staleAfter) missing(row, body, 'expired');
        else {
          setSending.run(now, row.id);
          lanes.set(row.id, { state: waiting.sending });
          inHand.set(row.id, body);
          parcels.push(parcelOf(row, body));
        }
      }
      return parcels;
    },
    settle(parcel, outcome) {
      const row = selectSent.get(parcel);
      // Forgotten meanwhile, or settled before.
      if (!row) return null;
      const body = bodyOf(row);
      if (!body) return drop(row);
      switch (outcome.kind) {
        case 'sent': return arrived(row, body, outcome.refs);
        // What arrived before the refusal, and the message it answered, are still in the chat.
        case 'closed': return arrived(row, body, (outcome.progress ?? body.p)?.refs ?? []);
        case 'retry': return hidden(row, body) ? arrived(row, body, (outcome.progress ?? body.p)?.refs ?? []) : putOff(row, body, outcome.at, outcome.progress);
        case 'unknown':
          if (!outcome.again || hidden(row, body)) return missing(row, body, 'maybe-missing', outcome.progress);
          return putOff(row, body, 0, outcome.progress);
        case 'hold':
          if (row.subject === null) return drop(row);
          hold.run(outcome.until, row.id);
          lanes.set(row.id, { state: waiting.held });
          return null;
        default: return outcome satisfies never;
      }
    },
    unsure() {
      const rows = selectSending.all();
      for (const row of rows) {
        const body = bodyOf(row);
        const again = body !== null && maySendAgain({ cls: classes[row.class] ?? 'reply', route: body.r, work: body.w, age: box.now() - row.claimed_at });
        if (again) back(row, 0); else missing(row, body, 'maybe-missing');
      }
      return rows.length;
    },
    release(known, route) {
      if (!lanes.mayHold()) return;
      for (const row of selectHeld.all(known.row, box.now())) {
        const body = bodyOf(row);
        if (!body) continue;
        const moved: Body = { ...body, r: route };
        inHand.delete(row.id);
        reroute.run(laneOf(route, body.s), sealJson(box, known.key, purposeOf(row.key), moved), row.id);
        lanes.reread();
      }
    },
    hide(known) {
      setVanish.run(known.row);
      return selectQueued.all(known.row).flatMap((row) => {
        const body = bodyOf(row);
        drop(row);
        return body?.h === undefined ? [] : [{ route: body.r, refs: [body.h] }];
      });
    },
    releaseErased(erasure) {
      releaseErasure.run(erasure);
      lanes.reread();
    },
    hurry() {
      hasten.run();
      lanes.reread();
    },
    nextRetry: lanes.nextRetry,
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
