/** The content check: every mistake with its place and its cure. */
import { builtIns } from '../conversation/built-ins.ts';
import { checkContent } from '../knowledge/check.ts';
import { formatNotes, formatProblems, formatSummary } from '../knowledge/report.ts';
import { hashOf } from '../nlp/train.ts';
import { calibrationNow, lessonsFrom, understandFrom } from './model.ts';
import { projectRoot } from './project-root.ts';

export function check(showNotes: boolean): Promise<number> {
  const today = Temporal.Now.plainDateISO().toString();
  const result = checkContent(projectRoot, today, {
    builtIns,
    understand: understandFrom,
    calibration: content => ({ madeFor: calibrationNow()?.intents ?? null, now: hashOf(lessonsFrom(content)) }),
  });
  if (result.notes.length > 0) process.stdout.write(showNotes ? `${formatNotes(result.notes)}\n\n` : `${result.notes.length} notes, no mistakes: see them with --notes.\n\n`);
  if (result.problems.length > 0) process.stdout.write(`${formatProblems(result.problems)}\n\n`);
  process.stdout.write(`${formatSummary(result.summary)}\n${result.problems.length === 0 ? 'Nothing is wrong.' : `${result.problems.length} to mend.`}\n`);
  return Promise.resolve(result.problems.length === 0 ? 0 : 1);
}
