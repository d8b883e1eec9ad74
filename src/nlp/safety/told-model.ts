/** The reader of how things are told (`told.ts`): softmax regression over its features, kept in the same shape as the other models. */
import { toTable } from '../int8.ts';
import type { Model } from '../model.ts';
import { fitSoftmax, type Example, toProbabilities } from '../softmax.ts';
import { unseenMass } from '../weights.ts';
import { eachFeature } from './told.ts';

export type ToldLabel = 'danger' | 'gentle' | 'over' | 'none';
export interface ToldLesson { readonly label: ToldLabel; readonly words: readonly string[] }
export interface ToldChances { readonly danger: number; readonly gentle: number }

const labels: readonly ToldLabel[] = ['danger', 'gentle', 'none', 'over'];

/** The same lessons in the same order give the same model. Its hash is empty: who keeps it names what it was made from. */
export function trainTold(lessons: readonly ToldLesson[]): Model {
  const told = lessons.map(({ label, words }) => ({ label: labels.indexOf(label), ...featuresOf(words) }));
  const counts = new Map<number, number>();
  for (const { features } of told) for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rowOf = new Map([...counts.keys()].map((feature, row) => [feature, row]));
  const rarity = Float32Array.from(counts.values(), (count) => (Math.log((1 + lessons.length) / (1 + count)) + 1) ** flattened);
  const fitted = fitSoftmax(told.map(({ label, features }) => exampleOf(label, features, rowOf, rarity)), counts.size, labels.length, pace);
  const kept = [...counts].flatMap(([feature, count], row) => (count < fewest ? [] : [{ feature, row }]));
  const weights = Float32Array.from({ length: kept.length * labels.length }, (_, at) => {
    const row = kept[Math.floor(at / labels.length)]!.row;
    return fitted.weights[row * labels.length + (at % labels.length)]! * rarity[row]!;
  });
  return {
    hash: '', intents: labels, names: kept.map(({ feature }) => String(feature)), words: 0, unseen: unseenMass(lessons.length),
    bias: fitted.bias, table: toTable(weights, labels.length), masses: Float32Array.from(kept, ({ row }) => rarity[row]! ** 2),
  };
}
/** What was told once is learned with the rest, so that it takes its part of the blame, and then forgotten: four of five features, of little use later. */
const fewest = 2;
const flattened = 0.75;
const pace = { rounds: 5, step: 8, decay: 0.05 } as const;

function exampleOf(label: number, features: ReadonlyMap<number, number>, rowOf: ReadonlyMap<number, number>, rarity: Float32Array): Example {
  const rows = Int32Array.from(features.keys(), (feature) => rowOf.get(feature)!);
  const times = [...features.values()];
  let mass = 0;
  rows.forEach((row, at) => { mass += times[at]! * rarity[row]! ** 2; });
  const length = Math.sqrt(mass) || 1;
  return { label, features: rows, values: Float32Array.from(rows, (row, at) => (times[at]! * rarity[row]!) / length) };
}

function featuresOf(words: readonly string[]): { readonly features: ReadonlyMap<number, number> } {
  const features = new Map<number, number>();
  eachFeature(words, (feature) => void features.set(feature, (features.get(feature) ?? 0) + 1));
  return { features };
}

/** Chances 0..1 for words with idioms blanked. Time grows with their number. */
export function createTold(model: Model): (words: readonly string[]) => ToldChances {
  const { find, rows } = tableOf(model);
  const columns = model.intents.length;
  const danger = model.intents.indexOf('danger');
  const gentle = model.intents.indexOf('gentle');
  const chances = new Float32Array(columns);
  return (words) => {
    chances.fill(0);
    let mass = 0;
    eachFeature(words, (feature, counted) => {
      const at = find(feature);
      if (at < 0) {
        if (counted) mass += model.unseen;
        return;
      }
      mass += rows[at]!;
      for (let column = 0; column < columns; column += 1) chances[column]! += rows[at + 1 + column]!;
    });
    const length = Math.sqrt(mass) || 1;
    for (let column = 0; column < columns; column += 1) chances[column] = chances[column]! / length + model.bias[column]!;
    toProbabilities(chances);
    return { danger: chances[danger] ?? 0, gentle: chances[gentle] ?? 0 };
  };
}

/**
 * Everything about a feature side by side, its mass and then its weights, and its number beside where they lie: most of the time
 * of reading goes into waiting for memory. `find` gives where a feature's row begins, or -1.
 */
function tableOf({ names, masses, table: { cells, scales, columns } }: Model): { readonly find: (feature: number) => number; readonly rows: Float32Array } {
  const wide = columns + 1;
  const rows = new Float32Array(names.length * wide);
  const last = 2 ** Math.ceil(Math.log2(names.length * 2 + 1)) - 1;
  const slots = new Int32Array((last + 1) * 2);
  names.forEach((name, row) => {
    rows[row * wide] = masses[row]!;
    for (let column = 0; column < columns; column += 1) rows[row * wide + 1 + column] = cells[row * columns + column]! * scales[row]!;
    const feature = Number(name) | 0;
    let at = feature & last;
    while (slots[at * 2] !== 0) at = (at + 1) & last;
    slots[at * 2] = feature;
    slots[at * 2 + 1] = row * wide;
  });
  const find = (feature: number): number => {
    const wanted = feature | 0;
    for (let at = wanted & last; ; at = (at + 1) & last) {
      const there = slots[at * 2]!;
      if (there === wanted) return slots[at * 2 + 1]!;
      if (there === 0) return -1;
    }
  };
  return { find, rows };
}
