/**
 * Events that cannot be handled. One whose turn throws is tried again and then set aside, so that the queue goes on;
 * what is kept of it is an error code and the shape of its payload, never its words.
 * One that stops the whole process is found because, after an unclean stop, the first events run one by one
 * and each attempt is on the disk before it begins.
 */
import type { Event } from '../conversation/event.ts';
import type { Box } from './box.ts';
import { shapeOf } from './shape.ts';
import { sqliteCode, StoreError } from './store-error.ts';

export interface Poison {
  /** Counts an attempt; returns how many there have been, this one included. */
  attempt(event: Event): number;
  survived(event: Event): void;
  setAside(event: Event, code: string): void;
  list(): readonly SetAside[];
}

export interface SetAside { readonly at: number; readonly code: string; readonly shape: string }

export function openPoison(box: Box): Poison {
  const { db, pseudonyms } = box;
  const count = db.prepare<[Buffer, number], number>(
    'insert into attempt (event, n, at) values (?, 1, ?) on conflict (event) do update set n = n + 1 returning n').pluck();
  const remove = db.prepare<[Buffer]>('delete from attempt where event = ?');
  const insert = db.prepare<[Buffer, number, string, string]>('insert into set_aside (event, at, code, shape) values (?, ?, ?, ?)');
  const select = db.prepare<[], SetAside>('select at, code, shape from set_aside order by id');
  const nameOf = (event: Event): Buffer => pseudonyms.ofEvent(event.id);
  return {
    attempt: (event) => count.get(nameOf(event), box.now()) ?? 1,
    survived: (event) => void remove.run(nameOf(event)),
    setAside(event, code) {
      insert.run(nameOf(event), box.now(), code, shapeOf(event));
      remove.run(nameOf(event));
    },
    list: () => select.all(),
  };
}

/** A code without any words of the error: they may quote the person. */
export function codeOf(error: unknown): string {
  if (error instanceof StoreError) return error.code;
  return sqliteCode(error) ?? (error instanceof Error ? error.name.replace(/[^A-Za-z]/g, '').slice(0, 40) : typeof error);
}
