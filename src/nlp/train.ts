/**
 * Learns a model from what people say. The same lessons in any order give the same bytes.
 * Words weigh by how rare they are (weights.ts) and bring their meaning with them (word-vectors.ts); a message is scaled to length one, where the parts of different words are counted as if they never overlapped:
 * that keeps the score a plain sum over words.
 */
import { createHash } from 'node:crypto';
import { featuresOf, partsOf } from './features.ts';
import { toTable } from './int8.ts';
import { numberOfKind } from './kinds.ts';
import { edgesOf, outside, type Lesson, type Model } from './model.ts';
import { stem } from './natural.ts';
import { pairsFrom } from './pairs.ts';
import { numberOfPart } from './part-numbers.ts';
import { remembering } from './remember.ts';
import { fitSoftmax, type Example, type Pace, type Weights } from './softmax.ts';
import { meaningWeight, rarityOf, tellingOf, unseenMass } from './weights.ts';
import { readVectors, vectorsHash, type WordVectors } from './word-vectors.ts';

interface Utterance { readonly label: number; /** Words and pairs, by name. */ readonly units: readonly string[]; /** What pairs that are not learnt add to its length, squared. */ readonly lone: number }
/** A word or pair: the features it stands for and their weights, and a word's meaning, weighted (null: none is known). */
interface Unit { readonly features: Int32Array; readonly values: Float32Array; readonly mass: number; readonly meaning: Float32Array | null }

/** `telling`: features that tell intents apart weigh more; that finds less danger (docs/understanding.md). */
export interface Manner { readonly telling?: boolean }

/** Changes whenever the same lessons would give another model: old caches are then not believed. */
export const recipe = `mend-nlp-5 ${vectorsHash}`;

/**
 * Fewer than two intents or an intent without words is an error that names it.
 * Pairs said once only are not learnt: they are two thirds of all and teach next to nothing.
 */
export function train(lessons: readonly Lesson[], pace?: Pace, { telling = true }: Manner = {}): Model {
  const ordered = inOrder(lessons);
  const intents = ordered.map((lesson) => lesson.intent);
  if (intents.length < 2) throw new Error('A model needs at least two intents to tell apart. Add intent files with sentences under "says".');
  const stemOf = remembering(stem);
  const said = ordered.flatMap((lesson, label) => unitsOf(lesson, stemOf).map((units) => ({ label, units, lone: 0 })));
  const utterances = withoutLonePairs(said);
  const vectors = readVectors();
  const known = weigh(utterances, vectors, stemOf, telling);
  const meaningsFrom = known.names.length;
  const examples = utterances.map((utterance) => exampleOf(utterance, known.units, meaningsFrom, vectors.dims));
  const fitted = fitSoftmax(examples, meaningsFrom + vectors.dims, intents.length, pace);
  return { intents, unseen: unseenMass(utterances.length), bias: fitted.bias, ...toRows(known, fitted, vectors.dims, stemOf) };
}

/** SHA-256 over the lessons, whatever their order: what a calibration was made for. */
export function hashOf(lessons: readonly Lesson[]): string {
  return createHash('sha256').update(JSON.stringify(inOrder(lessons))).digest('hex');
}

/** Sorted by intent, lessons of one intent joined, sentences sorted and each once. */
function inOrder(lessons: readonly Lesson[]): Lesson[] {
  const says = new Map<string, Set<string>>();
  for (const lesson of lessons) {
    const sentences = says.get(lesson.intent) ?? new Set();
    for (const sentence of lesson.says) sentences.add(sentence);
    says.set(lesson.intent, sentences);
  }
  return [...says].map(([intent, sentences]) => ({ intent, says: [...sentences].toSorted(byCode) })).toSorted((a, b) => byCode(a.intent, b.intent));
}
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The units of every different sentence, and of the intent's own name (`faq.how-long` is also said as "how long"). */
function unitsOf({ intent, says }: Lesson, stemOf: (word: string) => string): string[][] {
  const name = outside.has(intent) ? [] : [intent.replace(/^[a-z]+\./, '').replace(/[^\p{L}\p{N}]+/gu, ' ')];
  const seen = new Set<string>();
  const all: string[][] = [];
  for (const sentence of [...says, ...name]) {
    const { words, pairs } = featuresOf(sentence, stemOf);
    const key = words.join(' ');
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    all.push([...words, ...pairs]);
  }
  if (all.length === 0) throw new Error(`The intent ${intent} has no words to learn from. Add sentences under "says".`);
  return all;
}

