/**
 * A mistake in a content file, as data: where it is, what is wrong, and what to do about it.
 * The words are for people who write content and do not program.
 */
export interface Place { readonly file: string; /** From 1. */ readonly line: number }
export interface Problem extends Place { readonly message: string; readonly cure: string }

/** How the readers tell of a mistake; they go on reading, so that every mistake is reported at once. */
export type Report = (at: Place, message: string, cure: string) => void;

/** A report that fills a list. */
export function collecting(problems: Problem[]): Report {
  return (at, message, cure) => { problems.push({ file: at.file, line: at.line, message, cure }); };
}

/** By file, then line, each only once: the order in which files were read does not show. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted((a, b) =>
    compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message));
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return !before || before.file !== problem.file || before.line !== problem.line || before.message !== problem.message;
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
