/**
 * What time takes away: keys of handled events, references, posts, and everything of people who have not been in touch
 * for half a year. In small pieces, so that turns go on between them.
 */
import { day, dayOf, hour, type Box } from './box.ts';
import type { Erasures } from './erasure.ts';
import type { Group } from './group.ts';
import { personRefsLive, placeRefsLive } from './refs.ts';

/** Telegram repeats an update for 24 h at most (https://core.telegram.org/bots/api#getting-updates); three times that. */
const seenLives = 72 * hour;
const setAsideLives = 30 * day;
const postedLives = 400 * day;
const piece = 500;

export interface Swept { readonly expired: number; readonly erasures: readonly number[] }

export interface SweepRoom { readonly box: Box; readonly group: Group; readonly erasures: Erasures }

/** Erasures it began are for the caller to finish. */
export async function sweepAway({ box, group, erasures }: SweepRoom, now: number, expireAfterDays: number): Promise<Swept> {
  const { db } = box;
  const simple: readonly (readonly [string, number])[] = [
    ['delete from attempt where at < ?', now - seenLives],
    ['delete from set_aside where at < ?', now - setAsideLives],
    ['delete from posted where at < ?', now - postedLives],
    ['delete from outbox where state = 2 and ready_at < ?', now],
    ['delete from half where pair in (select id from pair where until < ?)', now - hour],
    ['delete from pair where until < ?', now - hour],
    ['delete from ref where at < ?', now - placeRefsLive],
    ['delete from ref where at < ? and tag is null', now - personRefsLive],
  ];
  await group.add(() => { for (const [sql, before] of simple) db.prepare(sql).run(before); });
  await sweepSeen(box, group, now - seenLives);
  // Written by a clock that ran ahead: it would be kept too long.
  await group.add(() => db.prepare<[number, number]>('update subject set last_day = ? where last_day > ?').run(dayOf(now), dayOf(now)));
  return expire(box, group, erasures, dayOf(now) - expireAfterDays);
}

/** By walking the table in its own order: an index on the time would cost every turn more than this costs an hour. */
async function sweepSeen({ db }: Box, group: Group, before: number): Promise<void> {
  const border = db.prepare<[Buffer, number], Buffer>('select event from seen where event > ? order by event limit 1 offset ?').pluck();
  const remove = db.prepare<[Buffer, Buffer, number]>('delete from seen where event > ? and event <= ? and at < ?');
  let from: Buffer = Buffer.alloc(0);
  const last = Buffer.alloc(17, 0xff);
  while (from !== last) {
    const to: Buffer = border.get(from, piece) ?? last;
    const start = from;
    await group.add(() => remove.run(start, to, before));
    from = to;
  }
}

async function expire(box: Box, group: Group, erasures: Erasures, beforeDay: number): Promise<Swept> {
  const select = box.db.prepare<[number, number], { id: number; key: number }>('select id, key from subject where last_day < ? order by last_day limit ?');
  const begun: number[] = [];
  for (;;) {
    const some = await group.add(() => select.all(beforeDay, piece).map((row) => {
      box.subjects.removeRow(row.id);
      return erasures.begin(row.key);
    }));
    begun.push(...some);
    if (some.length < piece) return { expired: begun.length, erasures: begun };
  }
}

