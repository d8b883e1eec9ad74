import { describe, expect, test } from 'vitest';
import { createLook } from '../../src/nlp/look.ts';
import { train } from '../../src/nlp/train.ts';
import { readVectors } from '../../src/nlp/word-vectors.ts';
import { noEnglish } from './small-talk.ts';

const vectors = readVectors();
const nearness = (a: string, b: string): number => {
  const [left, right] = [vectors.of(a)!, vectors.of(b)!];
  return left.reduce((sum, number, d) => sum + number * right[d]!, 0);
};

describe('word vectors', () => {
  test.each([
    ['husband', 'wife', 'printer'],
    ['forgiv', 'pardon', 'bicycl'],
    ['cheat', 'deceiv', 'breakfast'],
    ['sad', 'sorrow', 'invoic'],
  ])('%s lies nearer to %s than to %s', (word, near, far) => {
    expect(nearness(word, near)).toBeGreaterThan(nearness(word, far) + 0.2);
  });

  test('have length one, and none for what no dictionary has', () => {
    expect(nearness('trust', 'trust')).toBeCloseTo(1, 5);
    expect(vectors.of('xqzt')).toBeNull();
  });

  test('a word that was never learnt is read by its meaning', () => {
    const look = createLook(
      train([
        { intent: 'topic.marriage', says: ['my husband is angry', 'the wife left', 'our wedding was sad'] },
        { intent: 'topic.food', says: ['soup and bread', 'a good breakfast', 'cake with coffee'] },
      ]),
      noEnglish,
    );
    expect(look('spouse').best[0]?.intent).toBe('topic.marriage');
    expect(look('sandwich').best[0]?.intent).toBe('topic.food');
  });
});
