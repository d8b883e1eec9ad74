import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saidWords } from '../../src/nlp/said-words.ts';
import { createRestore } from '../../src/nlp/restore.ts';

const said = ['how do i forgive her', "i can't trust him", 'he was so weird', 'she cheated on me', 'it was too much', 'b4 he left', 'hmm', 'help me please', 'so tired', 'i miss to see all of him'];
const restore = createRestore(() => [saidWords(said)], (word) => ['really', 'feeling', 'wanted'].includes(word));

describe('a message written in an unusual way', () => {
  test.each([
    ['look-alikes', 'hоw dо і fоrgіvе hеr', 'how do i forgive her'],
    ['capital look-alikes', 'HОW dо i fоrgivе her', 'HOW do i forgive her'],
    ['spaced letters', 'h o w   d o   i   f o r g i v e', 'how do i forgive'],
    ['spaced letters without wider gaps', 'h o w d o i f o r g i v e h e r', 'how do i forgive her'],
    ['spaced letters with marks', "i   c a n ' t .   s o   t i r e d", "i can't. so tired"],
    ['dots between letters', 'she c.h.e.a.t.e.d on me', 'she cheated on me'],
    ['digits for letters', 'h3 was s0 w31rd, h0w d0 i f0rg1v3', 'he was so weird, how do i forgive'],
    ['signs for letters', 'i can\'t tru$t h!m', "i can't trust him"],
    ['drawn-out letters', 'truuuust', 'trust'],
    ['a drawn-out word with two letters of its own', 'it was tooo much', 'it was too much'],
    ['every word drawn out', 'iii misss himmm', 'i miss him'],
    ['invisible characters within digits for letters', 'tru\u200B5t', 'trust'],
    ['fullwidth digits for letters', 'ｔｒｕ５ｔ', 'trust'],
    ['an English word that nobody taught', 'i w4nted', 'i wanted'],
  ])('with %s is read as it was meant', (_name, written, meant) => {
    expect(restore(written)).toBe(meant);
  });

  test('ends of sentences and of lines stay', () => {
    expect(restore('i c4nt. h0w d0 i f0rgive?\nhelp')).toBe('i c4nt. how do i forgive?\nhelp'.replace('c4nt', 'cant'));
  });
});

describe('a message stays as it is', () => {
  test.each([
    ['it is ordinary', "How do I forgive her? He's 45, and she — well, “she” 😔…"],
    ['short forms were learnt', 'b4 hmm'],
    ['numbers are amounts and times', 'at 10am on the 14th he paid $50 for 5kg, 24/7, 2 or 3 times'],
    ['it names addresses', 'see www.example.com or me@home.com'],
    ['letters are a list', 'plan a b c'],
    ['digits are counted', '5 4 3 2 1'],
    ['it is Russian', 'Он не верит мне, а мама со мной. Как мне быть?'],
    ['it is Russian and could be Latin letter by letter', 'мама'],
    ['one Latin letter slipped into Russian', 'oна не верит мне'],
    ['it is Greek', 'Δεν τον εμπιστεύομαι και το ξέρει'],
    ['it is Polish', 'jak mam mu zaufać, głos'],
    ['it is Spanish', 'cómo perdono a mi esposo después de la infidelidad, señor'],
    ['it shows a flag', '🇺🇸 love'],
  ])('where %s', (_why, text) => {
    expect(restore(text)).toBe(text);
  });

  test('any learnt sentence', () => {
    for (const sentence of said) expect(restore(sentence)).toBe(sentence);
  });
});

test('any text gives a text that is not restored further, and never an exception', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z0-9@$! .аеосрух']*$/), fc.constantFrom(...said));
  fc.assert(fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => typeof restore(pieces.join(' ')) === 'string'), { numRuns: 300 });
});
