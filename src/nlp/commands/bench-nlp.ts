/** `mend bench nlp`: accuracy, out-of-scope recall, speed and size on a labelled training and test file. */
import type { Writable } from 'node:stream';
import { benchmark, spreadOf, type BenchmarkFigures, type Spread } from '../benchmark.ts';
import { draw } from '../draws.ts';
import { readLabelled, type LabelledRow } from '../json-lines.ts';
import type { Interval } from '../measure.ts';
import { outside, type Lesson } from '../model.ts';

/** `count` trainings, each on another draw of the training rows: `perIntent` of every intent, or nine in ten (null). */
export interface Seeds { readonly count: number; readonly perIntent: number | null }

/** Without files every fourth sentence of the bot's own intents is held back and asked. With seeds the figures are means. */
export function benchNlp(
  source: { readonly train: string; readonly test: string } | { readonly lessons: readonly Lesson[] },
  output: Writable,
  json: boolean,
  isEnglish: (word: string) => boolean,
  seeds: Seeds | null = null,
): BenchmarkFigures {
  const { taught, asked } = 'train' in source ? { taught: readLabelled(source.train), asked: readLabelled(source.test) } : heldBack(source.lessons);
  checkRows(taught, asked, 'train' in source ? source : { train: 'the intents', test: 'the intents' });
  if (seeds === null) {
    const figures = benchmark(taught, asked, isEnglish);
    output.write(json ? `${JSON.stringify(figures)}\n` : table(figures, null));
    return figures;
  }
  const runs = Array.from({ length: seeds.count }, (_, at) => benchmark(draw(taught, at + 1, seeds.perIntent), asked, isEnglish));
  const { means, intervals } = spreadOf(runs);
  output.write(json ? `${JSON.stringify({ ...means, seeds: seeds.count, intervals })}\n` : `Means of ${seeds.count} trainings, each on ${seeds.perIntent === null ? 'another nine in ten of the sentences' : `other ${seeds.perIntent} sentences of each intent`}; in brackets their 95% interval.\n${table(means, intervals)}`);
  return means;
}

/** A set from which nothing can be learnt, or on which nothing can be asked, is an error that names it. */
function checkRows(taught: readonly LabelledRow[], asked: readonly LabelledRow[], names: { readonly train: string; readonly test: string }): void {
  const intents = new Set(taught.map((row) => row.intent).filter((intent) => !outside.has(intent)));
  if (intents.size < 2) throw new Error(`${names.train} has ${intents.size === 0 ? 'no intents' : 'only one intent'} to learn. A training file has lines of at least two intents.`);
  if (!asked.some((row) => intents.has(row.intent))) throw new Error(`${names.test} asks for no intent of ${names.train}. Its lines name the same intents, or "oos".`);
}

function heldBack(lessons: readonly Lesson[]): { taught: LabelledRow[]; asked: LabelledRow[] } {
  const rows = lessons.flatMap(({ intent, says }) => says.map((text, index) => ({ text, intent, back: index % 4 === 3 })));
  return { taught: rows.filter((row) => !row.back), asked: rows.filter((row) => row.back) };
}

function table(figures: BenchmarkFigures, intervals: Spread | null): string {
  const shown = (found: Interval | null | undefined, as: (value: number) => string): string => (found ? `  [${as(found.low)}, ${as(found.high)}]` : '');
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  const share = (name: keyof BenchmarkFigures): string => {
    const value = figures[name];
    return value === null ? 'no out-of-scope rows' : `${percent(value)}${shown(intervals?.[name], percent)}`;
  };
  const lines: [string, string][] = [
    ['accuracy', share('accuracy')],
    ['out-of-scope recall at the threshold', share('oos_recall_threshold')],
    ['accuracy in scope at that threshold', share('in_scope_at_threshold')],
    ['out-of-scope recall, one point lost', share('oos_recall_at_minus_1')],
    ['time a message, half / 99 in 100', `${figures.p50_us.toFixed(1)} / ${figures.p99_us.toFixed(1)} µs`],
    ['training', `${figures.train_s.toFixed(2)} s`],
    ['model', `${figures.model_mb.toFixed(2)} MB`],
  ];
  return lines.map(([name, value]) => `${name.padEnd(38)} ${value}\n`).join('');
}
