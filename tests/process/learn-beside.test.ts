/** The thread that learns beside the first start: whatever becomes of it, the start goes on. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { learnBeside } from '../../src/commands/learn-beside.ts';
import { isKept, keptIn } from '../../src/nlp/kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'mend-beside-'));
afterAll(() => rmSync(folder, { recursive: true }));

function moduleOf(name: string, code: string): URL {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return pathToFileURL(file);
}

describe('learning beside the start', () => {
  test('what the other thread left is there when it has ended', async () => {
    const left = join(folder, 'left');
    await learnBeside(moduleOf('good', `import { writeFileSync } from 'node:fs'; await 0; writeFileSync(${JSON.stringify(left)}, 'learned');`), join(folder, 'cache'));
    expect(readFileSync(left, 'utf8')).toBe('learned');
    expect(existsSync(join(folder, 'cache'))).toBe(true);
  });

  test.each([
    ['throws', "throw new Error('no');"],
    ['cannot load what it needs', "import './is-not-there.mjs';"],
    ['ends itself', 'process.exit(3);'],
    ['runs out of memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'],
  ])('a thread that %s holds nobody up', async (name, code) => {
    await learnBeside(moduleOf(name.replaceAll(' ', '-'), code), folder, { maxOldGenerationSizeMb: 32 });
  });

  test('where nothing can be written no thread is begun, because all that it learned would be lost', async () => {
    const left = join(folder, 'not-left');
    const taken = join(folder, 'a-file');
    writeFileSync(taken, '');
    expect(learnBeside(moduleOf('late', `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(left)}, '');`), join(taken, 'cache'))).toBeNull();
    await learnBeside(moduleOf('after', ''), folder);
    expect(existsSync(left)).toBe(false);
  });
});

describe('whether something was learned', () => {
  test('is told by the beginning of its file', () => {
    const file = join(folder, 'kept');
    const hash = 'a'.repeat(64);
    expect(isKept(file, hash)).toBe(false);
    keptIn<{ readonly words: readonly string[] }>(file, hash, () => ({ words: ['one', 'two'] }));
    expect(isKept(file, hash)).toBe(true);
    expect(isKept(file, 'b'.repeat(64))).toBe(false);
    writeFileSync(file, '');
    expect(isKept(file, hash)).toBe(false);
  });
});
