import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOfPart, placeOfPart } from '../../src/nlp/part-numbers.ts';
import { pairAt, pairsFrom, placeOf } from '../../src/nlp/pairs.ts';
import { lookIn, toldTable } from '../../src/nlp/safety/told-table.ts';
import { train } from '../../src/nlp/train.ts';
import { createLook } from '../../src/nlp/look.ts';
import { lessons, noEnglish } from './small-talk.ts';

describe('what was learned is kept as it is looked up', () => {
  test('every pair is found at its place, and no other pair is found', () => {
    const firsts = 7;
    fc.assert(fc.property(fc.uniqueArray(fc.nat(firsts * firsts - 1), { maxLength: 40 }), (codes) => {
      const sorted = codes.toSorted((a, b) => a - b).map((code) => [Math.floor(code / firsts), code % firsts] as const);
      const pairs = pairsFrom(sorted, firsts);
      sorted.forEach(([first, second], place) => {
        expect(placeOf(pairs, first, second)).toBe(place);
        expect(pairAt(pairs, place)).toEqual([first, second]);
      });
      const found = Array.from({ length: firsts * firsts }, (_, code) => placeOf(pairs, Math.floor(code / firsts), code % firsts)).filter((place) => place >= 0);
      expect(found).toHaveLength(sorted.length);
    }));
  });

  test('a part of a word is found by its number, and another part is not', () => {
    const known = ['~cheat', '#heat', '# ch', '#at ', '#é'];
    const parts = Float64Array.from(known, numberOfPart).toSorted();
    for (const part of known) expect(parts[placeOfPart(parts, numberOfPart(part))]).toBe(numberOfPart(part));
    for (const part of ['~cheats', '#hea', '#ta ', '']) expect(placeOfPart(parts, numberOfPart(part))).toBe(-1);
    expect(new Set(Array.from({ length: 100_000 }, (_, at) => numberOfPart(`#${at.toString(36)}`))).size).toBe(100_000);
  });

  test('every feature of how things are told is found with its numbers, wherever others stand', () => {
    const feature = fc.oneof(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 2 ** 31 - 50, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 50 }));
    fc.assert(fc.property(fc.uniqueArray(feature, { maxLength: 80 }), feature, (features, other) => {
      const { find, numbers, cells } = lookIn(toldTable(features.map((each, at) => ({ feature: each, mass: at, scale: at / 2, cells: Int8Array.of(at, -at, 1, 2, 3) })), 5));
      features.forEach((each, at) => {
        const from = find(each);
        expect([numbers[from + 1], numbers[from + 2], ...cells.subarray((from + 3) * 4, (from + 3) * 4 + 5)]).toEqual([at, at / 2, at, at === 0 ? 0 : -at, 1, 2, 3]);
      });
      if (!features.includes(other)) expect(find(other)).toBe(-1);
    }));
  });

  test('the words that spoke are named, pairs without the edges of the message', () => {
    const { why } = createLook(train(lessons), noEnglish)('good morning');
    expect(why.length).toBeGreaterThan(0);
    for (const name of why) expect('good morning').toContain(name);
  });
});
