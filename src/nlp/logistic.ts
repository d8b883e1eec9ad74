/**
 * Logistic regression for a few signals, fitted by Newton's method
 * (iteratively reweighted least squares; Bishop, "Pattern Recognition and Machine Learning", 2006, 4.3.3).
 */

export interface Case { readonly signals: readonly number[]; readonly yes: boolean; readonly weight: number }

/** The chance of yes, 0..1. */
export function chanceOf(weights: readonly number[], signals: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * (signals[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** One weight a signal. A small pull to zero keeps the weights finite when yes and no separate perfectly. */
export function fitLogistic(cases: readonly Case[], pull = 1): number[] {
  const size = cases[0]?.signals.length ?? 0;
  let weights: number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 30; round++) {
    const slope = weights.map((weight) => -pull * weight);
    const curve = weights.map((_, i) => weights.map((_unused, j) => (i === j ? pull : 0)));
    for (const { signals, yes, weight } of cases) {
      const chance = chanceOf(weights, signals);
      const error = weight * ((yes ? 1 : 0) - chance);
      const spread = Math.max(weight * chance * (1 - chance), 1e-9);
      for (let i = 0; i < size; i++) {
        slope[i]! += error * signals[i]!;
        for (let j = 0; j < size; j++) curve[i]![j]! += spread * signals[i]! * signals[j]!;
      }
    }
    const move = solve(curve, slope);
    weights = weights.map((weight, i) => weight + move[i]!);
    if (move.every((by) => Math.abs(by) < 1e-8)) break;
  }
  return weights;
}

/** Solves `matrix * x = right` by Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let r = column + 1; r < size; r++) if (Math.abs(rows[r]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = r;
    const taken = rows[pivot]!;
    rows[pivot] = rows[column]!;
    rows[column] = taken;
    for (let r = 0; r < size; r++) {
      if (r === column) continue;
      const times = rows[r]![column]! / taken[column]!;
      for (let c = column; c <= size; c++) rows[r]![c]! -= times * taken[c]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
