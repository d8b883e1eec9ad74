/**
 * Two people who do something together: an invitation found by the HMAC of its code, and one half for each under that person's own key.
 * News is a letter: a due timer of the other person, written in the same transaction as what it is about. It says only that
 * there is something to look at, so two letters may become one, and one that comes twice changes nothing.
 */
import { randomInt } from 'node:crypto';
import type { Half, Pair, PairAct } from '../conversation/pair.ts';
import type { Subject } from '../conversation/event.ts';
import { openJson, sealJson, type Box } from './box.ts';
import type { Known } from './subjects.ts';
import type { Timers } from './timers.ts';

export interface Pairs {
  /** Null when this person is in none, or in one whose time is over. */
  of(person: Known): Pair | null;
  /** Whether the code leads to an invitation of somebody else. */
  isOpen(code: string, person: Known | null): boolean;
  /** Eight digits that lead nowhere yet. */
  newCode(): string;
  act(person: Known, act: PairAct): void;
}

/** `s`: whose half it is, for the letters. `d`: this person has come to the end. */
interface Body { readonly s: Subject; readonly h: Half; readonly d?: true }
interface PairRow { readonly id: number; readonly until: number; readonly code: Buffer | null }
interface HalfRow { readonly person: number; readonly key: number | null; readonly pseudonym: Buffer | null; readonly body: Buffer }

/** That somebody left is told after two to six minutes, whatever the reason was. */
const shortestWait = 2 * 60_000;
const longestWait = 6 * 60_000;

export function openPairs(box: Box, timers: Timers): Pairs {
  const { db, keys, subjects, pseudonyms } = box;
  const byPerson = db.prepare<[number], PairRow>('select pair.id, pair.until, pair.code from half join pair on pair.id = half.pair where half.person = ?');
  const byCode = db.prepare<[Buffer], PairRow>('select id, until, code from pair where code = ?');
  const halves = db.prepare<[number], HalfRow>('select half.person, subject.key, subject.pseudonym, half.body from half left join subject on subject.id = half.person where half.pair = ?');
  const insert = db.prepare<[Buffer, number]>('insert into pair (code, until) values (?, ?)');
  const taken = db.prepare<[number, number]>('update pair set code = null, until = ? where id = ?');
  const renew = db.prepare<[number, number]>('update pair set until = ? where id = ?');
  const put = db.prepare<[number, number, Buffer]>('insert into half (person, pair, body) values (?, ?, ?) on conflict (person) do update set pair = excluded.pair, body = excluded.body');
  const removeHalf = db.prepare<[number]>('delete from half where person = ?');
  const removeHalves = db.prepare<[number]>('delete from half where pair = ?');
  const removePair = db.prepare<[number]>('delete from pair where id = ?');
  const nameOf = (code: string): Buffer => pseudonyms.short('code', code);

  function current(person: Known): PairRow | null {
    const row = byPerson.get(person.row);
    return row && row.until > box.now() ? row : null;
  }

  function bodyOf(row: HalfRow): Body | null {
    const key = row.key === null ? null : keys.get(row.key);
    return key && row.pseudonym ? openJson<Body>(box, key, purposeOf(row.pseudonym.toString('hex')), row.body) : null;
  }

  function halfOf(pair: PairRow, isMine: boolean, person: Known): Body | null {
    const row = halves.all(pair.id).find((each) => (each.person === person.row) === isMine);
    return row ? bodyOf(row) : null;
  }

  function write(person: Known, pair: number, half: Half, done = false): void {
    const body: Body = { s: person.id, h: half, ...(done ? { d: true } : {}) };
    put.run(person.row, pair, sealJson(box, person.key, purposeOf(person.alias), body));
  }

  function letter(pair: PairRow, person: Known, late: boolean): void {
    const other = halfOf(pair, false, person);
    const known = other && subjects.load(other.s);
    if (known) timers.set(known, late ? 'pair-left' : 'pair', box.now() + (late ? randomInt(shortestWait, longestWait) : 0));
  }

  function leave(person: Known, late: boolean): void {
    const pair = byPerson.get(person.row);
    if (!pair) return;
    letter(pair, person, late);
    removeHalf.run(person.row);
    if (halves.all(pair.id).length === 0) removePair.run(pair.id);
  }

  return {
    of(person) {
      const pair = current(person);
      const mine = pair && halfOf(pair, true, person);
      return pair && mine && { joined: pair.code === null, mine: mine.h, theirs: halfOf(pair, false, person)?.h ?? null };
    },
    isOpen(code, person) {
      const pair = byCode.get(nameOf(code));
      return pair !== undefined && pair.until > box.now() && (person === null || byPerson.get(person.row)?.id !== pair.id);
    },
    newCode() {
      for (;;) {
        const code = String(randomInt(100_000_000)).padStart(8, '0');
        if (!byCode.get(nameOf(code))) return code;
      }
    },
    act(person, act) {
      switch (act.do) {
        case 'open':
          leave(person, true);
          write(person, Number(insert.run(nameOf(act.code), act.until).lastInsertRowid), act.half);
          return;
        case 'join': {
          const pair = byCode.get(nameOf(act.code));
          if (!pair) return;
          leave(person, true);
          taken.run(act.until, pair.id);
          write(person, pair.id, act.half);
          letter(pair, person, false);
          return;
        }
        case 'put': {
          const pair = current(person);
          if (!pair) return;
          renew.run(act.until, pair.id);
          write(person, pair.id, act.half);
          letter(pair, person, false);
          return;
        }
        case 'leave': return leave(person, act.late);
        case 'finish': {
          const pair = byPerson.get(person.row);
          const mine = pair && halfOf(pair, true, person);
          if (!pair || !mine) return;
          const theirs = halfOf(pair, false, person);
          if (theirs && theirs.d !== true) return write(person, pair.id, mine.h, true);
          removeHalves.run(pair.id);
          removePair.run(pair.id);
          return;
        }
        default: act satisfies never;
      }
    },
  };
}

function purposeOf(alias: string): string {
  return `half ${alias}`;
}
