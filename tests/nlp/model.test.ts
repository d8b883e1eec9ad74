import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { modelFor } from '../../src/nlp/cache.ts';
import { packed, readKept, writeKept } from '../../src/nlp/kept.ts';
import { sumRows, toTable } from '../../src/nlp/int8.ts';
import type { Model } from '../../src/nlp/model.ts';
import { createScore } from '../../src/nlp/score.ts';
import { hashOf, train } from '../../src/nlp/train.ts';
import { lessons, noEnglish } from './small-talk.ts';

const taught = { hash: 'small talk', lessons: () => lessons };
const folder = mkdtempSync(join(tmpdir(), 'mend-nlp-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('learning', () => {
  const model = train(lessons);

  test('the order of files and of sentences makes no difference to a single byte', () => {
    const shuffled = lessons.toReversed().map(({ intent, says }) => ({ intent, says: says.toReversed() }));
    expect(packed(train(shuffled)).equals(packed(model))).toBe(true);
  });

  test('a sentence said twice counts once, for the model and for its calibration', () => {
    const twice = lessons.map(({ intent, says }) => ({ intent, says: [...says, says[0]!] }));
    expect(packed(train(twice)).equals(packed(model))).toBe(true);
    expect(hashOf(twice)).toBe(hashOf(lessons));
  });

  test('another sentence asks for another calibration', () => {
    expect(hashOf([...lessons, { intent: 'chat.greet', says: ['howdy'] }])).not.toBe(hashOf(lessons));
  });

  test('the name of an intent is learnt as one more sentence', () => {
    const [first, second] = [{ intent: 'topic.self-care', says: ['sleep and walks'] }, { intent: 'topic.anger', says: ['so furious'] }];
    const small = train([first, second]);
    expect(small.words).toContain('care');
    expect(small.words).not.toContain('topic');
  });

  test('what cannot be learnt from is refused with the cure', () => {
    expect(() => train([])).toThrow(/at least two intents/);
    expect(() => train([{ intent: 'chat.greet', says: ['hi'] }, { intent: '...', says: ['?'] }])).toThrow(/has no words to learn from/);
  });

  test('whole numbers score like the floats they were made from', () => {
    const numbers = Float32Array.from({ length: 40 * 9 }, (_, i) => Math.sin(i * 12.9898) * (1 + (i % 7)));
    const rows = Int32Array.from({ length: 21 }, (_, i) => (i * 17) % 40);
    const out = new Float32Array(9);
    sumRows(toTable(numbers, 9), rows, rows.length, out);
    out.forEach((sum, column) => {
      const exact = rows.reduce((total, row) => total + numbers[row * 9 + column]!, 0);
      expect(Math.abs(sum - exact)).toBeLessThan(0.2);
    });
  });

  test('a model read from its file says exactly what the trained one says', () => {
    const file = join(folder, 'model.bin');
    writeKept(file, { hash: 'small talk', ...model });
    const read = readKept<Model>(file, 'small talk');
    expect(read).not.toBeNull();
    const text = 'how long until i can forgive';
    expect([...createScore(read!, noEnglish)(text).logits]).toEqual([...createScore(model, noEnglish)(text).logits]);
  });
});

describe('the cache', () => {
  const file = join(folder, 'deep', 'cache.bin');
  const model = modelFor(taught, file);
  const sound = readFileSync(file);

  test.each([
    ['one flipped bit in the middle', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 5000), Buffer.of(bytes[5000]! ^ 1), bytes.subarray(5001)])],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('hello')],
  ])('a damaged cache (%s) is ignored and rebuilt', (_name, damage) => {
    writeFileSync(file, damage(sound));
    expect(readKept(file, model.hash)).toBeNull();
    expect(packed(modelFor(taught, file)).equals(packed(model))).toBe(true);
    expect(readFileSync(file).equals(sound)).toBe(true);
  });

  test('a cache of the same lessons is believed, and no lesson is read', () => {
    const unread = { ...taught, lessons: () => { throw new Error('The lessons were read.'); } };
    expect(packed(modelFor(unread, file)).equals(packed(model))).toBe(true);
  });

  test('a cache of other lessons is not believed: they are learnt, and take its place', () => {
    const other = join(folder, 'other.bin');
    writeFileSync(other, sound);
    const more = { hash: 'other talk', lessons: () => [...lessons, { intent: 'chat.greet', says: ['howdy'] }] };
    expect(modelFor(more, other).words).toContain('howdy');
    expect(readKept(other, model.hash)).toBeNull();
    expect(modelFor(more, other).words).toContain('howdy');
  });

  test('a place that cannot be written to costs nothing but the time', () => {
    expect(modelFor(taught, join(file, 'below-a-file', 'model.bin')).hash).toBe(model.hash);
  });
});
