/**
 * What the classifier learns from, and what it is examined on. The two never overlap: an exam that was learned by heart proves nothing.
 */
import type { Place, Report } from './problem.ts';
import { sameness } from './sameness.ts';
import type { Shelf } from './shelves.ts';

export interface TrainingRow { readonly intent: string; readonly says: string }
export interface ExamRow extends Place {
  /** The right reading. */
  readonly intent: string;
  readonly says: string;
  /** The intent that it must not be taken for, for a sentence from a `not` list. */
  readonly not: string | null;
}

export function trainingOf(shelf: Pick<Shelf, 'intents'>): readonly TrainingRow[] {
  return learnedIn(shelf).map(({ intent, says }) => ({ intent, says }));
}

/** As `trainingOf`, each with its line. */
export function learnedIn(shelf: Pick<Shelf, 'intents'>): readonly (TrainingRow & Place)[] {
  return byId(shelf).flatMap((unit) => unit.value.says.map(({ line, text }) => ({ file: unit.file, line, intent: unit.id, says: text })));
}

export function examOf(shelf: Pick<Shelf, 'intents'>): readonly ExamRow[] {
  return byId(shelf).flatMap((unit) => [
    ...unit.value.exam.map(({ line, text }) => ({ file: unit.file, line, intent: unit.id, says: text, not: null })),
    ...unit.value.not.map(({ line, text, intent }) => ({ file: unit.file, line, intent, says: text, not: unit.id })),
  ]);
}

/** The same sentence in two intents, twice in one, or in an exam and in training. Case and signs do not make a difference. */
export function checkSentences(shelf: Pick<Shelf, 'intents'>, report: Report): void {
  const learned = new Map<string, { intent: string; file: string; line: number }>();
  for (const unit of byId(shelf)) {
    for (const { line, text } of unit.value.says) {
      const same = sameness(text);
      const other = learned.get(same);
      if (!other) learned.set(same, { intent: unit.id, file: unit.file, line });
      else if (other.intent === unit.id) report({ file: unit.file, line }, `"${text}" stands here twice (line ${other.line}).`, 'Remove one of them.');
      else report({ file: unit.file, line }, `"${text}" stands in ${other.file}:${other.line} too, for another intent.`, 'Keep it where it belongs; the bot cannot learn both.');
    }
  }
  for (const row of examOf(shelf)) {
    const other = learned.get(sameness(row.says));
    if (other) report(row, `The exam sentence "${row.says}" is also learned from (${other.file}:${other.line}).`, 'Take it out of one of the two: an exam must be new to the bot.');
  }
}

function byId(shelf: Pick<Shelf, 'intents'>) {
  return shelf.intents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
