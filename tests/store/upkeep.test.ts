/** Backup, restore, the master key: what an operator does beside or between runs. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { doctor } from '../../src/store/doctor.ts';
import { tryToLead } from '../../src/store/leader.ts';
import { rekey } from '../../src/store/rekey.ts';
import { restore } from '../../src/store/restore.ts';
import { ann, ben, count, deciding, folder, optionsFor, seen, storeIn, text, type TestStore } from './sample.ts';

it('a backup under load is consistent: both sides of every turn or neither', async () => {
  const dir = folder();
  const store = storeIn(dir);
  let isRunning = true;
  const pairs = async (): Promise<void> => {
    for (let n = 1; isRunning; n += 1) {
      const both = deciding(() => ({ person: { n }, effects: [{ kind: 'keep', record: { id: `r${n}`, kind: 'check-in', at: n, data: n } }] }));
      await store.turn(text(ann), both);
    }
  };
  const talking = pairs();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const shares: number[] = [];
  await store.backup(join(dir, 'backup'), (share) => shares.push(share));
  isRunning = false;
  await talking;
  await store.close();
  await restore({ file: join(dir, 'mend.db'), from: join(dir, 'backup') });
  const kept = await seen(storeIn(dir), text(ann), [{ kind: 'records', of: 'check-in', last: 1 }]);
  expect(kept.person?.n).toBeGreaterThan(0);
  expect(kept.found.records[0]?.data).toBe(kept.person?.n);
  expect(shares.at(-1)).toBe(1);
});

it.each([
  ['there is none', (dir: string) => join(dir, 'nothing')],
  ['it is something else', (dir: string) => { writeFileSync(join(dir, 'x'), 'hello '.repeat(2000)); return join(dir, 'x'); }],
])('a backup is refused when %s, and the database stays', async (_, make) => {
  const dir = folder();
  const store = storeIn(dir);
  await store.turn(text(ann), count());
  await store.close();
  await expect(restore({ file: join(dir, 'mend.db'), from: make(dir) })).rejects.toMatchObject({ code: 'backup-bad' });
  expect((await seen(storeIn(dir), text(ann))).person).toEqual({ n: 1 });
});

it('restoring and changing the key are refused while a bot runs', async () => {
  const dir = folder();
  await storeIn(dir).close();
  const lead = tryToLead(join(dir, 'mend.db'));
  const { file, keyFile } = optionsFor(dir);
  await expect(restore({ file, from: file + '.bak' })).rejects.toMatchObject({ code: 'leader-running' });
  await expect(rekey({ file, keyFile })).rejects.toMatchObject({ code: 'leader-running' });
  lead?.release();
});

it('a new master key opens everything, the old one nothing', async () => {
  const dir = folder();
  const { file, keyFile } = optionsFor(dir);
  const store = storeIn(dir);
  await talkTo(store);
  await store.close();
  copyFileSync(keyFile, join(dir, 'old'));
  expect(await rekey({ file, keyFile, keysMirror: join(dir, 'mirror') })).toEqual({ keys: 2 });
  expect(existsSync(join(dir, 'mirror'))).toBe(true);
  const again = storeIn(dir);
  expect((await seen(again, text(ann))).person).toEqual({ n: 1 });
  await again.close();
  copyFileSync(join(dir, 'old'), keyFile);
  expect(() => storeIn(dir)).toThrow(/put back the key file/);
});

it.each(['new key', 'wrap', 'adopt', 'mirror'])('a kill at the step "%s" of a key change leaves everything readable', async (step) => {
  const dir = folder();
  const { file, keyFile } = optionsFor(dir);
  const store = storeIn(dir);
  await talkTo(store);
  await store.close();
  const before = readFileSync(keyFile, 'utf8');
  const script = `const { rekey } = await import(${JSON.stringify(new URL('../../src/store/rekey.ts', import.meta.url).href)});
    await rekey({ file: process.argv[1], keyFile: process.argv[2], at: (step) => { if (step === process.argv[3]) process.kill(process.pid, 'SIGKILL'); } });`;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', script, file, keyFile, step]).signal).toBe('SIGKILL');
  const again = storeIn(dir);
  for (const person of [ann, ben]) expect((await seen(again, text(person))).person).toEqual({ n: 1 });
  expect(existsSync(`${keyFile}.next`)).toBe(false);
  expect(readFileSync(keyFile, 'utf8') === before).toBe(step === 'new key' || step === 'wrap');
});

it('the doctor names what is wrong and its cure, and says who leads', async () => {
  const dir = folder();
  const { file, keyFile } = optionsFor(dir);
  expect(doctor({ file, keyFile }).find((fact) => fact.about === 'database')).toMatchObject({ ok: false });
  const store = storeIn(dir);
  await talkTo(store);
  const facts = doctor({ file, keyFile });
  expect(facts.filter((fact) => !fact.ok)).toEqual([]);
  expect(facts.find((fact) => fact.about === 'people and places')?.value).toBe('2');
  const lead = tryToLead(file);
  expect(doctor({ file, keyFile }).find((fact) => fact.about === 'running bot')?.value).toBe('yes');
  lead?.release();
});

async function talkTo(store: TestStore): Promise<void> {
  for (const person of [ann, ben]) await store.turn(text(person), count());
}
