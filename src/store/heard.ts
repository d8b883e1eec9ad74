/**
 * The last direct message of each person on Discord that a turn has handled, so that what came while the bot was away can be asked for
 * after it: Discord's gateway does not bring it again. Encrypted under the person's key, in the person's row, written with the turn.
 */
import { setImmediate as immediate } from 'node:timers/promises';
import type { Event } from '../conversation/event.ts';
import { openJson, sealJson, type Box } from './box.ts';
import type { Known } from './subjects.ts';

/** Ids of the platform. */
export interface LastHeard { readonly user: string; readonly channel: string; readonly message: string }

export interface Heard {
  note(person: Known, event: Event): void;
  /** One that comes again: it counts when it is newer than the last one, for it may have been handled while older ones were missing. */
  again(person: Known, event: Event): void;
  /** Everybody's, the newest first; read in pieces by `reading`, so that turns go on between them. What cannot be opened is left out. */
  all(reading: <T>(read: () => T) => Promise<T>): Promise<readonly LastHeard[]>;
}

export function openHeard(box: Box): Heard {
  const update = box.db.prepare<[Buffer, number]>('update subject set heard = ? where id = ?');
  const select = box.db.prepare<[number, number], { readonly id: number; readonly pseudonym: Buffer; readonly key: number; readonly heard: Buffer | null }>(
    'select id, pseudonym, key, heard from subject where id > ? order by id limit ?');
  const one = box.db.prepare<[number], Buffer | null>('select heard from subject where id = ?').pluck();
  const keep = (person: Known, last: LastHeard): void => { update.run(sealJson(box, person.key, purposeOf(person.alias), last), person.row); };
  return {
    note(person, event) {
      const last = lastIn(event);
      if (last) keep(person, last);
      const first = last ? null : firstIn(event);
      if (first && one.get(person.row) === null) keep(person, first);
    },
    again(person, event) {
      const last = lastIn(event);
      const kept = last && one.get(person.row);
      if (kept && isAfter(last.message, openJson<LastHeard>(box, person.key, purposeOf(person.alias), kept).message)) keep(person, last);
    },
    async all(reading) {
      const everybody: LastHeard[] = [];
      for (let from: number | undefined = -1; from !== undefined;) {
        const after: number = from;
        const rows = await reading(() => {
          const some = select.all(after, piece);
          for (const { pseudonym, key, heard } of some) everybody.push(...(heard ? openedIn(box, key, pseudonym.toString('hex'), heard) : []));
          return some;
        });
        from = rows.at(-1)?.id;
        await immediate();
      }
      return everybody.toSorted((a, b) => (isAfter(a.message, b.message) ? -1 : 1));
    },
  };
}

const piece = 500;

/** One row that is damaged must not keep everybody else from being asked for. */
function openedIn(box: Box, keyId: number, alias: string, heard: Buffer): readonly LastHeard[] {
  const key = box.keys.get(keyId);
  if (!key) return [];
  try {
    return [openJson<LastHeard>(box, key, purposeOf(alias), heard)];
  } catch {
    return [];
  }
}

function purposeOf(alias: string): string {
  return `heard ${alias}`;
}

/** Ids grow with time (https://docs.discord.com/developers/reference#snowflakes) and outgrow a number. */
function isAfter(id: string, other: string): boolean {
  return id.length === other.length ? id > other : id.length > other.length;
}

/** A press or a slash command is an interaction: it is answered at once or not at all. An edit is an older message. */
function lastIn(event: Event): LastHeard | null {
  if (!('here' in event) || event.here.kind !== 'discord-dm' || event.here.channel === undefined || event.ref === undefined) return null;
  if (event.kind === 'text' && event.via === 'edit') return null;
  return { user: event.here.id, channel: event.here.channel, message: event.ref };
}

/** Whoever has only pressed and used commands in the direct chat may write there next; the id of what they did is as good as a message's. */
function firstIn(event: Event): LastHeard | null {
  if (!('here' in event) || event.here.kind !== 'discord-interaction' || event.here.channel === undefined) return null;
  return { user: event.person.slice('discord:'.length), channel: event.here.channel, message: event.here.id };
}
