/**
 * Cuts an answer file into its front matter and its parts. Lines of one paragraph are joined, as Markdown does;
 * list items keep their lines. The texts are plain: marks such as ** would be shown as they are, so they are refused.
 */
import { nearestName } from './nearest-name.ts';
import type { Report } from './problem.ts';
import type { SourceFile } from './source-files.ts';

export const headings = ['Shorter', 'Or', 'More', 'If you are not safe', 'If you did the hurting'] as const;
type Heading = (typeof headings)[number] | '';
/** `''` is the short text before the first heading. `line`: where its text begins. */
export interface Part { readonly heading: Heading; readonly line: number; readonly text: string }
export interface AnswerParts { readonly head: string; readonly bodyLine: number; readonly parts: readonly Part[] }

export function splitAnswer(file: SourceFile, report: Report): AnswerParts | null {
  const lines = file.text.replace(/^\uFEFF/, '').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    report({ file: file.path, line: 1 }, 'The part between two lines "---" at the top is missing.', 'Begin the file with ---, then title, source, evidence, reviewed, then --- again.');
    return null;
  }
  return { head: lines.slice(1, end).join('\n'), bodyLine: end + 2, parts: partsOf(file.path, lines, end + 1, report) };
}

function partsOf(file: string, lines: readonly string[], from: number, report: Report): readonly Part[] {
  const parts: Part[] = [];
  let heading: Heading | null = '';
  let begin = from;
  const close = (end: number): void => {
    const first = lines.slice(begin, end).findIndex((line) => line.trim() !== '');
    if (heading === null) return;
    if (first >= 0) add({ heading, line: begin + first + 1, text: plain(lines.slice(begin, end)) });
    else if (heading !== '') report({ file, line: begin }, `There is no text under "## ${heading}".`, 'Write it, or remove the heading.');
  };
  const add = (part: Part): void => {
    if (part.heading !== 'Or' && parts.some((other) => other.heading === part.heading)) {
      report({ file, line: part.line }, `"## ${part.heading}" stands here a second time.`, 'Keep one of the two; only "## Or" may stand several times.');
    }
    const mark = /\*|__|`|\]\(|<\/?[a-z]|^>/m.exec(part.text);
    if (mark) report({ file, line: part.line }, `The sign ${mark[0]} would be shown as it is: the texts are plain.`, 'Remove the formatting.');
    parts.push(part);
  };
  for (let index = from; index < lines.length; index += 1) {
    const title = /^(#+)\s*(.*?)\s*$/.exec(lines[index] ?? '');
    if (!title) continue;
    close(index);
    heading = headingOf(title[1] ?? '', title[2] ?? '', { file, line: index + 1 }, report);
    begin = index + 1;
  }
  close(lines.length);
  return parts;
}

function headingOf(marks: string, title: string, at: { file: string; line: number }, report: Report): Heading | null {
  const known = headings.find((name) => name === title);
  if (known && marks === '##') return known;
  const near = known ?? headings.find((name) => name === nearestName(title, headings));
  report(at, `"${marks} ${title}" is not a heading that is known here.`, near ? `Did you mean "## ${near}"?` : `Known headings: ${headings.map((name) => `## ${name}`).join(', ')}.`);
  return near ?? null;
}

/** Paragraphs stay apart, their lines are joined; list items keep their own line. */
function plain(lines: readonly string[]): string {
  const paragraphs: string[][] = [[]];
  for (const line of lines.map((each) => each.trim())) {
    const paragraph = paragraphs.at(-1) ?? [];
    const before = paragraph.at(-1);
    if (line === '') paragraphs.push([]);
    else if (before === undefined || /^(?:-|\d+\.)\s/.test(line)) paragraph.push(line);
    else paragraph[paragraph.length - 1] = `${before} ${line}`;
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join('\n')).join('\n\n');
}
