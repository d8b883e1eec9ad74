import { expect, test } from 'vitest';
import { draw } from '../../src/nlp/draws.ts';
import { interval } from '../../src/nlp/measure.ts';

const rows = ['one', 'two'].flatMap((intent) => Array.from({ length: 20 }, (_, at) => ({ text: `${intent} ${at}`, intent })));
const count = (drawn: typeof rows, intent: string): number => drawn.filter((row) => row.intent === intent).length;

test('a seed draws so many of each intent, always the same, in the order of the file', () => {
  const drawn = draw(rows, 1, 5);
  expect([count(drawn, 'one'), count(drawn, 'two')]).toEqual([5, 5]);
  expect(draw(rows, 1, 5)).toEqual(drawn);
  expect(drawn).toEqual(rows.filter((row) => drawn.includes(row)));
});

test('another seed draws others', () => { expect(draw(rows, 2, 5)).not.toEqual(draw(rows, 1, 5)); });

test('nine in ten when no number is given, all when there are fewer than wanted', () => {
  expect(count(draw(rows, 1, null), 'one')).toBe(18);
  expect(draw(rows, 1, 99)).toEqual(rows);
});

test('the interval of a mean is that of Student: three runs are wide, one is none', () => {
  const { mean, low, high } = interval([1, 2, 3]);
  expect([mean, low.toFixed(3), high.toFixed(3)]).toEqual([2, '-0.484', '4.484']);
  expect(interval([5])).toEqual({ mean: 5, low: 5, high: 5 });
});
