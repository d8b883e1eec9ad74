/** Everything that is kept of one person, by the current schema: what `/privacy export` and `mend export` give. */
import type { PersonId } from '../conversation/event.ts';
import { day, type Box } from './box.ts';
import type { Pairs } from './pairs.ts';
import { recordLimits, type Records } from './records.ts';
import type { Timers } from './timers.ts';

export function keepsakesOf(box: Box, records: Records, timers: Timers, pairs: Pairs, person: PersonId): unknown {
  const known = box.subjects.load(person);
  if (!known) return null;
  const count = (sql: string): number => Number(box.db.prepare<[number]>(sql).pluck().get(known.row));
  const most = Object.values(recordLimits).reduce((sum, limit) => sum + limit, 0);
  return {
    person,
    lastContact: new Date(known.lastDay * day).toISOString().slice(0, 10),
    conversation: known.document,
    privateRoute: known.route,
    records: records.last(known, 'all', most),
    // One's own side only: what the other one shared is theirs.
    checkInForTwo: pairs.of(known)?.mine ?? null,
    reminders: timers.all(known),
    openCommunityCheckIns: count('select count(*) from part where person = ?'),
    messagesWaiting: count('select count(*) from outbox where subject = ?'),
    sentMessagesKnown: count('select count(*) from ref where subject = ?'),
  };
}
