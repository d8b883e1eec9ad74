import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeze, merged } from '../../src/store/frozen-slot.ts';

const answers = (...values: readonly number[]): readonly Readonly<Record<string, number>>[] => values.map((trust) => ({ trust }));

it.each([
  ['four people leave nothing', [1, 2, 8, 9], null],
  ['five in one band', [8, 8, 9, 9, 10], { people: 5, bands: { trust: [0, 0, 100] } }],
  ['people count in steps of five', Array.from({ length: 14 }, () => 5), { people: 10, bands: { trust: [0, 100, 0] } }],
  ['a small low band joins the middle', [1, 5, 5, 5, 5, 8, 8, 8, 8, 8], { people: 10, bands: { trust: [merged, 50, 50] } }],
  ['a small high band joins the middle', [1, 1, 1, 1, 1, 5, 5, 5, 5, 9], { people: 10, bands: { trust: [50, 50, merged] } }],
  ['two small bands that stay small when joined hide the question', [1, 1, 9, 9, 9], { people: 5, bands: {} }],
])('%s', (_, values, expected) => {
  const result = freeze('2026-11-22', answers(...values));
  expect(result).toEqual(expected && { slot: '2026-11-22', ...expected });
});

it('a question with fewer than five answers is left out', () => {
  expect(freeze('s', [...answers(8, 8, 8, 8, 8), { safe: 1 }])?.bands).toEqual({ trust: [0, 0, 100] });
});

it('no band that is shown stands for one to four people', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 60 }), (values) => {
    const shares = freeze('s', answers(...values))?.bands['trust'];
    if (!shares) return;
    const count = (from: number, to: number): number => values.filter((value) => value >= from && value <= to).length;
    const [low, middle, high] = shares;
    const shown = low === merged ? [count(0, 6), count(7, 10)] : high === merged ? [count(0, 3), count(4, 10)] : [count(0, 3), count(4, 6), count(7, 10)];
    expect(middle).not.toBe(merged);
    for (const each of shown) expect(each === 0 || each >= 5).toBe(true);
    for (const share of shares) expect(share === merged || share % 10 === 0).toBe(true);
  }));
});
