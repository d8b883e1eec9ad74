/** The content check: every mistake with its place and its cure. */
import { checkContent } from '../knowledge/check.ts';
import { formatNotes, formatProblems, formatSummary } from '../knowledge/report.ts';
import { projectRoot } from './project-root.ts';

export function check(): Promise<number> {
  const today = Temporal.Now.plainDateISO().toString();
  const result = checkContent(projectRoot, today);
  if (result.notes.length > 0) process.stdout.write(`${formatNotes(result.notes)}\n\n`);
  if (result.problems.length > 0) process.stdout.write(`${formatProblems(result.problems)}\n\n`);
  process.stdout.write(`${formatSummary(result.summary)}\n${result.problems.length === 0 ? 'Nothing is wrong.' : `${result.problems.length} to mend.`}\n`);
  return Promise.resolve(result.problems.length === 0 ? 0 : 1);
}
