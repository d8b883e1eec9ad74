/** Everything an exam shows, in one object: what the printed report, the page and the JSON are made from. */
import type { Understand } from '../conversation/reading.ts';
import { confusionsOf, type Confusion } from './confusions.ts';
import { crisisFiguresOf, type CrisisFigures } from './crisis-figures.ts';
import { examine, figuresOf, type Figures } from './examine.ts';
import type { ExamRow } from './json-lines.ts';
import { wilson, type Share } from './measure.ts';
import { underChanges, type AfterChange } from './metamorphosis.ts';

export interface Evaluation {
  readonly rows: number;
  readonly figures: Figures;
  readonly crisis: CrisisFigures;
  readonly confusions: readonly Confusion[];
  /** Null when it was not asked for: it takes a reading of every row for each change. */
  readonly changes: readonly AfterChange[] | null;
}

export function evaluate(rows: readonly ExamRow[], understand: Understand, withChanges: boolean): Evaluation {
  const judged = examine(rows, understand);
  return { rows: rows.length, figures: figuresOf(judged), crisis: crisisFiguresOf(judged), confusions: confusionsOf(judged), changes: withChanges ? underChanges(rows, understand) : null };
}

/** Every share as its value, counts and 95% bounds; the shares of `figures` stand at the top, as they always have. */
export function asJson({ figures, crisis, confusions, changes }: Evaluation): object {
  return { ...withBounds(figures), crisis: withBounds(crisis), confusions, ...(changes === null ? {} : { changes: changes.map(withBounds) }) };
}

function withBounds(value: object): object {
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => [name, bounded(inner)]));
}

function bounded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bounded);
  if (typeof value !== 'object' || value === null) return value;
  if (isShare(value)) return { share: value.of === 0 ? null : value.part / value.of, part: value.part, of: value.of, ...wilson(value) };
  return withBounds(value);
}

const isShare = (value: object): value is Share => 'part' in value && 'of' in value;
