import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/nlp/sentences.ts';
import { readablePart, wordsOf } from '../../src/nlp/words.ts';

describe('words', () => {
  test.each([
    ["Can't we TALK?", ['cant', 'we', 'talk']],
    ['can’t', ['cant']],
    ['  two   spaces\tand\nlines ', ['two', 'spaces', 'and', 'lines']],
    ['fiancé', ['fiance']],
    ['ｆｕｌｌｗｉｄｔｈ', ['fullwidth']],
    ['zero\u200Bwidth', ['zerowidth']],
    ['trust 100%', ['trust', '100']],
    ['Привет', ['привет']],
    ['...', []],
    ['', []],
  ])('%j is read as %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('sentences end at marks and at line breaks, and need a word', () => {
    expect(sentencesOf('He lied. ... Again!\nWhat now? :)')).toEqual(['He lied.', 'Again!', 'What now?']);
  });

  test('of a very long text the beginning and the end are read', () => {
    const part = readablePart(`first ${'x '.repeat(5000)} last`);
    expect(part.length).toBeLessThan(5100);
    expect(part.startsWith('first')).toBe(true);
    expect(part.endsWith('last')).toBe(true);
  });
});
