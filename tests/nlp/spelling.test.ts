import { describe, expect, test } from 'vitest';
import { createEnglish } from '../../src/nlp/english.ts';
import { createFindSlip, meantHere, oneEditApart } from '../../src/nlp/spelling.ts';
import { noEnglish } from './small-talk.ts';

/** Repairs a word that stands alone. */
function createRepair(words: readonly string[], isEnglish: (word: string) => boolean): (word: string) => string | null {
  const slipOf = createFindSlip(words, isEnglish);
  return (word) => {
    const slip = slipOf(word);
    const meant = slip === null ? undefined : meantHere(slip, () => 0);
    return meant === undefined ? null : words[meant]!;
  };
}

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

  test('the word wins that was learnt beside its neighbours, the commonest of several', () => {
    const slip = createFindSlip(['hate', 'late', 'gate'], noEnglish)('zate')!;
    expect(meantHere(slip, () => 1)).toBe(0);
    expect(meantHere(slip, (word) => (word === 0 ? 0 : 1))).toBe(1);
    expect(meantHere(slip, (word) => word)).toBe(2);
  });

  test('an English word is given up only for one that was learnt beside both its neighbours', () => {
    const slip = createFindSlip(['order', 'older'], createEnglish())('oder')!;
    expect(slip.english).toBe(true);
    expect(meantHere(slip, () => 1)).toBeUndefined();
    expect(meantHere(slip, (word) => word + 1)).toBe(1);
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
