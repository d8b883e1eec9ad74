/** The files under a store: what is refused at start, and in which words. */
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tryToLead } from '../../src/store/leader.ts';
import { migrate } from '../../src/store/migrate.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { openDatabase } from '../../src/store/database.ts';
import { ann, ben, count, deciding, folder, noon, say, seen, storeIn, text } from './sample.ts';

function refusal(open: () => unknown): { code: string; message: string } {
  try {
    open();
  } catch (error) {
    if (error instanceof StoreError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('it was not refused');
}

it('the key file is made at the first start, for its owner only, and the database keeps nothing readable', async () => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(text(ann, 'x'), deciding(() => ({ person: { n: 1, note: 'MARKER' }, effects: [say('MARKER', { tag: 'MARKER' }), { kind: 'remind', name: 'promise:MARKER', at: noon }, { kind: 'keep', record: { id: 'MARKER', kind: 'result', at: noon, data: 'MARKER' } }, { kind: 'tally', metric: 'unanswered', key: 'MARKER' }] })));
  expect(statSync(join(dir, 'mend.db.key')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dir, 'mend.db')).mode & 0o777).toBe(0o600);
  const bytes = ['mend.db', 'mend.db-wal', 'mend.db.keys'].map((name) => (existsSync(join(dir, name)) ? readFileSync(join(dir, name), 'latin1') : '')).join('');
  expect(bytes).not.toContain('MARKER');
  expect(bytes).not.toContain('telegram:1');
});

it('a database in memory leaves no file', async () => {
  const dir = folder();
  const store = storeIn(dir, { file: ':memory:' });
  await store.turn(text(ann), count());
  expect(existsSync(join(dir, 'mend.db.key'))).toBe(false);
});

it('a database of a newer program is refused, and the sentence names the file and the cure', async () => {
  const dir = folder();
  await storeIn(dir).close();
  const db = new Database(join(dir, 'mend.db'));
  db.pragma('user_version = 99');
  db.close();
  const { code, message } = refusal(() => storeIn(dir));
  expect(code).toBe('newer-database');
  expect(message).toContain(join(dir, 'mend.db'));
  expect(message).toContain('update Mend');
});

it.each([
  ['the key file is missing', 'key-file-missing', (dir: string) => rmSync(join(dir, 'mend.db.key'))],
  ['the key file holds something else', 'key-file-bad', (dir: string) => writeFileSync(join(dir, 'mend.db.key'), 'hello')],
  ['the key file belongs to another store', 'key-file-wrong', (dir: string) => writeFileSync(join(dir, 'mend.db.key'), Buffer.alloc(32, 7).toString('base64'))],
  ['the keys are missing', 'keys-missing', (dir: string) => rmSync(join(dir, 'mend.db.keys'))],
  ['the database is no database', 'corrupt', (dir: string) => writeFileSync(join(dir, 'mend.db'), 'hello '.repeat(1000))],
])('start is refused when %s', async (_, code, spoil) => {
  const dir = folder();
  await storeIn(dir).close();
  spoil(dir);
  const refused = refusal(() => storeIn(dir));
  expect(refused.code).toBe(code);
  expect(refused.message).toContain(dir);
});

it('keys of another database are refused', async () => {
  const [dir, other] = [folder(), folder()];
  await storeIn(dir).close();
  await storeIn(other).close();
  copyFileSync(join(other, 'mend.db.keys'), join(dir, 'mend.db.keys'));
  copyFileSync(join(other, 'mend.db.key'), join(dir, 'mend.db.key'));
  expect(refusal(() => storeIn(dir)).code).toBe('keys-foreign');
});

it('a file that cannot be written is refused with its path', async () => {
  const dir = folder();
  await storeIn(dir).close();
  chmodSync(dir, 0o755);
  for (const name of ['mend.db', 'mend.db.keys', 'mend.db.key']) chmodSync(join(dir, name), 0o444);
  const script = `const { openStore } = await import(${JSON.stringify(new URL('../../src/store/sqlite.ts', import.meta.url).href)});
    try { openStore({ file: process.argv[1] + '/mend.db', keyFile: process.argv[1] + '/mend.db.key', upgradePerson: (d) => d, upgradePlace: (d) => d, now: Date.now }); console.log('opened'); }
    catch (error) { console.log(error.code + ' ' + error.message); }`;
  const isRoot = process.getuid?.() === 0;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, dir], { encoding: 'utf8', ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}) });
  expect(`${stdout}${stderr}`).toMatch(/^(read-only|cannot-open) /);
  expect(stdout).toContain(join(dir, 'mend.db'));
});