/** A pair said in one sentence only counts as one never seen, in learning as in reading. */
function withoutLonePairs(utterances: readonly Utterance[]): Utterance[] {
  const times = new Map<string, number>();
  for (const { units } of utterances) for (const unit of new Set(units)) times.set(unit, (times.get(unit) ?? 0) + 1);
  const mass = unseenMass(utterances.length);
  return utterances.map(({ label, units }) => {
    const kept = units.filter((unit) => !unit.includes(' ') || times.get(unit)! > 1);
    return { label, units: kept, lone: (units.length - kept.length) * mass };
  });
}

interface Known { readonly names: readonly string[]; readonly rarity: Float32Array; readonly units: ReadonlyMap<string, Unit>; readonly commonness: ReadonlyMap<string, number> }

function weigh(utterances: readonly Utterance[], vectors: WordVectors, stemOf: (word: string) => string, telling: boolean): Known {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const last: number[] = [];
  const parts = new Map<string, Int32Array>();
  const idOf = (name: string): number => {
    const id = ids.get(name) ?? ids.size;
    if (id === ids.size) {
      ids.set(name, id);
      counts.push(0);
      last.push(-1);
    }
    return id;
  };
  utterances.forEach(({ units }, at) => {
    for (const unit of units) {
      let features = parts.get(unit);
      if (features === undefined) {
        const inside = unit.includes(' ') ? [] : partsOf(unit);
        features = new Int32Array(1 + inside.length);
        features[0] = idOf(unit);
        for (let i = 0; i < inside.length; i++) features[i + 1] = idOf(inside[i]!);
        parts.set(unit, features);
      }
      for (let i = 0; i < features.length; i++) {
        const id = features[i]!;
        if (last[id] === at) continue;
        last[id] = at;
        counts[id]!++;
      }
    }
  });
  const names = [...ids.keys()];
  const tell = telling ? tellings(utterances, parts, names.length) : null;
  const rarity = Float32Array.from(names, (name, id) => rarityOf(name, counts[id]!, utterances.length) * (1 + (tell?.[id] ?? 0)));
  const meaningOf = (word: string): Float32Array | null => {
    if (word.includes(' ') || word.startsWith('@')) return null;
    const stemmed = stemOf(word);
    const weight = meaningWeight(rarity[ids.get(`~${stemmed}`)!]! ** 2, 0);
    return vectors.of(stemmed)?.map((number) => number * weight) ?? null;
  };
  const units = new Map<string, Unit>();
  const commonness = new Map<string, number>();
  for (const [unit, features] of parts) {
    const values = new Float32Array(features.length);
    let mass = 0;
    for (let i = 0; i < features.length; i++) mass += (values[i] = rarity[features[i]!]!) ** 2;
    const meaning = meaningOf(unit);
    for (const number of meaning ?? []) mass += number ** 2;
    units.set(unit, { features, values, mass, meaning });
    commonness.set(unit, counts[features[0]!]!);
  }
  return { names, rarity, units, commonness };
}

/** How much each feature tells intents apart. Intents with many sentences do not count for more. */
function tellings(utterances: readonly Utterance[], parts: ReadonlyMap<string, Int32Array>, features: number): Float32Array {
  const sizes: number[] = [];
  for (const { label } of utterances) sizes[label] = (sizes[label] ?? 0) + 1;
  const usual = utterances.length / sizes.length;
  const timesIn = Array.from({ length: features }, () => new Map<number, number>());
  const last = new Int32Array(features).fill(-1);
  utterances.forEach(({ label, units }, at) => {
    for (const unit of units) {
      for (const id of parts.get(unit)!) {
        if (last[id] === at) continue;
        last[id] = at;
        timesIn[id]!.set(label, (timesIn[id]!.get(label) ?? 0) + usual / sizes[label]!);
      }
    }
  });
  return Float32Array.from(timesIn, (times) => tellingOf([...times.values()], sizes.length));
}

