/**
 * The weekly check-in of a community: who took part in an open slot (each value under that person's own key),
 * and the frozen results of closed ones. A person counts once a slot; forgetting takes their part out.
 */
import type { SlotResult } from '../conversation/effect.ts';
import { placeOfSlot, type PlaceId } from '../conversation/event.ts';
import { openJson, sealJson, type Box } from './box.ts';
import { freeze } from './frozen-slot.ts';
import type { Known } from './subjects.ts';

export interface Slots {
  /** A second time changes nothing: the first answer counts. */
  takePart(place: Known, person: Known, slot: string, values: Readonly<Record<string, number>>): void;
  /** Freezes the slot once; the single answers go, and under five people nothing remains. See `close-slot`. */
  close(place: Known, slot: string, ending: { readonly shown?: number; readonly tooShort?: boolean }): void;
  standing(place: Known, person: Known | null, slot: string): { readonly people: number; readonly mine: boolean; readonly open: boolean };
  /** Oldest first. */
  results(place: Known, last: number): readonly SlotResult[];
  /** True the first time only: a post with this tag has not left before. */
  firstPost(place: Known, tag: string): boolean;
}

export function openSlots(box: Box): Slots {
  const { db, keys, pseudonyms } = box;
  const insert = db.prepare<[number, Buffer, number, Buffer]>('insert or ignore into part (place, slot, person, body) values (?, ?, ?, ?)');
  const closed = db.prepare<[number, Buffer], number>('select 1 from result where place = ? and slot = ?').pluck();
  const parts = db.prepare<[number, Buffer], { key: number; pseudonym: Buffer; body: Buffer }>(
    'select subject.key, subject.pseudonym, part.body from part join subject on subject.id = part.person where part.place = ? and part.slot = ?');
  const removeParts = db.prepare<[number, Buffer]>('delete from part where place = ? and slot = ?');
  const insertResult = db.prepare<[number, Buffer, Buffer]>('insert or ignore into result (place, slot, body) values (?, ?, ?)');
  const count = db.prepare<[number, Buffer], number>('select count(*) from part where place = ? and slot = ?').pluck();
  const mine = db.prepare<[number, Buffer, number], number>('select 1 from part where place = ? and slot = ? and person = ?').pluck();
  const selectResults = db.prepare<[number, number], Buffer>('select body from result where place = ? order by id desc limit ?').pluck();
  const insertPost = db.prepare<[number, Buffer, number]>('insert or ignore into posted (place, tag, at) values (?, ?, ?)');
  const nameOf = (slot: string): Buffer => pseudonyms.short('slot', slot);

  return {
    takePart(place, person, slot, values) {
      if (closed.get(place.row, nameOf(slot)) !== undefined) return;
      insert.run(place.row, nameOf(slot), person.row, sealJson(box, person.key, `part ${person.alias}`, values));
    },
    close(place, slot, { shown = 0, tooShort = false }) {
      const name = nameOf(slot);
      const answers = parts.all(place.row, name).flatMap((part) => {
        const key = keys.get(part.key);
        return key ? [openJson<Readonly<Record<string, number>>>(box, key, `part ${part.pseudonym.toString('hex')}`, part.body)] : [];
      });
      const nothing: SlotResult = { slot, people: 0, bands: {}, ...(tooShort ? { tooShort } : {}) };
      const result = tooShort ? nothing : (freeze(slot, answers, shown) ?? nothing);
      insertResult.run(place.row, name, sealJson(box, place.key, `result ${place.alias}`, result));
      removeParts.run(place.row, name);
    },
    standing(place, person, slot) {
      const name = nameOf(slot);
      return { people: count.get(place.row, name) ?? 0, mine: person !== null && mine.get(place.row, name, person.row) !== undefined, open: closed.get(place.row, name) === undefined };
    },
    results: (place, last) => selectResults.all(place.row, last).map((body) => openJson<SlotResult>(box, place.key, `result ${place.alias}`, body)).reverse(),
    firstPost: (place, tag) => insertPost.run(place.row, pseudonyms.short('tag', tag), box.now()).changes === 1,
  };
}

/** The place and name of a slot: see `placeOfSlot`. */
export function slotAt(slot: string, here: PlaceId | null): { readonly place: PlaceId; readonly slot: string } | null {
  const place = placeOfSlot(slot);
  if (place !== null) return { place, slot: slot.slice(place.length + 1) };
  return here === null ? null : { place: here, slot };
}
