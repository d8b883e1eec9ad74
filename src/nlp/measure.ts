/** The figures that say how good a reading is, and how sure one can be of them. */

export interface Share { readonly part: number; readonly of: number }

/**
 * Bounds of the true share at 95% confidence (one-sided 97.5% each), by Wilson's score interval:
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927. Nothing measured: 0 to 1.
 */
export function wilson({ part, of }: Share): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const share = part / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return { low: part === 0 ? 0 : (middle - spread) / whole, high: part === of ? 1 : (middle + spread) / whole };
}

export interface Interval { readonly low: number; readonly high: number }

/** The mean of a few runs with its 95% interval by Student's t ("The probable error of a mean", 1908). One run: the interval is the value itself. */
export function interval(values: readonly number[]): Interval & { readonly mean: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { mean, low: mean, high: mean };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const spread = (student[n - 2] ?? 1.96) * Math.sqrt(variance / n);
  return { mean, low: mean - spread, high: mean + spread };
}
/** Two-sided 95% points of t with 1, 2, 3 ... degrees of freedom. */
const student = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045];

export interface Answered { readonly confidence: number; readonly right: boolean }
/** Answers whose confidence lies from `from` up to `to`: their mean confidence, and how many were right. */
export interface Bin { readonly from: number; readonly to: number; readonly confidence: number; readonly right: Share }

/** Ten equal bins from 0 to 1; the ones without answers have a confidence of 0. */
export function reliability(answers: readonly Answered[]): readonly Bin[] {
  return Array.from({ length: 10 }, (_, at) => {
    const own = answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === at);
    const sum = own.reduce((total, { confidence }) => total + confidence, 0);
    return { from: at / 10, to: (at + 1) / 10, confidence: own.length === 0 ? 0 : sum / own.length, right: { part: own.filter(({ right }) => right).length, of: own.length } };
  });
}

/**
 * Expected calibration error with ten equal bins: the mean distance between confidence and the share that was right
 * (Guo et al., "On calibration of modern neural networks", 2017). 0 is perfect.
 */
export function calibrationError(answers: readonly Answered[]): number {
  if (answers.length === 0) return 0;
  return reliability(answers).reduce((sum, { confidence, right }) => sum + Math.abs(confidence * right.of - right.part), 0) / answers.length;
}

/** The value below which `share` of the sorted values lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
