/** The last direct message of each person on Discord that was handled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PressEvent, TextEvent } from '../../src/conversation/event.ts';
import type { Db } from '../../src/store/database.ts';
import { ann, count, folder, noon, say, storeIn, text } from './sample.ts';

const day = 86_400_000;
const direct = (user: string, message: string, more: Partial<TextEvent> = {}): TextEvent =>
  text(`discord:${user}`, 'hello', { here: { kind: 'discord-dm', id: user, channel: `c${user}` }, ref: message, ...more });

it('is that of the latest turn, who wrote last first, also after a restart', async () => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(direct('1', '11'), count());
  await store.turn(direct('2', '21', { at: noon + day }), count(say('hello')));
  await store.turn(direct('1', '12'), count());
  await store.close();
  const again = storeIn(dir);
  expect(await again.lastHeard()).toEqual([{ user: '2', channel: 'c2', message: '21' }, { user: '1', channel: 'c1', message: '12' }]);
});

it('is there for each of many people of one day, who wrote last first', async () => {
  const store = storeIn(folder());
  const people = Array.from({ length: 1_201 }, (_, index) => String(index + 1));
  await Promise.all(people.map((user) => store.turn(direct(user, `${user}0`), count())));
  expect((await store.lastHeard()).map(({ user }) => user)).toEqual(people.toReversed());
});

it('of one person that cannot be read leaves those of the others', async () => {
  let db: Db | null = null;
  const store = storeIn(folder(), { inspect: (opened) => { db = opened; } });
  for (const user of ['1', '2', '3']) await store.turn(direct(user, `${user}0`), count());
  (db as Db | null)?.exec("update subject set heard = x'00010203' where id = (select min(id) from subject)");
  expect((await store.lastHeard()).map(({ user }) => user)).toEqual(['3', '2']);
});

it('begins with what somebody first presses in the direct chat, for they may write there next, and is not moved by presses', async () => {
  const store = storeIn(folder());
  const press = (id: string, channel?: string): PressEvent => ({ kind: 'press', id: `discord:${id}`, at: noon, person: 'discord:1', here: { kind: 'discord-interaction', app: '9', id, token: 't', until: noon + 900_000, ...(channel === undefined ? {} : { channel }) }, locale: 'en', ref: '98', public: false, press: { kind: 'form', of: 1 } });
  await store.turn(press('20'), count());
  expect(await store.lastHeard()).toEqual([]);
  await store.turn(press('21', 'c1'), count());
  expect(await store.lastHeard()).toEqual([{ user: '1', channel: 'c1', message: '21' }]);
  await store.turn(press('25', 'c1'), count());
  expect(await store.lastHeard()).toEqual([{ user: '1', channel: 'c1', message: '21' }]);
  await store.turn(direct('1', '26'), count());
  expect(await store.lastHeard()).toEqual([{ user: '1', channel: 'c1', message: '26' }]);
});

it('is not moved by an edit, a press, or another platform', async () => {
  const store = storeIn(folder());
  await store.turn(direct('1', '11'), count());
  await store.turn(direct('1', '10', { via: 'edit' }), count());
  await store.turn({ kind: 'press', id: 'press', at: noon, person: 'discord:1', here: { kind: 'discord-interaction', app: '9', id: '99', token: 't', until: noon + 900_000 }, locale: 'en', ref: '98', public: false, press: { kind: 'form', of: 1 } }, count());
  await store.turn(text(ann, 'hello', { ref: '5' }), count());
  expect(await store.lastHeard()).toEqual([{ user: '1', channel: 'c1', message: '11' }]);
});

it('goes with the person, and cannot be read on the disk', async () => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(direct('1', 'MESSAGE-MARKER'), count());
  for (const file of ['mend.db', 'mend.db-wal']) expect(readFileSync(join(dir, file)).includes('MESSAGE-MARKER')).toBe(false);
  await store.turn(direct('1', '12'), count({ kind: 'forget' }));
  expect(await store.lastHeard()).toEqual([]);
});

it('moves when a newer message comes again that was handled beside a gap, and never back', async () => {
  const store = storeIn(folder());
  const heard = async (): Promise<string | undefined> => (await store.lastHeard())[0]?.message;
  await store.turn(direct('1', '9'), count());
  const live = direct('1', '15');
  await store.turn({ ...live, here: { kind: 'discord-dm', id: '1' } }, count());
  expect(await heard()).toBe('9');
  const missed = direct('1', '11');
  await store.turn(missed, count());
  expect(await heard()).toBe('11');
  await store.turn(live, count());
  expect(await heard()).toBe('15');
  await store.turn(missed, count());
  expect(await heard()).toBe('15');
});
