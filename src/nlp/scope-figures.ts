/** How well a classifier knows the right intent, and what it does not know: the same figures for every classifier that is compared. */

/** One row of a test. `known`: how sure the classifier is that the row is in scope; any scale, higher is surer. */
export interface Seen { readonly inside: boolean; readonly right: boolean; readonly known: number }

export interface ScopeFigures {
  /** Share of in-scope rows whose first intent is right, whatever the confidence. */
  readonly accuracy: number;
  /** Share of out-of-scope rows turned away at the threshold that rehearsal chose (test rows have no part in it); null without such rows. */
  readonly oos_recall_threshold: number | null;
  /** The same at the threshold that costs one point of in-scope accuracy on the test rows. */
  readonly oos_recall_at_minus_1: number | null;
  /** Share of in-scope rows right and not turned away at the rehearsal's threshold. */
  readonly in_scope_at_threshold: number;
}

/** `rehearsed`: in-scope sentences that were held back from a smaller training; they choose the threshold. */
export function scopeFigures(seen: readonly Seen[], rehearsed: readonly Omit<Seen, 'inside'>[]): ScopeFigures {
  const inside = seen.filter((row) => row.inside);
  const beyond = seen.filter((row) => !row.inside);
  const threshold = thresholdLosing(rehearsed, mostLost);
  const recall = (at: number): number | null => (beyond.length === 0 ? null : beyond.filter((row) => row.known < at).length / beyond.length);
  return {
    accuracy: inside.filter((row) => row.right).length / inside.length,
    oos_recall_threshold: recall(threshold),
    oos_recall_at_minus_1: recall(thresholdLosing(inside, mostLost)),
    in_scope_at_threshold: inside.filter((row) => row.right && row.known >= threshold).length / inside.length,
  };
}
const mostLost = 0.01;

/** The highest threshold that turns away right rows worth at most `loss` of all. */
function thresholdLosing(rows: readonly Omit<Seen, 'inside'>[], loss: number): number {
  const right = rows.filter((row) => row.right).map((row) => row.known).toSorted((a, b) => a - b);
  return right[Math.floor(rows.length * loss)] ?? 0;
}
