/** The content check as text for the terminal: every mistake with its place and its cure, then what there is. */
import type { Summary } from './check.ts';
import type { Note } from './fallback.ts';
import { inOrder, type Problem } from './problem.ts';

/** Grouped by file, each with its line, the mistake and the cure. */
export function formatProblems(problems: readonly Problem[]): string {
  const blocks: string[] = [];
  let file = '';
  for (const problem of inOrder(problems)) {
    if (problem.file !== file) blocks.push(`${blocks.length > 0 ? '\n' : ''}${problem.file}`);
    file = problem.file;
    blocks.push(`  ${problem.file}:${problem.line}  ${problem.message}\n      ${problem.cure}`);
  }
  return blocks.join('\n');
}

/** What is worth knowing and no mistake. */
export function formatNotes(notes: readonly Note[]): string {
  return notes.map((note) => `  ${note.file}:${note.line}  ${note.message}`).join('\n');
}

export function formatSummary(summary: Summary): string {
  const counts = Object.entries(summary.counts).map(([what, count]) => `${count} ${what}`).join(', ');
  const { signed, of } = summary.reviewed;
  const share = of === 0 ? 0 : Math.round((100 * signed) / of);
  const exam = summary.exam === null ? [] : [`Exam: ${summary.exam.right} of ${summary.exam.asked} sentences understood.`];
  const others = Object.entries(summary.otherExams).map(([language, { right, asked }]) => `Exam in "${language}": ${right} of ${asked} sentences understood.`);
  return [`${counts}.`, `Reviewed: ${signed} of ${of} (${share}%).`, ...exam, ...others].join('\n');
}
