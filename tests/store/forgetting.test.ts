/** What is left of somebody who asked to be forgotten: nothing that can be read, anywhere. */
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restore } from '../../src/store/restore.ts';
import { ann, ben, count, deciding, folder, noon, say, seen, storeIn, text } from './sample.ts';

const everything = deciding(() => ({
  person: { n: 1, note: 'MARKER' },
  effects: [say('MARKER', { tag: 'MARKER' }), { kind: 'remind', name: 'promise:MARKER', at: noon }, { kind: 'keep', record: { id: 'MARKER', kind: 'result', at: noon, data: 'MARKER' } }],
}));

/** The ciphertexts of one person, which must be gone too. */
function ciphertexts(file: string): readonly Buffer[] {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare<[], Buffer>('select document from subject where document is not null union all select body from record union all select body from outbox union all select body from timer union all select body from ref').pluck().all();
  db.close();
  return rows;
}

function filesIn(dir: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(dir).map((name) => [name, readFileSync(join(dir, name))] as const);
}

it('forgetting removes every ciphertext and the key from every file, and keeps the others', async () => {
  const dir = folder();
  const mirror = join(dir, 'keys.mirror');
  const store = storeIn(dir, { keysMirror: mirror });
  await store.turn(text(ann, 'x', { ref: 'MARKER' }), everything);
  const [parcel] = await store.claim(noon, 1);
  await store.settle(parcel?.id ?? 0, { kind: 'sent', refs: ['MARKER'] });
  const own = ciphertexts(join(dir, 'mend.db'));
  const keys = new Database(join(dir, 'mend.db.keys'), { readonly: true });
  const [key] = keys.prepare<[], Buffer>('select wrapped from key').pluck().all();
  keys.close();
  await store.turn(text(ben), count());
  await store.turn(text(ann), count(say('It is gone.'), { kind: 'forget' }));
  expect(own.length).toBeGreaterThanOrEqual(4);
  expect(existsSync(mirror)).toBe(true);
  for (const [name, bytes] of filesIn(dir)) {
    expect(bytes.includes('MARKER'), name).toBe(false);
    expect(own.some((each) => bytes.includes(each)), name).toBe(false);
    expect(bytes.includes(key ?? 'no key'), name).toBe(false);
  }
  expect((await seen(store, text(ben))).person).toEqual({ n: 1 });
  expect(await store.claim(noon, 9)).toHaveLength(1);
});

it('yesterday\'s backup with today\'s keys does not bring a forgotten person back', async () => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(text(ann), everything);
  await store.turn(text(ben), count());
  await store.backup(join(dir, 'yesterday'), () => undefined);
  await store.erase(ann);
  await store.close();
  expect(await restore({ file: join(dir, 'mend.db'), from: join(dir, 'yesterday') })).toEqual({ dropped: 1 });
  const again = storeIn(dir);
  expect(again.stats().subjects).toBe(2);
  await again.recover();
  expect(again.stats()).toMatchObject({ subjects: 1, timers: 0 });
  expect(await again.read(ann)).toBeNull();
  expect((await seen(again, text(ben))).person).toEqual({ n: 1 });
  expect((await seen(again, text(ann))).person).toBeNull();
});

it('a receipt leaves only after the erasure, which the next start finishes when a kill cut it short', async () => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(text(ann), count());
  await store.close();
  const script = `const { openStore } = await import(${JSON.stringify(new URL('../../src/store/sqlite.ts', import.meta.url).href)});
    const store = openStore({ file: process.argv[1] + '/mend.db', keyFile: process.argv[1] + '/mend.db.key', upgradePerson: (d) => d, upgradePlace: (d) => d, now: () => ${noon} });
    await store.recover();
    const event = { kind: 'text', id: 'forget me', at: ${noon}, person: '${ann}', here: { kind: 'telegram', id: '1' }, locale: 'en', text: 'x', via: 'message' };
    void store.turn(event, { needs: () => [], step: () => ({ after: { person: null, place: null }, effects: [{ kind: 'say', to: 'here', cls: 'reply', messages: [{ kind: 'text', text: 'It is gone.' }] }, { kind: 'forget' }] }) });
    setInterval(async () => console.log((await store.claim(${noon}, 9)).length, store.stats().erasures), 50);`;
  // A reader keeps the write-ahead log from being emptied.
  const reader = new Database(join(dir, 'mend.db'));
  reader.exec('begin');
  reader.prepare('select count(*) from subject').get();
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      lines.push(...data.toString().trim().split('\n'));
      if (lines.filter((line) => line === '0 1').length >= 2) resolve();
    });
  });
  child.kill('SIGKILL');
  reader.close();
  expect(lines.every((line) => line.startsWith('0 '))).toBe(true);
  const again = storeIn(dir);
  expect(await again.claim(noon, 9)).toEqual([]);
  expect(await again.recover()).toMatchObject({ erasures: 1 });
  expect((await again.claim(noon, 9)).map((parcel) => parcel.work)).toEqual([[{ kind: 'send', messages: [{ kind: 'text', text: 'It is gone.' }] }]]);
  expect(await again.read(ann)).toBeNull();
});

it('forgetting beside a running bot is seen by it at once', async () => {
  const dir = folder();
  const leader = storeIn(dir);
  await leader.turn(text(ann), count());
  const beside = storeIn(dir);
  await beside.erase(ann);
  expect(await leader.read(ann)).toBeNull();
  expect((await seen(leader, text(ann))).person).toBeNull();
  await leader.turn(text(ann), count());
  expect((await seen(beside, text(ann))).person).toEqual({ n: 1 });
});

it('a lost key file is put back from its mirror when a backup is restored', async () => {
  const dir = folder();
  const keysMirror = join(dir, 'mirror');
  const store = storeIn(dir, { keysMirror });
  await store.turn(text(ann), count());
  await store.backup(join(dir, 'backup'), () => undefined);
  await store.close();
  for (const name of ['mend.db', 'mend.db.keys']) rmSync(join(dir, name));
  await restore({ file: join(dir, 'mend.db'), from: join(dir, 'backup'), keysMirror });
  expect((await seen(storeIn(dir), text(ann))).person).toEqual({ n: 1 });
});

it('a write-ahead log that lies beside the file does not come back over a restored backup', async () => {
  const dir = folder();
  const file = join(dir, 'mend.db');
  const store = storeIn(dir);
  await store.turn(text(ann), count());
  await store.backup(join(dir, 'backup'), () => undefined);
  for (let i = 0; i < 5; i += 1) await store.turn(text(ann), count());
  copyFileSync(`${file}-wal`, join(dir, 'stale'));
  await store.close();
  copyFileSync(join(dir, 'stale'), `${file}-wal`);
  await restore({ file, from: join(dir, 'backup') });
  expect(existsSync(`${file}-wal`)).toBe(false);
  const again = storeIn(dir);
  expect((await seen(again, text(ann))).person).toEqual({ n: 1 });
  expect(again.damage()).toEqual([]);
});
