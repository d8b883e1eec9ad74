/**
 * What happens by the clock: one row a name and subject. A due timer becomes an event; the turn that handles the event
 * removes the row, so a timer is neither lost nor fired twice. What the outbox learned about a person
 * (one message may be missing) waits here too and comes back as a `trouble` event at once.
 *
 * A community plans at most a week ahead. What lies further away was planned by a clock that was wrong, and would keep it
 * silent until then: such a timer comes back early, with `due` after `at`, once an hour until it is planned anew.
 * Where the clock is seen to go back, all timers of communities do.
 */
import { randomBytes } from 'node:crypto';
import { isPlace, type DueEvent, type Event, type Subject, type TimerName, type TroubleEvent } from '../conversation/event.ts';
import { day, hour, openJson, sealJson, type Box } from './box.ts';
import type { Known } from './subjects.ts';

export interface Timers {
  set(known: Known, name: TimerName, at: number): void;
  cancel(known: Known, name: TimerName | 'all'): void;
  /** `tag`: of the post that it is about; one news for each. */
  trouble(subject: Subject, what: TroubleEvent['what'], tag?: string): void;
  /** Events for what is due, oldest first, and for what was planned by a wrong clock; reads only. `waits`: as in `Store`. */
  due(now: number, max: number, waits?: number | null): readonly Event[];
  /** The row that made this event, if it is still there. */
  remove(event: Event): void;
  next(): number | null;
  all(known: Known): readonly { readonly name: TimerName; readonly at: number }[];
}

type Body = { readonly s: Subject; readonly once: string } & ({ readonly n: TimerName } | { readonly t: TroubleEvent['what']; readonly g?: string });
interface Row { readonly id: number; readonly key: number | null; readonly pseudonym: Buffer | null; readonly at: number; readonly body: Buffer }

/** A week, and what daylight saving adds to it. */
const planned = 7 * day + 3 * hour;
const lookEvery = hour;
/** A clock that is only put right a little is no reason to look. */
const backBy = 60_000;
const lookedAtOnce = 200;

