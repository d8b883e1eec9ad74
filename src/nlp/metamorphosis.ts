/**
 * The same exam with every message changed in one of the ways in which messages arrive (`changes.ts`): how much understanding suffers.
 * Metamorphic testing: no new labels are needed, since the right reading stays what it was (T. Y. Chen et al., 1998).
 */
import type { Understand } from '../conversation/reading.ts';
import { changes, type Change } from './changes.ts';
import { examine, figuresOf, type Figures } from './examine.ts';
import type { ExamRow } from './json-lines.ts';
import type { Share } from './measure.ts';

export interface AfterChange extends Pick<Figures, 'rightOrOffered' | 'wrongWithConfidence' | 'crisisFound' | 'falseAlarms'> {
  readonly change: Change['name'];
  readonly kind: Change['kind'];
  /** Of the crises that were found as they were typed. */
  readonly stillFound: Share;
  /** Of the rows that were right or offered as they were typed. */
  readonly stillRight: Share;
}

/** One row a change; the first accepted row keeps its `earlier` messages, changed alike. */
export function underChanges(rows: readonly ExamRow[], understand: Understand): readonly AfterChange[] {
  const typed = examine(rows, understand);
  const found = typed.map(({ row, reading }) => row.accept.every((id) => id.startsWith('crisis.')) && reading.safety?.tier === 'hard');
  const right = typed.map(({ row, verdict }) => !row.accept.includes('not-crisis') && (verdict === 'right' || verdict === 'offered'));
  return changes.map((change) => {
    const judged = examine(rows.map((row) => ({ ...row, text: change.apply(row.text), earlier: row.earlier.map(change.apply) })), understand);
    const { rightOrOffered, wrongWithConfidence, crisisFound, falseAlarms } = figuresOf(judged);
    const of = (before: readonly boolean[], holds: (at: number) => boolean): Share => ({ part: before.filter((was, at) => was && holds(at)).length, of: before.filter(Boolean).length });
    return {
      change: change.name, kind: change.kind, rightOrOffered, wrongWithConfidence, crisisFound, falseAlarms,
      stillFound: of(found, (at) => judged[at]?.reading.safety?.tier === 'hard'),
      stillRight: of(right, (at) => judged[at]?.verdict === 'right' || judged[at]?.verdict === 'offered'),
    };
  });
}
