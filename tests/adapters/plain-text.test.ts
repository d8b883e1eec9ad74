import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, plain, split } from '../../src/adapters/plain-text.ts';

describe('plain text', () => {
  it.each([
    ['bidirectional overrides', 'a\u202Eb\u2066c', 'abc'],
    ['NUL and other control characters', 'a\0b\u0007c\u009Fd', 'abcd'],
    ['half a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
    ['line ends of Windows', 'a\r\nb\rc', 'a\nb\nc'],
    ['towers of combining marks', `z${'\u0301'.repeat(40)}`, `z${'\u0301'.repeat(3)}`],
    ['nothing at all', ' \0 ', '\u2026'],
  ])('%s: cleaned', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each(['caf\u00E9', '\u0627\u0644\u0633\u0644\u0627\u0645', '\u{1F469}\u200D\u{1F467}', 'one\n\ntwo\tthree', 'e\u0301'])('%j stays as it is', (text) => {
    expect(plain(text)).toBe(text);
  });

  it('a label is one line and never cut inside a character', () => {
    expect(oneLine('a\n b', 10)).toBe('a b');
    expect(oneLine('\u{1F600}\u{1F600}\u{1F600}', 4)).toBe('\u{1F600}\u2026');
  });
});

describe('splitting', () => {
  it('cuts after a paragraph, else after a sentence, else at a space, else anywhere', () => {
    expect(split('One two.\n\nThree four five.', 20)).toEqual(['One two.', 'Three four five.']);
    expect(split('One two. Three four five.', 20)).toEqual(['One two.', 'Three four five.']);
    expect(split('one two three four five', 20)).toEqual(['one two three four', 'five']);
    expect(split('x'.repeat(25), 10)).toEqual(['xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx']);
  });

  it('keeps every word, in order, in pieces that fit and are whole', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 200 }), fc.integer({ min: 10, max: 200 }), (parts, max) => {
      const text = plain(parts.join(' '));
      const pieces = split(text, max);
      expect(pieces.join('').replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''));
      for (const piece of pieces) expect(piece.length <= max && piece.length > 0 && piece.isWellFormed()).toBe(true);
    }), { numRuns: 300 });
  });
});