export function openTimers(box: Box): Timers {
  const { db, keys, subjects, pseudonyms } = box;
  const insert = db.prepare<[number, Buffer, number, Buffer]>(
    'insert into timer (subject, name, at, body) values (?, ?, ?, ?) on conflict (subject, name) do update set at = excluded.at, body = excluded.body');
  const remove = db.prepare<[number, Buffer]>('delete from timer where subject = ? and name = ?');
  const removeAll = db.prepare<[number, Buffer]>('delete from timer where subject = ? and name <> ?');
  const columns = 'timer.id, subject.key, subject.pseudonym, timer.at, timer.body from timer left join subject on subject.id = timer.subject';
  const selectDue = db.prepare<[number, number, number, number], Row>(`select ${columns} where (timer.at, timer.id) > (?, ?) and timer.at <= ? order by timer.at, timer.id limit ?`);
  const selectAll = db.prepare<[number], Row>(`select ${columns} where timer.subject = ? order by timer.at`);
  const selectNamed = db.prepare<[number, Buffer], Row>(`select ${columns} where timer.subject = ? and timer.name = ?`);
  const selectAhead = db.prepare<[number, number, number], Row>(`select ${columns} where (timer.at, timer.id) > (?, ?) order by timer.at, timer.id limit ?`);
  const next = db.prepare<[], number | null>('select min(at) from timer').pluck();
  const nameOf = (name: string): Buffer => pseudonyms.short('timer', name);
  const missing = nameOf('!maybe-missing');
  const once = (): string => randomBytes(9).toString('base64url');

  function put(known: Known, name: string, at: number, body: Body): void {
    insert.run(known.row, nameOf(name), at, sealJson(box, known.key, `timer ${known.alias}`, body));
  }

  function open(row: Row): Body | null {
    const key = row.key === null ? null : keys.get(row.key);
    return key && row.pseudonym ? openJson<Body>(box, key, `timer ${row.pseudonym.toString('hex')}`, row.body) : null;
  }

  function eventOf(row: Row, body: Body, now: number): Event {
    const id = `due:${body.once}:${row.at}`;
    return 'n' in body
      ? { kind: 'due', id, at: now, subject: body.s, name: body.n, due: row.at }
      : { kind: 'trouble', id, at: now, subject: body.s, what: body.t, ...(body.g === undefined ? {} : { tag: body.g }) };
  }

  /** Due after `after`, oldest first. Whose a timer is stands only in its sealed body, so what must wait is passed over here and not by SQL: it takes nobody's place. */
  function ready(now: number, max: number, after: number, may: (body: Body) => boolean): readonly Event[] {
    const found: Event[] = [];
    // Looked at every minute, and nearly always there is nothing: one step in the index says so.
    if ((next.get() ?? Infinity) > now) return found;
    let from = { at: after, id: Number.MAX_SAFE_INTEGER };
    for (let size = max; found.length < max; size = lookedAtOnce) {
      const rows = selectDue.all(from.at, from.id, now, size);
      for (const row of rows) {
        if (found.length >= max) break;
        const body = open(row);
        if (body && may(body)) found.push(eventOf(row, body, now));
      }
      const end = rows.at(-1);
      if (rows.length < size || !end) break;
      from = { at: end.at, id: end.id };
    }
    return found;
  }

  /** Where the look at what lies far ahead has come to; null between two looks. */
  let ahead: { readonly at: number; readonly id: number } | null = null;
  let looked = -Infinity;
  let latest = -Infinity;

  /** A piece at a time: there may be many timers of people far ahead. */
  function plannedWrongly(now: number): readonly Event[] {
    const wentBack = now < latest - backBy;
    if (wentBack) ahead = { at: now, id: 0 };
    else if (ahead === null && now - looked >= lookEvery) ahead = { at: now + planned, id: 0 };
    latest = now;
    if (ahead === null) return [];
    const rows = selectAhead.all(ahead.at, ahead.id, lookedAtOnce);
    const end = rows.at(-1);
    looked = now;
    ahead = rows.length < lookedAtOnce || !end ? null : { at: end.at, id: end.id };
    return rows.flatMap((row) => {
      const body = open(row);
      return body && 'n' in body && isPlace(body.s) ? [eventOf(row, body, now)] : [];
    });
  }

  function rowOf(event: DueEvent | TroubleEvent): { readonly known: Known; readonly name: Buffer } | null {
    const known = subjects.load(event.subject);
    return known && { known, name: nameOf(event.kind === 'due' ? event.name : newsOf(event.what, event.tag)) };
  }

  return {
    set: (known, name, at) => put(known, name, at, { s: known.id, n: name, once: once() }),
    // A cancelled reminder does not cancel the news that a message may be missing.
    cancel: (known, name) => void (name === 'all' ? removeAll.run(known.row, missing) : remove.run(known.row, nameOf(name))),
    trouble(subject, what, tag) {
      const known = subjects.load(subject);
      if (known) put(known, newsOf(what, tag), box.now(), { s: subject, t: what, ...(tag === undefined ? {} : { g: tag }), once: once() });
    },
    due(now, max, waits = null) {
      if (waits === null) return [...ready(now, max, -Infinity, () => true), ...plannedWrongly(now)];
      latest = Math.max(latest, now);
      return ready(now, max, waits, (body) => !('n' in body && isPlace(body.s)));
    },
    remove(event) {
      if (event.kind !== 'due' && event.kind !== 'trouble') return;
      const found = event.id.startsWith('due:') ? rowOf(event) : null;
      const row = found && selectNamed.get(found.known.row, found.name);
      const body = row && open(row);
      // A timer set anew since this event was made is another one.
      if (found && row && body && event.id === `due:${body.once}:${row.at}`) remove.run(found.known.row, found.name);
    },
    next: () => next.get() ?? null,
    all: (known) => selectAll.all(known.row).flatMap((row) => {
      const body = open(row);
      return body && 'n' in body ? [{ name: body.n, at: row.at }] : [];
    }),
  };
}

function newsOf(what: TroubleEvent['what'], tag: string | undefined): string {
  return tag === undefined ? `!${what}` : `!${what}:${tag}`;
}