it('flipped bytes are refused or leave one person unreadable, and nobody ever sees what another wrote', async () => {
  const dir = folder();
  const store = storeIn(dir);
  for (let i = 0; i < 20; i += 1) await store.turn(text(`telegram:${i}`), deciding(() => ({ person: { n: i, note: `words of ${i} `.repeat(20) } })));
  await store.close();
  const whole = readFileSync(join(dir, 'mend.db'));
  let value = 7;
  const random = (below: number): number => (value = (value * 48_271) % 2_147_483_647) % below;
  const found = { refused: 0, unreadable: 0, fine: 0 };
  for (let round = 0; round < 40; round += 1) {
    const bytes = Buffer.from(whole);
    for (let i = 0; i < 3; i += 1) {
      const at = random(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    }
    for (const log of ['-wal', '-shm']) rmSync(join(dir, `mend.db${log}`), { force: true });
    writeFileSync(join(dir, 'mend.db'), bytes);
    let opened: ReturnType<typeof storeIn>;
    try {
      opened = storeIn(dir, { maxAttempts: 1 });
    } catch (error) {
      expect(error).toBeInstanceOf(StoreError);
      found.refused += 1;
      continue;
    }
    for (let i = 0; i < 20; i += 1) {
      const kept = await opened.read(`telegram:${i}`).catch(() => 'unreadable');
      if (kept === 'unreadable') found.unreadable += 1;
      else if (kept !== null) {
        expect(kept).toMatchObject({ conversation: { n: i } });
        found.fine += 1;
      }
    }
    await opened.close().catch(() => undefined);
  }
  expect(found.fine).toBeGreaterThan(0);
  expect(found.refused + found.unreadable).toBeGreaterThan(0);
});

it('two documents that change places are refused', async () => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(text(ann), deciding(() => ({ person: { n: 1 } })));
  await store.turn(text(ben), deciding(() => ({ person: { n: 2 } })));
  await store.close();
  const db = new Database(join(dir, 'mend.db'));
  const rows = db.prepare<[], { id: number; document: Buffer }>('select id, document from subject order by id').all();
  const swap = db.prepare('update subject set document = ? where id = ?');
  swap.run(rows[1]?.document, rows[0]?.id);
  swap.run(rows[0]?.document, rows[1]?.id);
  db.close();
  const again = storeIn(dir);
  await expect(again.read(ann)).rejects.toMatchObject({ code: 'unreadable' });
  expect(await again.turn(text(ben), count())).toBe('set-aside');
  expect(again.setAside()).toMatchObject([{ code: 'unreadable' }]);
});

it('one process leads, and another sees it at once', () => {
  const dir = folder();
  const file = join(dir, 'mend.db');
  const first = tryToLead(file);
  expect(first).not.toBeNull();
  expect(tryToLead(file)).toBeNull();
  first?.release();
  const second = tryToLead(file);
  expect(second).not.toBeNull();
  second?.release();
});

it('a migration that fails leaves the old shape', () => {
  const file = join(folder(), 'm.db');
  const db = openDatabase(file);
  const steps = [{ number: 1, name: '0001-a.sql', sql: 'create table a (x); insert into a values (1)' }, { number: 2, name: '0002-b.sql', sql: 'create table b (x); insert into nowhere values (1)' }];
  expect(() => migrate(db, file, steps)).toThrow(/0002-b\.sql failed/);
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(db.prepare("select name from sqlite_schema where type = 'table'").pluck().all()).toEqual(['a']);
  migrate(db, file, [...steps.slice(0, 1), { number: 2, name: '0002-b.sql', sql: 'create table b (x)' }]);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  db.close();
});

it('a document above 16 KB is refused and the event set aside', async () => {
  const store = storeIn(folder());
  await store.turn(text(ann), count());
  expect(await store.turn(text(ann), deciding(() => ({ person: { n: 9, note: 'x'.repeat(17_000) } })))).toBe('set-aside');
  expect(store.setAside()).toMatchObject([{ code: 'document-too-large' }]);
  expect((await seen(store, text(ann))).person).toEqual({ n: 1 });
});

it('every commit is synced, deleted bytes are overwritten, and SQLite itself never waits', () => {
  const found: Record<string, unknown> = {};
  storeIn(folder(), { inspect: (db) => {
    for (const name of ['journal_mode', 'synchronous', 'secure_delete', 'temp_store', 'busy_timeout', 'page_size']) found[name] = db.pragma(name, { simple: true });
  } });
  expect(found).toEqual({ journal_mode: 'wal', synchronous: 2, secure_delete: 1, temp_store: 2, busy_timeout: 0, page_size: 4096 });
});
