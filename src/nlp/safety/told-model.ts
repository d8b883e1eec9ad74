/**
 * What is learned of how things are told: questions put to the features of `told.ts`, each a softmax regression of its own, the
 * weights of all side by side (`told-table.ts`). `tale.ts` and `about.ts` ask them.
 */
import { toTable } from '../int8.ts';
import { fitSoftmax, type Example, toProbabilities, type Weights } from '../softmax.ts';
import { unseenMass } from '../weights.ts';
import { eachFeature } from './told.ts';
import { lookIn, toldTable, type ToldTable } from './told-table.ts';

export interface ToldModel {
  /** What a counted feature never learned adds to a message's length, squared. */
  readonly unseen: number;
  readonly bias: Float32Array;
  readonly table: ToldTable;
}

/** `answers`: how many there are. `right`: of each text the place of the right one. */
export interface Question { readonly answers: number; readonly right: readonly number[] }

/**
 * The same texts in the same order give the same model. What was told in fewer than `fewest` texts is learned with the rest, so
 * that it takes its part of the blame, and then forgotten: four of five features, of little use later.
 */
export function trainTold(texts: readonly (readonly string[])[], questions: readonly Question[], fewest: number): ToldModel {
  const counted = texts.map(featuresOf);
  const counts = new Map<number, number>();
  for (const features of counted) for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rowOf = new Map([...counts.keys()].map((feature, row) => [feature, row]));
  const rarity = Float32Array.from(counts.values(), (count) => (Math.log((1 + texts.length) / (1 + count)) + 1) ** flattened);
  const examples = counted.map((features) => exampleOf(features, rowOf, rarity));
  const fitted = questions.map(({ answers, right }) => fitSoftmax(examples.map((example, at) => ({ ...example, label: right[at]! })), counts.size, answers, pace));
  const kept = [...counts].flatMap(([feature, count], row) => (count < fewest ? [] : [{ feature, row }]));
  const columns = questions.reduce((sum, { answers }) => sum + answers, 0);
  const { cells, scales } = toTable(sideBySide(kept.map(({ row }) => row), fitted, rarity, columns), columns);
  const rows = kept.map(({ feature, row }, at) => ({ feature, mass: rarity[row]! ** 2, scale: scales[at]!, cells: cells.subarray(at * columns, (at + 1) * columns) }));
  return { unseen: unseenMass(texts.length), bias: Float32Array.from(fitted.flatMap(({ bias }) => [...bias])), table: toldTable(rows, columns) };
}
const flattened = 0.75;
const pace = { rounds: 5, step: 8, decay: 0.05 } as const;

/** The weights of the rows, those of all questions in turn. */
function sideBySide(rows: readonly number[], fitted: readonly Weights[], rarity: Float32Array, columns: number): Float32Array {
  const all = new Float32Array(rows.length * columns);
  let to = 0;
  for (const row of rows) for (const { weights, bias } of fitted) for (let answer = 0; answer < bias.length; answer += 1) all[to++] = weights[row * bias.length + answer]! * rarity[row]!;
  return all;
}

function exampleOf(counted: ReadonlyMap<number, number>, rowOf: ReadonlyMap<number, number>, rarity: Float32Array): Omit<Example, 'label'> {
  const features = Int32Array.from(counted.keys(), (feature) => rowOf.get(feature)!);
  const times = [...counted.values()];
  let mass = 0;
  features.forEach((row, at) => { mass += times[at]! * rarity[row]! ** 2; });
  const length = Math.sqrt(mass) || 1;
  return { features, values: Float32Array.from(features, (row, at) => (times[at]! * rarity[row]!) / length) };
}

function featuresOf(words: readonly string[]): ReadonlyMap<number, number> {
  const features = new Map<number, number>();
  eachFeature(words, (feature) => void features.set(feature, (features.get(feature) ?? 0) + 1));
  return features;
}

/**
 * Chances 0..1 of all answers for words with idioms blanked, a list for each question (`answers`: how many each has). Time grows
 * with the words. The lists are written over by the next reading.
 * A model that was learned for another number of answers is an error.
 */
export function createTold({ table, unseen, bias }: ToldModel, answers: readonly number[]): (words: readonly string[]) => readonly Float32Array[] {
  if (bias.length !== answers.reduce((sum, count) => sum + count, 0)) throw new Error('This was learned for other questions.');
  const { find, numbers, cells } = lookIn(table);
  const sums = new Float32Array(bias.length);
  let from = 0;
  const parts = answers.map((count) => sums.subarray(from, from += count));
  return (words) => {
    sums.fill(0);
    let mass = 0;
    eachFeature(words, (feature, counted) => {
      const at = find(feature);
      if (at < 0) {
        if (counted) mass += unseen;
        return;
      }
      mass += numbers[at + 1]!;
      const scale = numbers[at + 2]!;
      for (let column = 0; column < sums.length; column += 1) sums[column]! += Math.fround(cells[(at + 3) * 4 + column]! * scale);
    });
    const length = Math.sqrt(mass) || 1;
    for (let column = 0; column < sums.length; column += 1) sums[column] = sums[column]! / length + bias[column]!;
    for (const part of parts) toProbabilities(part);
    return parts;
  };
}
