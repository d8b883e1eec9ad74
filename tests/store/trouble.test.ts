/** Full disks, locks, kills: what a turn may promise when the machine does not keep its own promises. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Db } from '../../src/store/database.ts';
import { Unavailable } from '../../src/store/store.ts';
import { ann, count, deciding, folder, noon, say, seen, storeIn, text } from './sample.ts';
import { killed } from './killed.ts';

const talker = new URL('./talker.ts', import.meta.url).pathname;

function child(...args: readonly string[]): { process: ChildProcess; line: () => Promise<string> } {
  const made = spawn(process.execPath, [talker, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: made.stdout })[Symbol.asyncIterator]();
  return { process: made, line: async () => String((await lines.next()).value) };
}

it.each([0, 1, 2, 3, 5, 8, 13, 21])('a disk that is full after %i more pages refuses only what it cannot keep, and goes on when there is room', async (pages) => {
  const dir = folder();
  let db: Db | null = null;
  const store = storeIn(dir, { inspect: (opened) => { db = opened; } });
  const limit = (most: number): void => { db?.pragma(`max_page_count = ${most}`); };
  await store.turn(text(ann), count());
  const events = Array.from({ length: 32 }, (_, i) => text(`telegram:${100 + i}`));
  const decide = deciding((before) => ({ person: { n: (before?.n ?? 0) + 1, note: noise(3000) }, effects: [say('reply')] }));
  limit(Number(new Database(join(dir, 'mend.db'), { readonly: true }).pragma('page_count', { simple: true })) + pages);
  const first = await Promise.allSettled(events.map((event) => store.turn(event, decide)));
  const refused = events.filter((_, i) => first[i]?.status === 'rejected');
  for (const result of first) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Unavailable);
  expect(refused.length).toBeGreaterThan(0);
  limit(1_000_000);
  expect(await store.claim(noon, 100)).toHaveLength(events.length - refused.length);
  const second = await Promise.all(refused.map((event) => store.turn(event, decide)));
  expect(second.every((outcome) => outcome === 'done')).toBe(true);
  for (const event of events) expect(await store.turn(event, decide)).toBe('seen');
  for (const event of events) expect((await seen(store, text(event.person))).person?.n).toBe(1);
  expect(await store.claim(noon, 100)).toHaveLength(refused.length);
});

it('the error of a full disk names the file and the cure', async () => {
  const dir = folder();
  const store = storeIn(dir, { inspect: (db) => { db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`); } });
  const turn = store.turn(text(ann), deciding(() => ({ person: { n: 1, note: noise(9000) } })));
  await expect(turn).rejects.toMatchObject({ name: 'Unavailable', code: 'SQLITE_FULL', message: expect.stringContaining(join(dir, 'mend.db: the disk is full')) });
});

it('turns wait for another process that holds the lock, without stopping the event loop', async () => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(text(ann), count());
  const other = child(dir, 'holder', '0', '700');
  expect(await other.line()).toBe('held');
  let ticks = 0;
  const ticking = setInterval(() => { ticks += 1; }, 5);
  const outcomes = await Promise.all([1, 2, 3].map(() => store.turn(text(ann), count())));
  clearInterval(ticking);
  expect(outcomes).toEqual(['done', 'done', 'done']);
  expect(ticks).toBeGreaterThan(10);
  expect((await seen(store, text(ann))).person).toEqual({ n: 4 });
});

it('a lock that is never let go makes turns unavailable, not lost', async () => {
  const dir = folder();
  const store = storeIn(dir, { busyFor: 30 });
  await store.turn(text(ann), count());
  const other = new Database(join(dir, 'mend.db'));
  other.exec('begin immediate');
  const event = text(ann);
  await expect(store.turn(event, count())).rejects.toMatchObject({ name: 'Unavailable', code: 'SQLITE_BUSY' });
  other.exec('rollback');
  other.close();
  expect(await store.turn(event, count())).toBe('done');
});

it('two processes on one database lose and double nothing', async () => {
  const dir = folder();
  await storeIn(dir).close();
  const one = child(dir, 'first', '2');
  await one.line();
  const two = child(dir, 'second', '2');
  await two.line();
  await new Promise((resolve) => setTimeout(resolve, 400));
  one.process.kill('SIGKILL');
  two.process.kill('SIGKILL');
  const said = [...await rest(one), ...await rest(two)];
  const store = storeIn(dir);
  let total = 0;
  for (const chat of [0, 1]) total += (await seen(store, text(`terminal:${chat}`, 'x'))).person?.n ?? 0;
  const confirmed = said.filter((line) => /^(first|second):/.test(line)).length;
  expect(confirmed).toBeGreaterThan(4);
  // A turn may be committed and the process killed before it could say so: one a chat and process at most.
  expect(total).toBeGreaterThanOrEqual(confirmed);
  expect(total).toBeLessThanOrEqual(confirmed + 4);
});

it('kills at random points lose no turn, double none, and lose no reply', async () => {
  const table = await killed({ folder: folder(), kills: 4, chats: 3, longest: 150 });
  expect(table).toMatchObject({ kills: 4, lostTurns: 0, doubledTurns: 0, lostReplies: 0, doubledUnmarked: 0 });
  expect(table.turns).toBeGreaterThan(0);
});

it('an event that stops the process each time is set aside after its tries', () => {
  const dir = folder();
  const script = `const { openStore } = await import(${JSON.stringify(new URL('../../src/store/sqlite.ts', import.meta.url).href)});
    const store = openStore({ file: process.argv[1] + '/mend.db', keyFile: process.argv[1] + '/key', upgradePerson: (d) => d, upgradePlace: (d) => d, now: Date.now, maxAttempts: 2 });
    await store.recover();
    const event = (id) => ({ kind: 'text', id, at: Date.now(), person: 'terminal:me', here: { kind: 'terminal', id: 'me' }, locale: 'en', text: id, via: 'message' });
    const decide = (id) => ({ needs: () => [], step: () => { if (id === 'poison') process.kill(process.pid, 'SIGKILL'); return { after: { person: { id }, place: null }, effects: [] }; } });
    for (const id of ['poison', 'after']) console.log(id, await store.turn(event(id), decide(id)));
    await store.close();`;
  // The first start is a clean one: nothing is written down before its turns.
  const runs = Array.from({ length: 5 }, () => spawnSync(process.execPath, ['--input-type=module', '-e', script, dir], { encoding: 'utf8' }));
  expect(runs.map((each) => each.signal)).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', null, null]);
  expect(runs[3]?.stdout).toBe('poison set-aside\nafter done\n');
  expect(runs[4]?.stdout).toBe('poison seen\nafter seen\n');
});

function noise(length: number): string {
  return Array.from({ length }, () => String.fromCodePoint(33 + Math.floor(Math.random() * 90))).join('');
}

async function rest({ process: made, line }: ReturnType<typeof child>): Promise<readonly string[]> {
  const lines: string[] = [];
  if (made.exitCode === null && made.signalCode === null) await new Promise((resolve) => made.once('exit', resolve));
  for (let next = await line(); next !== 'undefined'; next = await line()) lines.push(next);
  return lines;
}
