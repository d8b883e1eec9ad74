/** A process that is killed: one person changes their half again and again, and each letter of it is read. Prints what was confirmed. */
import { join } from 'node:path';
import type { Decide } from '../../src/conversation/effect.ts';
import type { Event, PersonId } from '../../src/conversation/event.ts';
import { openStore, type SqliteStore } from '../../src/store/sqlite.ts';

interface Doc { readonly n: number }
export const [writer, reader]: readonly [PersonId, PersonId] = ['telegram:1', 'telegram:2'];
const later = 9e12;

export function openLetters(folder: string): SqliteStore<Doc, null> {
  return openStore<Doc, null>({ file: join(folder, 'mend.db'), keyFile: join(folder, 'mend.db.key'), upgradePerson: (doc) => doc as Doc, upgradePlace: () => null, now: Date.now });
}

export function event(person: PersonId, id: string): Event {
  return { kind: 'text', id, at: Date.now(), person, here: { kind: 'telegram', id: person }, locale: 'en', text: 'x', via: 'message' };
}

export const begins = (act: 'open' | 'join'): Decide<Doc, null> => ({ needs: () => [], step: () => ({ after: { person: { n: 0 }, place: null }, effects: [
  { kind: 'pair', act: { do: act, code: '12345678', until: later, half: { role: act === 'open' ? 'first' : 'second', answer: 'yes', shared: {} } } }] }) });

/** Counts in the document and in the half alike. */
const writes: Decide<Doc, null> = { needs: () => [], step({ person }) {
  const n = (person?.n ?? 0) + 1;
  return { after: { person: { n }, place: null }, effects: [{ kind: 'pair', act: { do: 'put', until: later, half: { role: 'first', answer: 'yes', shared: { count: String(n) } } } }] };
} };

/** What the other one has now is noted. */
const reads: Decide<Doc, null> = { needs: () => [{ kind: 'pair' }], step: (_before, found) => ({ after: { person: { n: Number(found.pair?.theirs?.shared['count'] ?? 0) }, place: null }, effects: [] }) };

export async function readAll(store: SqliteStore<Doc, null>): Promise<void> {
  for (const due of await store.due(Date.now(), 9)) await store.turn(due, due.kind === 'due' ? reads : { needs: () => [], step: (before) => ({ after: before, effects: [] }) });
}

const [, own, folder, run] = process.argv;
if (own === import.meta.filename && folder !== undefined) {
  const store = openLetters(folder);
  await store.recover();
  process.stdout.write('ready\n');
  for (let count = 0; ; count += 1) {
    await store.turn(event(writer, `${run}:${count}`), writes);
    process.stdout.write('written\n');
    if (count % 3 === 0) await readAll(store);
  }
}
