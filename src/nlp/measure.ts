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

/**
 * Expected calibration error with ten equal bins: the mean distance between confidence and the share that was right
 * (Guo et al., "On calibration of modern neural networks", 2017). 0 is perfect.
 */
export function calibrationError(answers: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of answers) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  return answers.length === 0 ? 0 : bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / answers.length;
}

/** The value below which `share` of the sorted values lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