function exampleOf({ label, units, lone }: Utterance, known: ReadonlyMap<string, Unit>, meaningsFrom: number, dims: number): Example {
  const found = units.map((unit) => known.get(unit)!);
  const length = Math.sqrt(found.reduce((sum, unit) => sum + unit.mass, lone));
  const size = found.reduce((sum, unit) => sum + unit.features.length, 0);
  const features = new Int32Array(size + dims);
  const values = new Float32Array(size + dims);
  for (let d = 0; d < dims; d++) features[size + d] = meaningsFrom + d;
  let at = 0;
  for (const unit of found) {
    for (let d = 0; unit.meaning !== null && d < dims; d++) values[size + d]! += unit.meaning[d]! / length;
    features.set(unit.features, at);
    for (let i = 0; i < unit.values.length; i++) values[at + i] = unit.values[i]! / length;
    at += unit.features.length;
  }
  return { features, values, label };
}

/** Folds each word's parts and meaning into its own row, and rounds. Rows of parts and meanings stand ready for words never seen. */
function toRows(known: Known, { weights, bias }: Weights, dims: number, stemOf: (word: string) => string): Pick<Model, 'words' | 'kinds' | 'kindOfWord' | 'wordPairs' | 'kindPairs' | 'parts' | 'table' | 'masses'> {
  const { names, rarity, units, commonness } = known;
  const columns = bias.length;
  const words = [...units.keys()].filter((unit) => !unit.includes(' ')).toSorted((a, b) => commonness.get(b)! - commonness.get(a)! || byCode(a, b));
  const pairs = [...units.keys()].filter((unit) => unit.includes(' ')).toSorted(byCode);
  const { start, end } = edgesOf(words);
  const wordNumbers = new Map([...words, '<', '>'].map((word, number) => [word, number]));
  const ofWords = numbered(pairs.filter((pair) => !pair.startsWith('~')), (word) => wordNumbers.get(word)!);
  const kindNumbers = new Map([['<', 0], ['>', 1]]);
  const ofKinds = numbered(pairs.filter((pair) => pair.startsWith('~')).map((pair) => pair.slice(1)), (kind) => {
    const number = kindNumbers.get(kind) ?? kindNumbers.size;
    kindNumbers.set(kind, number);
    return number;
  });
  const parts = names.flatMap((name, id) => (units.has(name) ? [] : [{ number: numberOfPart(name), id }])).toSorted((a, b) => a.number - b.number);
  const rows = [
    ...[...words, ...ofWords.names, ...ofKinds.names.map((pair) => `~${pair}`)].map((name) => units.get(name)!),
    ...parts.map(({ id }) => ({ features: Int32Array.of(id), values: Float32Array.of(rarity[id]!), mass: rarity[id]! ** 2, meaning: null })),
    ...Array.from({ length: dims }, (_, d) => ({ features: Int32Array.of(names.length + d), values: Float32Array.of(1), mass: 0, meaning: null })),
  ];
  const numbers = new Float32Array(rows.length * columns);
  let to = 0;
  for (const unit of rows) {
    for (let i = 0; i < unit.features.length; i++) addTimes(numbers, to, weights, unit.features[i]! * columns, columns, unit.values[i]!);
    for (let d = 0; unit.meaning !== null && d < dims; d++) addTimes(numbers, to, weights, (names.length + d) * columns, columns, unit.meaning[d]!);
    to += columns;
  }
  const kindOf = (word: string): number => numberOfKind(word, stemOf(word), kindNumbers);
  return {
    words, kinds: [...kindNumbers.keys()], kindOfWord: Int32Array.from(words, kindOf), parts: Float64Array.from(parts, (part) => part.number),
    wordPairs: pairsFrom(ofWords.pairs, Math.max(start, end) + 1), kindPairs: pairsFrom(ofKinds.pairs, kindNumbers.size),
    table: toTable(numbers, columns), masses: Float32Array.from(rows, (unit) => unit.mass),
  };
}

/** `a b` as two numbers, ascending, beside the names in the same order. */
function numbered(names: readonly string[], numberOf: (name: string) => number): { readonly names: readonly string[]; readonly pairs: readonly (readonly [number, number])[] } {
  const all = names.map((name) => {
    const gap = name.indexOf(' ');
    return { name, pair: [numberOf(name.slice(0, gap)), numberOf(name.slice(gap + 1))] as const };
  }).toSorted((a, b) => a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
  return { names: all.map(({ name }) => name), pairs: all.map(({ pair }) => pair) };
}

function addTimes(to: Float32Array, toAt: number, from: Float32Array, fromAt: number, count: number, times: number): void {
  for (let k = 0; k < count; k++) to[toAt + k]! += from[fromAt + k]! * times;
}
