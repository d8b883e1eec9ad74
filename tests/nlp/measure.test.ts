import { describe, expect, test } from 'vitest';
import { chanceOf, fitLogistic } from '../../src/nlp/logistic.ts';
import { calibrationError, percentile, wilson } from '../../src/nlp/measure.ts';

describe('figures', () => {
  test("Wilson's bounds are those of the textbook", () => {
    const { low, high } = wilson({ part: 9, of: 10 });
    expect(low).toBeCloseTo(0.596, 3);
    expect(high).toBeCloseTo(0.982, 3);
    expect(wilson({ part: 0, of: 0 })).toEqual({ low: 0, high: 1 });
    expect(wilson({ part: 50, of: 50 })).toMatchObject({ high: 1 });
  });

  test('confidence that is right as often as it says has no error', () => {
    const answers = Array.from({ length: 10 }, (_, i) => ({ confidence: 0.8, right: i < 8 }));
    expect(calibrationError(answers)).toBeCloseTo(0);
    expect(calibrationError(answers.map((answer) => ({ ...answer, right: false })))).toBeCloseTo(0.8);
    expect(calibrationError([])).toBe(0);
  });

  test('a percentile is one of the values', () => {
    expect(percentile([1, 2, 3, 4], 0.5)).toBe(3);
    expect(percentile([1, 2, 3, 4], 1)).toBe(4);
    expect(percentile([], 0.5)).toBe(0);
  });

  test('logistic regression finds the chance that the cases show', () => {
    const cases = Array.from({ length: 1000 }, (_, i) => ({ signals: [1, i % 2], yes: i % 2 === 1 ? i % 10 !== 1 : i % 10 === 0, weight: 1 }));
    const weights = fitLogistic(cases, 0.001);
    expect(chanceOf(weights, [1, 1])).toBeCloseTo(0.8, 2);
    expect(chanceOf(weights, [1, 0])).toBeCloseTo(0.2, 2);
  });

  test('cases that separate perfectly still give finite weights', () => {
    const weights = fitLogistic([{ signals: [1, 5], yes: true, weight: 1 }, { signals: [1, -5], yes: false, weight: 1 }]);
    expect(weights.every(Number.isFinite)).toBe(true);
  });
});
