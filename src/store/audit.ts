/** Who changed what in a community, and who was refused: the last of it, under the place's own key. */
import { openJson, sealJson, type Box } from './box.ts';
import type { Known } from './subjects.ts';

export interface Audit {
  add(place: Known, what: string, denied: boolean): void;
  /** Oldest first, each with its time: `2026-11-22T10:00:00.000Z schedule changed`. */
  last(place: Known, most: number): readonly string[];
}

interface Entry { readonly what: string; readonly denied: boolean }
const kept = 200;

export function openAudit(box: Box): Audit {
  const { db } = box;
  const insert = db.prepare<[number, number, Buffer]>('insert into audit (place, at, body) values (?, ?, ?)');
  const trim = db.prepare<[number, number]>('delete from audit where id in (select id from audit where place = ? order by id desc limit -1 offset ?)');
  const select = db.prepare<[number, number], { at: number; body: Buffer }>('select at, body from audit where place = ? order by id desc limit ?');
  return {
    add(place, what, denied) {
      const entry: Entry = { what, denied };
      insert.run(place.row, box.now(), sealJson(box, place.key, `audit ${place.alias}`, entry));
      trim.run(place.row, kept);
    },
    last: (place, most) => select.all(place.row, most).map(({ at, body }) => {
      const { what, denied } = openJson<Entry>(box, place.key, `audit ${place.alias}`, body);
      return `${new Date(at).toISOString()} ${what}${denied ? ' (refused)' : ''}`;
    }).reverse(),
  };
}
