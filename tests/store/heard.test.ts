/** The last direct message of each person on Discord that was handled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TextEvent } from '../../src/conversation/event.ts';
import { ann, count, folder, noon, say, storeIn, text } from './sample.ts';

const day = 86_400_000;
const direct = (user: string, message: string, more: Partial<TextEvent> = {}): TextEvent =>
  text(`discord:${user}`, 'hello', { here: { kind: 'discord-dm', id: user, channel: `c${user}` }, ref: message, ...more });

it('is that of the latest turn, the most recent people first, also after a restart', async () => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(direct('1', '11'), count());
  await store.turn(direct('2', '21', { at: noon + day }), count(say('hello')));
  await store.turn(direct('1', '12'), count());
  await store.close();
  const again = storeIn(dir);
  expect(await again.lastHeard(9)).toEqual([{ user: '2', channel: 'c2', message: '21' }, { user: '1', channel: 'c1', message: '12' }]);
  expect(await again.lastHeard(1)).toEqual([{ user: '2', channel: 'c2', message: '21' }]);
});

it('is that of whoever wrote last, also among those of one day', async () => {
  const store = storeIn(folder());
  for (const [user, message] of [['1', '13'], ['2', '9'], ['3', '101']] as const) await store.turn(direct(user, message), count());
  expect((await store.lastHeard(2)).map(({ user }) => user)).toEqual(['3', '1']);
});

it('is not moved by an edit, a press, or another platform', async () => {
  const store = storeIn(folder());
  await store.turn(direct('1', '11'), count());
  await store.turn(direct('1', '10', { via: 'edit' }), count());
  await store.turn({ kind: 'press', id: 'press', at: noon, person: 'discord:1', here: { kind: 'discord-interaction', app: '9', id: '99', token: 't', until: noon + 900_000 }, locale: 'en', ref: '98', public: false, press: { kind: 'form', of: 1 } }, count());
  await store.turn(text(ann, 'hello', { ref: '5' }), count());
  expect(await store.lastHeard(9)).toEqual([{ user: '1', channel: 'c1', message: '11' }]);
});

it('goes with the person, and cannot be read on the disk', async () => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(direct('1', 'MESSAGE-MARKER'), count());
  for (const file of ['mend.db', 'mend.db-wal']) expect(readFileSync(join(dir, file)).includes('MESSAGE-MARKER')).toBe(false);
  await store.turn(direct('1', '12'), count({ kind: 'forget' }));
  expect(await store.lastHeard(9)).toEqual([]);
});

it('moves when a newer message comes again that was handled beside a gap, and never back', async () => {
  const store = storeIn(folder());
  const heard = async (): Promise<string | undefined> => (await store.lastHeard(9))[0]?.message;
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
