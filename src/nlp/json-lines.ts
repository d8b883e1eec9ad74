/** Reads files of one JSON object a line. Errors name the file, the line and the cure. */
import { readFileSync } from 'node:fs';

/** A question of an exam: any of `accept` is right; `not-crisis`: no hard alarm is right; `out-of-scope`: an honest no is right. */
export interface ExamRow {
  readonly text: string;
  readonly earlier: readonly string[];
  readonly accept: readonly string[];
  /** Whose danger, when, and how grave, where the row says so (`none` counts as nothing said). */
  readonly who: string | null;
  readonly when: string | null;
  readonly level: string | null;
}
/** A sentence and what it was said for. */
export interface LabelledRow { readonly text: string; readonly intent: string }

/** `{"text", "accept": [...]}`; instead of `text` there may be `turns`, of which the last is examined. Rows without `accept` are left out. */
export function readExam(file: string): ExamRow[] {
  return rowsOf(file).flatMap(({ row, fail }) => {
    const turns = field(row, 'turns');
    const spoken = isTexts(turns) ? turns : [field(row, 'text')];
    const text = spoken.at(-1);
    if (typeof text !== 'string') throw fail('needs a "text"');
    const accept = field(row, 'accept');
    if (accept === undefined && isTexts(turns)) return [];
    if (!isTexts(accept) || accept.length === 0) throw fail('needs "accept", a list of intent ids');
    const label = (name: string): string | null => {
      const value = field(row, name);
      return typeof value === 'string' && value !== 'none' ? value : null;
    };
    return [{ text, earlier: spoken.slice(0, -1).filter((turn) => typeof turn === 'string').slice(-5), accept, who: label('who'), when: label('when'), level: label('level') }];
  });
}

/** `{"text", "intent"}` a line. */
export function readLabelled(file: string): LabelledRow[] {
  return rowsOf(file).map(({ row, fail }) => {
    const text = field(row, 'text');
    const intent = field(row, 'intent');
    if (typeof text !== 'string' || typeof intent !== 'string') throw fail('needs "text" and "intent"');
    return { text, intent };
  });
}

function rowsOf(file: string): { row: object; fail: (what: string) => Error }[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file} cannot be read. Give the path of a file with one JSON object a line.`);
  }
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const fail = (what: string) => new Error(`${file}:${index + 1} ${what}. A line looks like {"text": "how do i forgive", "accept": ["faq.how-to-forgive"]}.`);
    try {
      const row: unknown = JSON.parse(line);
      if (typeof row === 'object' && row !== null) return [{ row, fail }];
    } catch {
      // Said below.
    }
    throw fail('is not a JSON object');
  });
}

const field = (row: object, name: string): unknown => Reflect.get(row, name);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');
