import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeKept } from '../../src/nlp/kept.ts';
import { writeWhole } from '../../src/nlp/whole-file.ts';

describe('a file that is there whole or not at all', () => {
  let folder = '';
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'mend-whole-')); });
  afterEach(() => rmSync(folder, { recursive: true }));
  const gone = (): number => spawnSync(process.execPath, ['--version']).pid;

  test('takes the place of the one before, and nothing lies beside it', () => {
    const file = join(folder, 'deep', 'kept');
    writeWhole(file, 'one');
    writeWhole(file, Buffer.from('two'));
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'deep'))).toEqual(['kept']);
  });

  test('what cannot be moved into place is said, and leaves no half behind', () => {
    mkdirSync(join(folder, 'kept', 'in the way'), { recursive: true });
    expect(() => writeWhole(join(folder, 'kept'), 'one')).toThrow(/kept/);
    expect(readdirSync(folder)).toEqual(['kept']);
    writeKept(join(folder, 'kept'), { hash: 'one' });
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  test('the half that a killed process left goes with the next writing, and so does one of yesterday whoever has its number now', () => {
    writeFileSync(join(folder, `kept.${gone()}.part`), 'ha');
    const old = join(folder, `kept.${process.ppid}.part`);
    writeFileSync(old, 'ha');
    utimesSync(old, 0, 0);
    writeWhole(join(folder, 'kept'), 'one');
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  test('what another process is writing, and what only looks like it, stays', () => {
    const others = [`kept.${process.ppid}.part`, `kept.tale.${gone()}.part`, `kept.${gone()}.party`, 'kept.part', 'kept.mine.part'];
    for (const name of others) writeFileSync(join(folder, name), 'ha');
    writeWhole(join(folder, 'kept'), 'one');
    expect(readdirSync(folder).toSorted()).toEqual(['kept', ...others].toSorted());
  });
});
