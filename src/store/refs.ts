/**
 * Where sent messages are, encrypted, so that they can be revised (by tag) or deleted when somebody hides.
 * A person's are kept 48 h, as long as Telegram lets a bot delete (https://core.telegram.org/bots/api#deletemessage);
 * those of a place 15 days, so that the count on a weekly message can change.
 */
import type { Route, Subject } from '../conversation/event.ts';
import { hour, openJson, sealJson, type Box } from './box.ts';
import type { Known } from './subjects.ts';

export interface Sent {
  readonly route: Route;
  readonly refs: readonly string[];
  /** The person's own message. */
  readonly heard?: string;
}

export interface Refs {
  /** Nothing is kept of a subject that has no row. */
  keep(subject: Subject, sent: Sent, tag: string | null): void;
  /** The newest first. */
  tagged(known: Known, tag: string): readonly Sent[];
  /** Everything of the last 48 h, oldest first; their rows go. */
  take(known: Known): readonly Sent[];
}

export const personRefsLive = 48 * hour;
export const placeRefsLive = 15 * 24 * hour;

export function openRefs(box: Box): Refs {
  const { db, subjects, pseudonyms } = box;
  const insert = db.prepare<[number, number, Buffer | null, Buffer]>('insert into ref (subject, at, tag, body) values (?, ?, ?, ?)');
  const byTag = db.prepare<[number, Buffer], Buffer>('select body from ref where subject = ? and tag = ? order by id desc').pluck();
  const recent = db.prepare<[number, number], Buffer>('select body from ref where subject = ? and at >= ? order by id').pluck();
  const remove = db.prepare<[number]>('delete from ref where subject = ?');
  const open = (known: Known, body: Buffer): Sent => openJson<Sent>(box, known.key, `ref ${known.alias}`, body);
  return {
    keep(subject, sent, tag) {
      const known = subjects.load(subject);
      if (!known || (sent.refs.length === 0 && sent.heard === undefined)) return;
      insert.run(known.row, box.now(), tag === null ? null : pseudonyms.short('tag', tag), sealJson(box, known.key, `ref ${known.alias}`, sent));
    },
    tagged: (known, tag) => byTag.all(known.row, pseudonyms.short('tag', tag)).map((body) => open(known, body)),
    take(known) {
      const found = recent.all(known.row, box.now() - personRefsLive).map((body) => open(known, body));
      remove.run(known.row);
      return found;
    },
  };
}
