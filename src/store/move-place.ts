/**
 * A Telegram group that becomes a supergroup gets a new id (https://core.telegram.org/bots/api#responseparameters).
 * What is kept of the place is sealed under its own key and name, so it is opened and sealed again under the new one.
 */
import type { AuditEntry, SlotResult } from '../conversation/effect.ts';
import { placeOf, type Event, type PlaceId } from '../conversation/event.ts';
import { openJson, sealJson, type Box } from './box.ts';
import type { Known } from './subjects.ts';
import type { Timers } from './timers.ts';

interface Rooms { readonly box: Box; readonly timers: Timers }

export function movePlace({ box, timers }: Rooms, event: Event, to: PlaceId): void {
  const from = placeOf(event);
  const old = from === null || from === to ? null : box.subjects.load(from);
  if (!old) return;
  const fresh = box.subjects.ensure(to, box.dayOf(event.at));
  // What the new one already has is newer than what would come.
  if (fresh.document === null && old.document !== null) box.subjects.save(fresh, old.document);
  for (const timer of timers.all(old)) timers.set(fresh, timer.name, timer.at);
  sealAgain<SlotResult>(box, old, fresh, 'result');
  sealAgain<Omit<AuditEntry, 'at'>>(box, old, fresh, 'audit');
  for (const table of ['part', 'posted'] as const) box.db.prepare<[number, number]>(`update or ignore ${table} set place = ? where place = ?`).run(fresh.row, old.row);
  box.subjects.remove(old);
}

function sealAgain<Body>(box: Box, old: Known, fresh: Known, table: 'result' | 'audit'): void {
  const rows = box.db.prepare<[number], { readonly id: number; readonly body: Buffer }>(`select id, body from ${table} where place = ?`).all(old.row);
  const update = box.db.prepare<[number, Buffer, number]>(`update or ignore ${table} set place = ?, body = ? where id = ?`);
  for (const { id, body } of rows) update.run(fresh.row, sealJson(box, fresh.key, `${table} ${fresh.alias}`, openJson<Body>(box, old.key, `${table} ${old.alias}`, body)), id);
}
