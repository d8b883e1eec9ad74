/** `mend bench nlp`: accuracy, out-of-scope recall, speed and size on a labelled training and test file. */
import type { Writable } from 'node:stream';
import { benchmark, type BenchmarkFigures } from '../benchmark.ts';
import { readLabelled, type LabelledRow } from '../json-lines.ts';
import type { Lesson } from '../model.ts';

/** Without files every fourth sentence of the bot's own intents is held back and asked. */
export function benchNlp(
  source: { readonly train: string; readonly test: string } | { readonly lessons: readonly Lesson[] },
  output: Writable,
  json: boolean,
  isEnglish: (word: string) => boolean,
): BenchmarkFigures {
  const { taught, asked } = 'train' in source ? { taught: readLabelled(source.train), asked: readLabelled(source.test) } : heldBack(source.lessons);
  const figures = benchmark(taught, asked, isEnglish);
  output.write(json ? `${JSON.stringify(figures)}\n` : table(figures));
  return figures;
}

function heldBack(lessons: readonly Lesson[]): { taught: LabelledRow[]; asked: LabelledRow[] } {
  const rows = lessons.flatMap(({ intent, says }) => says.map((text, index) => ({ text, intent, back: index % 4 === 3 })));
  return { taught: rows.filter((row) => !row.back), asked: rows.filter((row) => row.back) };
}

function table(figures: BenchmarkFigures): string {
  const percent = (share: number | null): string => (share === null ? 'no out-of-scope rows' : `${(100 * share).toFixed(1)}%`);
  const lines: [string, string][] = [
    ['accuracy', percent(figures.accuracy)],
    ['out-of-scope recall at the threshold', percent(figures.oos_recall_threshold)],
    ['accuracy in scope at that threshold', percent(figures.in_scope_at_threshold)],
    ['out-of-scope recall, one point lost', percent(figures.oos_recall_at_minus_1)],
    ['time a message, half / 99 in 100', `${figures.p50_us.toFixed(1)} / ${figures.p99_us.toFixed(1)} µs`],
    ['training', `${figures.train_s.toFixed(2)} s`],
    ['model', `${figures.model_mb.toFixed(2)} MB`],
  ];
  return lines.map(([name, value]) => `${name.padEnd(38)} ${value}\n`).join('');
}
