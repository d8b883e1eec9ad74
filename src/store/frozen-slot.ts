/**
 * What remains of a closed week: counts from which nobody can be picked out. The same rules hold in every place it is shown,
 * because nothing finer is ever kept.
 *
 * - Under five people: nothing at all.
 * - People in steps of five, rounded down; never fewer than the channel was told while the week was open,
 *   or it would be seen that somebody had themselves forgotten.
 * - Three bands a question (0-3, 4-6, 7-10) in shares of its answers, in percent rounded to ten.
 * - A band with one to four people is counted together with its neighbour: `merged` (-1) stands in its place, always first or
 *   last, and the middle carries the sum. A question that has only one band left, or under five answers, is left out.
 *
 * Suppressing small cells together with a neighbour, so that they cannot be found by subtraction, is complementary suppression:
 * L. Willenborg, T. de Waal, Elements of Statistical Disclosure Control (Springer 2001), chapter 1.
 */
import type { SlotResult } from '../conversation/effect.ts';

export const merged = -1;
const fewest = 5;

type Bands = readonly [number, number, number];

/** `answers`: one map of question -> 0..10 a person. `shown`: the number of people that was told. Null when there are too few people. */
export function freeze(slot: string, answers: readonly Readonly<Record<string, number>>[], shown = 0): SlotResult | null {
  if (answers.length < fewest) return shown < fewest ? null : { slot, people: shown, bands: {} };
  const questions = [...new Set(answers.flatMap((each) => Object.keys(each)))].sort();
  const bands: Record<string, Bands> = {};
  for (const question of questions) {
    const values = answers.flatMap((each) => each[question] ?? []);
    const shares = sharesOf(countsOf(values), values.length);
    if (shares) bands[question] = shares;
  }
  return { slot, people: Math.max(shown, answers.length - (answers.length % fewest)), bands };
}

function countsOf(values: readonly number[]): Bands {
  const within = (from: number, to: number): number => values.filter((value) => value >= from && value < to).length;
  return [within(-Infinity, 4), within(4, 7), within(7, Infinity)];
}

function sharesOf([low, middle, high]: Bands, all: number): Bands | null {
  if (all < fewest) return null;
  const small = (count: number): boolean => count > 0 && count < fewest;
  const share = (count: number): number => Math.round((count / all) * 10) * 10;
  if (!small(low) && !small(middle) && !small(high)) return [share(low), share(middle), share(high)];
  const withLow = low + middle;
  const withHigh = middle + high;
  // The smaller outer band joins the middle; if that still leaves a small one, the other way round is tried.
  const ways = low <= high ? (['low', 'high'] as const) : (['high', 'low'] as const);
  for (const way of ways) {
    if (way === 'low' && !small(withLow) && !small(high)) return [merged, share(withLow), share(high)];
    if (way === 'high' && !small(withHigh) && !small(low)) return [share(low), share(withHigh), merged];
  }
  return null;
}
