import { describe, expect, test } from 'vitest';
import { createEnglish } from '../../src/nlp/english.ts';
import { createRepair, oneEditApart } from '../../src/nlp/spelling.ts';
import { noEnglish } from './small-talk.ts';

describe('spelling', () => {
  const repair = createRepair(['trust', 'forgive', 'lying', 'boundary', '@self:lie'], noEnglish);

  test.each([
    ['trsut', 'trust'],
    ['trus', 'trust'],
    ['trrust', 'trust'],
    ['forgove', 'forgive'],
    ['boundry', 'boundary'],
    ['lyig', 'lying'],
  ])('%s is read as %s', (typed, known) => {
    expect(repair(typed)).toBe(known);
  });

  test.each(['lie', 'banana', 'tsurt2', 'x'.repeat(500), ''])('%j is left as it is', (word) => {
    expect(repair(word)).toBeNull();
  });

  test('three letters are repaired where a fourth was left out, and never to another word of three', () => {
    const short = createRepair(['her', 'what'], noEnglish);
    expect(short('wht')).toBe('what');
    expect(short('hfr')).toBeNull();
  });

  test('of several words one edit away the commonest wins', () => {
    expect(createRepair(['their', 'there'], noEnglish)('thee')).toBe('there');
    expect(createRepair(['hate', 'late'], noEnglish)('zate')).toBe('hate');
    expect(createRepair(['late', 'hate'], noEnglish)('zate')).toBe('late');
  });

  test('an English word stays, though a known word is one letter away', () => {
    const english = createEnglish();
    expect(createRepair(['lying'], english)('dying')).toBeNull();
    expect(createRepair(['healing'], english)('heaping')).toBeNull();
    expect(createRepair(['healing'], english)('healign')).toBe('healing');
  });

  test('an edit is a letter left out, added, changed, or swapped with its neighbour', () => {
    expect(oneEditApart('trust', 'rtust')).toBe(true);
    expect(oneEditApart('trust', 'trust')).toBe(false);
    expect(oneEditApart('trust', 'rtsut')).toBe(false);
    expect(oneEditApart('trust', 'tr')).toBe(false);
  });
});

describe('English', () => {
  const english = createEnglish();
  test.each(['walk', 'walked', 'stopped', 'babies', 'making', 'quickly'])('%s is English', (word) => {
    expect(english(word)).toBe(true);
  });
  test.each(['trsut', 'qwxyz', ''])('%j is not', (word) => {
    expect(english(word)).toBe(false);
  });
});
