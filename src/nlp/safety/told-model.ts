/** The reader of how things are told (`told.ts`): softmax regression over its features, kept as it is read (`told-table.ts`). */
import { toTable } from '../int8.ts';
import { fitSoftmax, type Example, toProbabilities } from '../softmax.ts';
import { unseenMass } from '../weights.ts';
import { eachFeature } from './told.ts';
import { lookIn, toldTable, type ToldTable } from './told-table.ts';

export type ToldLabel = 'danger' | 'gentle' | 'over' | 'none';
export interface ToldLesson { readonly label: ToldLabel; readonly words: readonly string[] }
export interface ToldChances { readonly danger: number; readonly gentle: number }

/** A column each. */
const labels: readonly ToldLabel[] = ['danger', 'gentle', 'none', 'over'];

export interface ToldModel {
  readonly hash: string;
  /** What a counted feature never learned adds to a message's length, squared. */
  readonly unseen: number;
  readonly bias: Float32Array;
  readonly table: ToldTable;
}

/** The same lessons in the same order give the same model. */
export function trainTold(lessons: readonly ToldLesson[]): Omit<ToldModel, 'hash'> {
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
  const { cells, scales } = toTable(weights, labels.length);
  const table = toldTable(kept.map(({ feature, row }, at) => ({ feature, mass: rarity[row]! ** 2, scale: scales[at]!, cells: cells.subarray(at * labels.length, (at + 1) * labels.length) })));
  return { unseen: unseenMass(lessons.length), bias: fitted.bias, table };
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
export function createTold({ table, unseen, bias }: ToldModel): (words: readonly string[]) => ToldChances {
  const { find, numbers, cells } = lookIn(table);
  const danger = labels.indexOf('danger');
  const gentle = labels.indexOf('gentle');
  const chances = new Float32Array(labels.length);
  return (words) => {
    chances.fill(0);
    let mass = 0;
    eachFeature(words, (feature, counted) => {
      const at = find(feature);
      if (at < 0) {
        if (counted) mass += unseen;
        return;
      }
      mass += numbers[at + 1]!;
      const scale = numbers[at + 2]!;
      for (let column = 0; column < chances.length; column += 1) chances[column]! += Math.fround(cells[(at + 3) * 4 + column]! * scale);
    });
    const length = Math.sqrt(mass) || 1;
    for (let column = 0; column < chances.length; column += 1) chances[column] = chances[column]! / length + bias[column]!;
    toProbabilities(chances);
    return { danger: chances[danger] ?? 0, gentle: chances[gentle] ?? 0 };
  };
}
