import { describe, expect, test } from 'vitest';
import { hardestSentence, readingAge } from '../../src/knowledge/reading-age.ts';
import { sentencesOf, wordsOf } from '../../src/knowledge/sentences.ts';
import { syllablesOf } from '../../src/knowledge/syllables.ts';

describe('syllables', () => {
  test.each([
    [1, 'trust hurt makes asked called changed phones they\'re don\'t aren\'t true safe eyes dies tried does goes our'],
    [2, 'partner honest wanted needed angry couples feeling people being going saying didn\'t couldn\'t sometimes someone safely careful closeness table crying react poem client patient social language question building'],
    [3, 'emotion betrayal forgiveness family important serious previous decision counsellor remember tomorrow together creative radio violence behaviour genuine employee loneliness companion suicide idea area'],
    [4, 'situation relationship anxiety society experience usually reality appreciate negotiate graduating unusual'],
    [5, 'individual association appreciation'],
  ])('%i: %s', (count, words) => {
    expect(words.split(' ').filter((word) => syllablesOf(word) !== count)).toEqual([]);
  });

  test('parts of a hyphenated word are counted each, and the apostrophe of a phone keyboard counts as one', () => {
    expect([syllablesOf('check-in'), syllablesOf('didn’t'), syllablesOf('I')]).toEqual([2, 2, 1]);
  });
});

describe('sentences and words', () => {
  test('a sentence ends where a new one begins, not at dots inside it', () => {
    expect(sentencesOf('If ... then it helps. "Really?" Yes. It is 4.5 of 10, e.g. today. (Maybe.) Done')).toEqual(['If ... then it helps.', '"Really?"', 'Yes.', 'It is 4.5 of 10, e.g. today.', '(Maybe.)', 'Done']);
  });

  test('each item of a list is a sentence', () => {
    expect(sentencesOf('Three things:\n- rest\n- food\n1. water')).toEqual(['Three things:', 'rest', 'food', 'water']);
  });

  test('words keep their apostrophes and hyphens, and a placeholder is one word', () => {
    expect(wordsOf("I don't check-in - {your-name}, 10 times.")).toEqual(['I', "don't", 'check-in', '{your-name}', '10', 'times']);
  });
});

describe('reading age', () => {
  test('is the Flesch-Kincaid grade plus five', () => {
    // 10 words, 2 sentences, 11 syllables
    expect(readingAge('You can rest now. I will wait for your answer.')).toBeCloseTo(5 + 0.39 * 5 + 11.8 * (11 / 10) - 15.59, 10);
    expect(readingAge('')).toBe(0);
  });

  test('grows with the length of words and of sentences', () => {
    const plain = readingAge('You may feel hurt. That is all right. Take your time.');
    expect(readingAge('You may feel hurt and that is all right and so take your time.')).toBeGreaterThan(plain);
    expect(readingAge('You may experience emotional difficulty. That is completely understandable. Proceed gradually.')).toBeGreaterThan(plain);
  });

  test('the hardest sentence is the one that asks most', () => {
    expect(hardestSentence('Take your time. Reconciliation necessitates considerable vulnerability. Rest.')).toBe('Reconciliation necessitates considerable vulnerability.');
    expect(hardestSentence('...')).toBe(null);
  });
});
