import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '../../../src/nlp');
const files = [...['normalise.ts', 'restore.ts', 'spaced-letters.ts', 'sentences.ts', 'politeness.ts'].map((name) => join(source, name)), ...readdirSync(join(source, 'safety'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts')).map((name) => join(source, 'safety', name))];

/** Regular expression literals: a slash where a value may begin, up to the closing one, and flags. */
const literal = /(?<=[(,=:&|!?[]\s?|return )\/(?![/*?])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?=[.,);\s])/g;

const found = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line))
  .flatMap((line) => [...line.matchAll(literal)].map((match) => ({ source: match[1] ?? '', flags: match[2] ?? '' }))));

test('the expressions of normalising, restoring and safety are found', () => {
  expect(found.length).toBeGreaterThan(20);
});

test.each(found)('/$source/$flags cannot be made to backtrack without end', ({ source: text, flags }) => {
  expect(checkSync(text, flags, { timeout: null }).status).toBe('safe');
});
