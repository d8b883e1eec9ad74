import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '../../../src/nlp/normalise.ts';

test.each([
  ['Ｉ ＷＡＮＴ', 'i want'],
  ['w\u0430nt t\u043E d\u0456e', 'want to die'],
  ['d\u200Bi\u00ADe', 'die'],
  ['k i l l', 'kill'],
  ['i   w a n t   t o', 'i want to'],
  ['k.i.l.l', 'kill'],
  ['k1ll my5elf', 'kill myself'],
  ['sooooo tired', 'so tired'],
  ['bedrooom', 'bedroom'],
  ['don’t', "don't"],
  ['one\ntwo\t three', 'one two three'],
  ['𝐢 𝓌𝒶𝓃𝓉', 'i want'],
  ['🅷🅴🅻🅿', 'help'],
  ['hé hàs', 'he has'],
  ['I am 15 and it is 10pm', 'i am 15 and it is 10pm'],
  ['the 2nd of 15yo', 'the 2nd of 15yo'],
  ['a\0b \uD800', 'a b'],
  ['', ''],
])('%j is read as %j', (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test('plain words stay as they are', () => {
  const text = "he said it wasn't true, but i saw the messages. what now?";
  expect(normalise(text)).toBe(text);
});

test('any text gives lower-case letters, digits, marks and single spaces', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => /^(?:[a-z0-9'.!?;,:]+ ?)*$/.test(normalise(text))), { numRuns: 300 });
});

test('plain messages take a shorter way and arrive at the same words', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'i', 'k', 'o', ' ', ' ', "'", '.', '!', '?', ',', ';', ':', '\n', 'do', 'ee', 'want to '), maxLength: 60 });
  // A lone sign that means nothing and goes again at the end keeps a text from the shorter way.
  fc.assert(fc.property(letters, (text) => { expect(normalise(text)).toBe(normalise(`${text} ~`)); }), { numRuns: 3000 });
});
