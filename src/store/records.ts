/** The past that a person chose to keep: at most so many of a kind, the oldest dropped. */
import type { Need, PersonalRecord } from '../conversation/effect.ts';
import { openJson, sealJson, type Box } from './box.ts';
import type { Known } from './subjects.ts';

export interface Records {
  /** The same id again replaces it, in its old place. */
  keep(known: Known, record: PersonalRecord): void;
  discard(known: Known, id: string): void;
  /** Oldest first. */
  last(known: Known, of: Extract<Need, { kind: 'records' }>['of'], most: number): readonly PersonalRecord[];
}

export const recordLimits = { 'check-in': 104, promise: 50, result: 50 } as const satisfies Record<PersonalRecord['kind'], number>;
const kinds = Object.keys(recordLimits) as readonly PersonalRecord['kind'][];

export function openRecords(box: Box): Records {
  const { db, pseudonyms } = box;
  const insert = db.prepare<[number, Buffer, number, Buffer]>(
    'insert into record (subject, name, kind, body) values (?, ?, ?, ?) on conflict (subject, name) do update set kind = excluded.kind, body = excluded.body');
  const trim = db.prepare<[number, number, number]>(
    'delete from record where id in (select id from record where subject = ? and kind = ? order by id desc limit -1 offset ?)');
  const remove = db.prepare<[number, Buffer]>('delete from record where subject = ? and name = ?');
  const ofKind = db.prepare<[number, number, number], Buffer>('select body from record where subject = ? and kind = ? order by id desc limit ?').pluck();
  const ofAll = db.prepare<[number, number], Buffer>('select body from record where subject = ? order by id desc limit ?').pluck();
  return {
    keep(known, record) {
      const kind = kinds.indexOf(record.kind);
      insert.run(known.row, pseudonyms.short('record', record.id), kind, sealJson(box, known.key, `record ${known.alias}`, record));
      trim.run(known.row, kind, recordLimits[record.kind]);
    },
    discard: (known, id) => void remove.run(known.row, pseudonyms.short('record', id)),
    last(known, of, most) {
      const bodies = of === 'all' ? ofAll.all(known.row, most) : ofKind.all(known.row, kinds.indexOf(of), most);
      return bodies.map((body) => openJson<PersonalRecord>(box, known.key, `record ${known.alias}`, body)).reverse();
    },
  };
}
