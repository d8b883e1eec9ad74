/** Trains on one labelled set and examines on another, in the way public intent benchmarks are reported. */
import { packed } from './kept.ts';
import { calibrate, confidenceOf } from './calibration.ts';
import { createClassifier } from './classifier.ts';
import type { LabelledRow } from './json-lines.ts';
import { createLook, type Looked } from './look.ts';
import { interval, percentile, type Interval } from './measure.ts';
import { outside, type Lesson } from './model.ts';
import { rehearseWithout } from './rehearsal.ts';
import { scopeFigures, type ScopeFigures } from './scope-figures.ts';
import { hashOf, train } from './train.ts';

export interface BenchmarkFigures extends ScopeFigures {
  readonly p50_us: number;
  readonly p99_us: number;
  /** Training of the model; rehearsal, which the product does ahead of time, is not in it. */
  readonly train_s: number;
  readonly model_mb: number;
}

export function benchmark(taught: readonly LabelledRow[], asked: readonly LabelledRow[], isEnglish: (word: string) => boolean): BenchmarkFigures {
  const lessons = lessonsOf(taught);
  isEnglish('warm');
  const started = performance.now();
  const model = train(lessons);
  const train_s = (performance.now() - started) / 1000;
  const rehearsed = rehearseWithout(lessons, 3, isEnglish);
  const calibration = calibrate(hashOf(lessons), rehearsed, rehearsed);
  const look = createLook(model, isEnglish);
  const known = (looked: Pick<Looked, 'signals' | 'best'>): number => confidenceOf(calibration, looked).known;
  const seen = asked.map(({ text, intent }) => {
    const looked = look(text);
    return { inside: !outside.has(intent), right: looked.best[0]?.intent === intent, known: known(looked) };
  });
  const heldBack = rehearsed.filter((row) => row.wanted !== null).map((row) => ({ right: row.wanted === row.best[0]?.intent, known: known(row) }));
  const times = timesOf(createClassifier(model, calibration, isEnglish), asked);
  return { ...scopeFigures(seen, heldBack), p50_us: percentile(times, 0.5), p99_us: percentile(times, 0.99), train_s, model_mb: packed(model).length / 1e6 };
}

export type Spread = { readonly [Name in keyof BenchmarkFigures]: Interval | null };

/** The mean of every figure over several runs, and the 95% interval of that mean; null where a figure is. */
export function spreadOf(runs: readonly BenchmarkFigures[]): { readonly means: BenchmarkFigures; readonly intervals: Spread } {
  const over = (name: keyof BenchmarkFigures): (Interval & { readonly mean: number }) | null => {
    const values = runs.flatMap((run) => run[name] ?? []);
    return values.length === 0 ? null : interval(values);
  };
  const names = Object.keys(runs[0] ?? {}) as (keyof BenchmarkFigures)[];
  const all = names.map((name) => [name, over(name)] as const);
  return {
    means: Object.fromEntries(all.map(([name, found]) => [name, found?.mean ?? null])) as unknown as BenchmarkFigures,
    intervals: Object.fromEntries(all.map(([name, found]) => [name, found && { low: found.low, high: found.high }])) as unknown as Spread,
  };
}

export function lessonsOf(rows: readonly LabelledRow[]): Lesson[] {
  const says = new Map<string, string[]>();
  for (const { text, intent } of rows) {
    const own = says.get(intent);
    if (own === undefined) says.set(intent, [text]);
    else own.push(text);
  }
  return [...says].map(([intent, texts]) => ({ intent, says: texts }));
}

/** Microseconds a message, sorted, once the machine is warm. */
function timesOf(classify: (text: string) => unknown, rows: readonly LabelledRow[]): number[] {
  for (let i = 0; i < 3000; i++) classify(rows[i % rows.length]!.text);
  const times = rows.map(({ text }) => {
    const from = process.hrtime.bigint();
    classify(text);
    return Number(process.hrtime.bigint() - from) / 1000;
  });
  return times.toSorted((a, b) => a - b);
}
