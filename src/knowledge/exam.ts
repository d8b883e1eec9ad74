/** Puts the exam sentences, and what was learned, to the finished model. Only what it would get wrong with confidence is a mistake. */
import type { Understand } from '../conversation/reading.ts';
import type { Note } from './fallback.ts';
import type { Place, Problem } from './problem.ts';
import type { ExamRow, TrainingRow } from './training.ts';

export interface ExamResult {
  readonly asked: number;
  /** Read rightly, or the right one among the readings offered. */
  readonly right: number;
  /** Answered as something else: each is a mistake. */
  readonly misread: readonly Problem[];
  /** "I have no answer to that", or a choice without the right one: worth more sentences, not a mistake. */
  readonly missed: readonly Problem[];
}

export function sitExam(exams: readonly ExamRow[], understand: Understand): ExamResult {
  const misread: Problem[] = [];
  const missed: Problem[] = [];
  for (const row of exams) {
    const reading = understand(row.says, []);
    const read = reading.safety?.kind ?? reading.intent;
    const offered = reading.decision === 'choice' ? [read, ...reading.alternatives.slice(0, 2).map((other) => other.intent)] : [read];
    if (offered.includes(row.intent)) continue;
    const at = { file: row.file, line: row.line };
    const better = `Add sentences like it to ${row.intent}${reading.decision === 'answer' ? `, and look for one in ${read} that is too near` : ''}.`;
    if (row.intent === 'out-of-scope' && reading.decision !== 'answer' && !reading.safety) continue;
    if (reading.decision === 'answer' || reading.safety) misread.push({ ...at, message: `"${row.says}" is read as ${read}, not as ${row.intent}.`, cure: better });
    else missed.push({ ...at, message: `"${row.says}" is not understood as ${row.intent}.`, cure: better });
  }
  return { asked: exams.length, right: exams.length - misread.length - missed.length, misread, missed };
}

/** Sentences that the model learned for one intent and still reads as another: they pull two intents together. */
export function learnedButMisread(learned: readonly (TrainingRow & Place)[], understand: Understand): readonly Note[] {
  return learned.flatMap((row) => {
    const reading = understand(row.says, []);
    const read = reading.safety?.kind ?? reading.intent;
    return reading.decision === 'answer' && read !== row.intent && !reading.safety ? [{ file: row.file, line: row.line, message: `"${row.says}" is learned here and still read as ${read}.` }] : [];
  });
}
