/** Trains on one labelled set and examines on another, in the way public intent benchmarks are reported. */
import { calibrate, confidenceOf } from './calibration.ts';
import { createClassifier } from './classifier.ts';
import type { LabelledRow } from './json-lines.ts';
import { createLook, type Looked } from './look.ts';
import { percentile } from './measure.ts';
import { outside, type Lesson } from './model.ts';
import { rehearseWithout } from './rehearsal.ts';
import { packed } from './cache.ts';
import { train } from './train.ts';

export interface BenchmarkFigures {
  /** Share of in-scope rows whose first intent is right, whatever the confidence. */
  readonly accuracy: number;
  /** Share of out-of-scope rows turned away at the threshold that rehearsal chose (test rows have no part in it); null without such rows. */
  readonly oos_recall_threshold: number | null;
  /** The same at the threshold that costs one point of in-scope accuracy on the test rows. */
  readonly oos_recall_at_minus_1: number | null;
  /** Share of in-scope rows right and not turned away at the rehearsal's threshold. */
  readonly in_scope_at_threshold: number;
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
  const calibration = calibrate(model.hash, rehearsed, rehearsed);
  const look = createLook(model, isEnglish);
  const known = (looked: Pick<Looked, 'signals' | 'best'>): number => confidenceOf(calibration, looked).known;

  const seen = asked.map(({ text, intent }) => {
    const looked = look(text);
    return { inside: !outside.has(intent), right: looked.best[0]?.intent === intent, known: known(looked) };
  });
  const inside = seen.filter((row) => row.inside);
  const beyond = seen.filter((row) => !row.inside);
  const threshold = thresholdLosing(rehearsed.filter((row) => row.wanted !== null).map((row) => ({ right: row.wanted === row.best[0]?.intent, known: known(row) })), rehearsalLoss);
  const recall = (at: number): number | null => (beyond.length === 0 ? null : beyond.filter((row) => row.known < at).length / beyond.length);
  const times = timesOf(createClassifier(model, calibration, isEnglish), asked);
  return {
    accuracy: inside.filter((row) => row.right).length / inside.length,
    oos_recall_threshold: recall(threshold),
    oos_recall_at_minus_1: recall(thresholdLosing(inside, 0.01)),
    in_scope_at_threshold: inside.filter((row) => row.right && row.known >= threshold).length / inside.length,
    p50_us: percentile(times, 0.5),
    p99_us: percentile(times, 0.99),
    train_s,
    model_mb: packed(model).length / 1e6,
  };
}
/** Sentences held back from a smaller training look a little stranger than new ones to the full model. */
const rehearsalLoss = 0.01;

export function lessonsOf(rows: readonly LabelledRow[]): Lesson[] {
  const says = new Map<string, string[]>();
  for (const { text, intent } of rows) says.set(intent, [...(says.get(intent) ?? []), text]);
  return [...says].map(([intent, texts]) => ({ intent, says: texts }));
}

/** The highest threshold that turns away right rows worth at most `loss` of all. */
function thresholdLosing(rows: readonly { readonly right: boolean; readonly known: number }[], loss: number): number {
  const right = rows.filter((row) => row.right).map((row) => row.known).toSorted((a, b) => a - b);
  return right[Math.floor(rows.length * loss)] ?? 0;
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
