/**
 * The last direct message of each person on Discord that a turn has handled, so that what came while the bot was away can be asked for
 * after it: Discord's gateway does not bring it again. Encrypted under the person's key, in the person's row, written with the turn.
 */
import type { Event } from '../conversation/event.ts';
import { openJson, sealJson, type Box } from './box.ts';
import type { Known } from './subjects.ts';

/** Ids of the platform. */
export interface LastHeard { readonly user: string; readonly channel: string; readonly message: string }

export interface Heard {
  note(person: Known, event: Event): void;
  /** One that comes again: it counts when it is newer than the last one, for it may have been handled while older ones were missing. */
  again(person: Known, event: Event): void;
  /** Of those who were in touch most recently. */
  latest(most: number): readonly LastHeard[];
}

export function openHeard(box: Box): Heard {
  const update = box.db.prepare<[Buffer, number]>('update subject set heard = ? where id = ?');
  const select = box.db.prepare<[number], { readonly pseudonym: Buffer; readonly key: number; readonly heard: Buffer }>(
    'select pseudonym, key, heard from subject where heard is not null order by last_day desc limit ?');
  const one = box.db.prepare<[number], Buffer | null>('select heard from subject where id = ?').pluck();
  const keep = (person: Known, last: LastHeard): void => { update.run(sealJson(box, person.key, purposeOf(person.alias), last), person.row); };
  return {
    note(person, event) {
      const last = lastIn(event);
      if (last) keep(person, last);
    },
    again(person, event) {
      const last = lastIn(event);
      const kept = last && one.get(person.row);
      if (kept && isAfter(last.message, openJson<LastHeard>(box, person.key, purposeOf(person.alias), kept).message)) keep(person, last);
    },
    latest: (most) => select.all(most * manyADay).flatMap(({ pseudonym, key: keyId, heard }) => {
      const key = box.keys.get(keyId);
      return key ? [openJson<LastHeard>(box, key, purposeOf(pseudonym.toString('hex')), heard)] : [];
    }).toSorted((a, b) => (isAfter(a.message, b.message) ? -1 : 1)).slice(0, most),
  };
}

/** Only the day of a contact stands outside what is encrypted: of so many times as are wanted the newest are picked by their messages. */
const manyADay = 20;

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
