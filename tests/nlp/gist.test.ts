/** What may be counted of a question without an answer: a few words of a public list, and nothing of what was written. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidWords } from '../../src/nlp/said-words.ts';
import { createGist, isGist } from '../../src/nlp/gist.ts';

const said = ['how do i trust my partner', 'my partner and our kids', 'tell the kids the truth', 'tell my kids', 'tell me', 'can i trust myself', 'polyamory and trust', 'what is polyamory', 'polyamory rules', 'ask Miriam'];
const filler = Array.from({ length: 300 }, (_, at) => `sentence ${at} about nothing`);
const gist = createGist(() => saidWords([...said, ...filler]), true);
const listed = new Set([...readFileSync(new URL('../../src/nlp/plain-words.txt', import.meta.url), 'utf8').trim().split('\n').map((line) => line.split(' ')[0] ?? ''), ...said.join(' ').split(' '), 'sentence', 'nothing']);

describe('the gist of a question', () => {
  it.each([
    ['how do i tell my kids that Miriam and I separate?', 'kids, separate, tell'],
    ['how do you explain separating to kids', 'explain, kids, separate'],
    ['is polyamory something for a dentist', 'dentist, polyamory'],
  ])('of "%s" is "%s"', (text, words) => { expect(gist(text)).toBe(words); });

  it('is the same whatever the order and the ending of the words', () => {
    expect(gist('the dentist and the garage')).toBe(gist('garages, dentists'));
  });

  it.each([
    ['names', 'Quentin Abernathy Zoltan'], ['numbers', '0171 2345678 12345'], ['an address', 'mailto x@yz.qq'], ['nothing', ''], ['another script', 'как мне быть'], ['small words', 'why do we do it'],
    ['a word that only one author wrote once', 'Miriam'],
  ])('keeps nothing of %s', (_, text) => { expect(gist(text)).toBeNull(); });

  it.each(['can a dentist tell that he beats me', 'the garage where he raped me', 'i am afraid of the garage', 'a knife in the garage'])('"%s" may be a disclosure: nothing is kept', (text) => { expect(gist(text)).toBeNull(); });

  it('reads the sentence that asks, not the story around it', () => {
    expect(gist('We have a garage and a lawn and a neighbour. How do I find a dentist? Thank you for the lawn.')).toBe('dentist, find');
  });

  it('is at most three words of the public list for any text, never what was written around them', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.oneof(fc.constantFrom(...listed), fc.string()), { maxLength: 40 }).map((words) => words.join(' '))), (text) => {
      const words = gist(text)?.split(', ') ?? [];
      expect(words.length).toBeLessThanOrEqual(3);
      for (const word of words) expect(listed).toContain(word);
      expect(words).toEqual(words.toSorted());
    }));
  });

  it('a marker put anywhere never comes through', () => {
    const marker = 'zqxmarker';
    fc.assert(fc.property(fc.array(fc.constantFrom('dentist', 'garage', marker, `${marker}s`, `the${marker}`, marker.toUpperCase(), [...marker].join('\u200B'))), (words) => {
      expect(gist(words.join(' ')) ?? '').not.toContain('zqx');
    }));
  });
});

it('what older versions counted under is told apart from a gist', () => {
  expect(['dentist', 'kids, separate, tell', 'niños'].map(isGist)).toEqual([true, true, true]);
  expect(['out-of-scope', 'faq.how-long', 'how * trust', 'a, b, c, d', ''].map(isGist)).toEqual([false, false, false, false, false]);
});
