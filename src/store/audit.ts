/**
 * Who changed what in a community, and who was refused: the last of it, under the place's own key.
 * Who was refused is named by a pseudonym; the same refusal again within the hour is not written again, and refusals
 * only ever push out refusals: nobody can push the history out by asking often, nor many together.
 */
import type { AuditEntry } from '../conversation/effect.ts';
import type { PersonId } from '../conversation/event.ts';
import { hour, openJson, sealJson, type Box } from './box.ts';
import type { Known } from './subjects.ts';

export interface Audit {
  add(place: Known, by: PersonId, what: string, denied: boolean): void;
  /** Oldest first. */
  last(place: Known, most: number): readonly AuditEntry[];
}

type Entry = Omit<AuditEntry, 'at'>;
const kept = 200;
const refusalsKept = 50;

export function openAudit(box: Box): Audit {
  const { db, pseudonyms } = box;
  const insert = db.prepare<[number, number, Buffer]>('insert into audit (place, at, body) values (?, ?, ?)');
  const trim = db.prepare<[number, number]>('delete from audit where id in (select id from audit where place = ? order by id desc limit -1 offset ?)');
  const select = db.prepare<[number, number], { id: number; at: number; body: Buffer }>('select id, at, body from audit where place = ? order by id desc limit ?');
  const remove = db.prepare<[number]>('delete from audit where id = ?');
  const newest = (place: Known, most: number): readonly (AuditEntry & { readonly id: number })[] =>
    select.all(place.row, most).map(({ id, at, body }) => ({ id, at, ...openJson<Entry>(box, place.key, `audit ${place.alias}`, body) }));
  return {
    last: (place, most) => newest(place, most).map(({ at, what, denied, by }) => ({ at, what, denied, by })).reverse(),
    add(place, person, what, denied) {
      const by = denied ? pseudonyms.short('refused', person).toString('hex').slice(0, 8) : person;
      if (denied) {
        const refusals = newest(place, kept).filter((entry) => entry.denied);
        if (refusals.some((entry) => entry.by === by && entry.what === what && Math.abs(box.now() - entry.at) < hour)) return;
        for (const { id } of refusals.slice(refusalsKept - 1)) remove.run(id);
      }
      insert.run(place.row, box.now(), sealJson(box, place.key, `audit ${place.alias}`, { what, denied, by } satisfies Entry));
      trim.run(place.row, kept);
    },
  };
}
