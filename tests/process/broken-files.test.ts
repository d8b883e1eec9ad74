/** Files that cannot be used: the whole program ends at once, with one sentence that names the file and the cure. */
import Database from 'better-sqlite3';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mend } from '../terminal/mend-process.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mend-broken-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const spoil: Readonly<Record<string, readonly [spoil: (db: string) => void, says: RegExp]>> = {
  'a folder in the place of the data file': [db => { mkdirSync(db); }, /file\.db: it is a folder: name a file\.$/u],
  'the database of another program': [db => { const other = new Database(db); other.exec('create table cakes (name)'); other.close(); }, /program\.db: this is a database of another program: name another file\.$/u],
  'a missing key file': [db => rmSync(`${db}.key`), /file\.db\.key: the key file is missing.*MEND_KEY_FILE/u],
  'an empty file beside the keys of people': [db => { rmSync(`${db}-wal`, { force: true }); writeFileSync(db, ''); }, /people\.db: it is empty, but .*people\.db\.keys holds keys of people: run `mend restore` with a backup, or move .*people\.db\.keys away to start anew on purpose\.$/u],
  'damaged keys': [db => writeFileSync(`${db}.keys`, 'hello '.repeat(1000)), /keys\.db\.keys: the keys are damaged: copy them back from MEND_KEYS_MIRROR\.$/u],
};

describe.concurrent('a talk', () => {
  it.each(Object.entries(spoil))('with %s ends with 1, the path and the cure', async (name, [ruin, says]) => {
    const db = join(folder, `${name.replaceAll(' ', '-')}.db`);
    if (name.includes('key')) await mend(['chat', '--db', db], 'hello\n');
    ruin(db);
    const { code, out, err } = await mend(['chat', '--db', db, '--json'], 'hello\n');
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
    expect(err.trimEnd()).toMatch(says);
  });
});

it('an empty file beside the keys of people: a backup brings everything back, and moving the keys away starts anew', async () => {
  const db = join(folder, 'lost.db');
  const copy = join(folder, 'yesterday');
  await mend(['chat', '--db', db], 'hello\n');
  await mend(['backup', '--db', db, copy], '');
  for (const name of [db, `${db}-wal`]) rmSync(name, { force: true });
  writeFileSync(db, '');
  expect((await mend(['chat', '--db', db, '--json'], 'hello\n')).code).toBe(1);
  expect((await mend(['restore', '--db', db, copy], '')).code).toBe(0);
  expect((await mend(['chat', '--db', db, '--json'], 'hello\n')).out).toContain('{"turn":2}');
  for (const name of [db, `${db}-wal`]) rmSync(name, { force: true });
  rmSync(`${db}.keys`);
  expect((await mend(['chat', '--db', db, '--json'], 'hello\n')).out).toContain('{"turn":1}');
});

it('a talk says at once when the folder for the second copy of the keys is missing', async () => {
  const { code, err } = await mend(['chat', '--db', join(folder, 'mirrored.db')], 'hello\n', { MEND_KEYS_MIRROR: join(folder, 'nowhere', 'keys') });
  expect(code).toBe(0);
  expect(err).toContain(`MEND_KEYS_MIRROR: there is no folder ${join(folder, 'nowhere')}`);
});

it('an ordinary user in a folder that cannot be written is told which one', () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o555 });
  const main = new URL('../../src/main.ts', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'chat', '--db', join(closed, 'mend.db')], { input: 'hello\n', encoding: 'utf8', ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}) });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(`${closed}/mend.db.lock: it cannot be written: check the owner and the mode`);
  expect(existsSync(join(closed, 'mend.db'))).toBe(false);
});
