/**
 * Scores one piece of text with a model: how strongly each intent speaks from it, and how strange its words are.
 * Takes a few microseconds; a word never seen costs a few more.
 */
import { deedsOf } from './deeds.ts';
import { sumRows } from './int8.ts';
import type { Model } from './model.ts';
import { kindOf } from './kinds.ts';
import { stem } from './natural.ts';
import { createPairIndex } from './pair-index.ts';
import { createStrangers, passedOver, type Known } from './stranger.ts';
import { createRepair } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Valid until the next call. */
export interface Scores {
  /** One number an intent, in the order of `model.intents`; not yet probabilities. */
  readonly logits: Float32Array;
  /** Share of the message, by weight, in words and pairs never seen: 0 all known, 1 nothing known. */
  readonly strange: number;
  /** Words as read, after repair. */
  readonly words: readonly string[];
  /** The rows added up: the first `count`. */
  readonly rows: Int32Array;
  readonly count: number;
  /** What the sum of rows was divided by. */
  readonly length: number;
}

export type Score = (text: string) => Scores;

export function createScore(model: Model, isEnglish: (word: string) => boolean): Score {
  const { rowOf, known, wordPairs, kindPairs, numberOfKind } = indexOf(model);
  const repair = createRepair(model.names.slice(0, model.words), isEnglish);
  const { masses, unseen } = model;
  const logits = new Float32Array(model.intents.length);
  const start: Known = { word: edgeOf(model).start, kind: 0 };
  const end: Known = { word: edgeOf(model).end, kind: 1 };
  const strangers = createStrangers(model, rowOf, numberOfKind);
  let rows = new Int32Array(1024);

  return (text) => {
    const words = wordsOf(text);
    if (rows.length < words.length * roomPerWord + 8) rows = new Int32Array(words.length * roomPerWord * 2);
    let count = 0;
    let mass = 0;
    let strange = 0;
    let before = start;
    let kindBefore = start.kind;
    let patience = strangersRead;
    const meanings: Float32Array[] = [];
    for (let i = 0; i <= words.length; i++) {
      let now = end;
      if (i < words.length) {
        let found = known.get(words[i]!);
        if (found === undefined && patience > 0) {
          const repaired = repair(words[i]!);
          if (repaired !== null) words[i] = repaired;
          found = repaired === null ? undefined : known.get(repaired);
        }
        if (found === undefined && patience-- > 0) {
          const stranger = strangers(words[i]!);
          rows.set(stranger.rows, count);
          count += stranger.rows.length;
          mass += stranger.mass;
          strange += stranger.strange;
          if (stranger.meaning !== null) meanings.push(stranger.meaning);
          found = stranger;
        } else if (found === undefined) {
          strange += unseen;
          found = unread;
        } else {
          rows[count++] = found.word;
          mass += masses[found.word]!;
        }
        now = found;
      }
      const pair = before.word < 0 || now.word < 0 ? -1 : wordPairs.get(before.word, now.word);
      if (pair >= 0) {
        rows[count++] = pair;
        mass += masses[pair]!;
      } else strange += unseen;
      before = now;
      if (now.kind === passedOver) continue;
      const kindPair = kindBefore < 0 || now.kind < 0 ? -1 : kindPairs.get(kindBefore, now.kind);
      if (kindPair >= 0) {
        rows[count++] = kindPair;
        mass += masses[kindPair]!;
      } else strange += unseen;
      kindBefore = now.kind;
    }
    for (const deed of deedsOf(words)) {
      const row = rowOf.get(deed);
      if (row === undefined) continue;
      rows[count++] = row;
      mass += masses[row]!;
    }
    sumRows(model.table, rows, count, logits);
    for (const meaning of meanings) for (let k = 0; k < logits.length; k++) logits[k]! += meaning[k]!;
    const length = Math.sqrt(mass + strange) || 1;
    for (let k = 0; k < logits.length; k++) logits[k] = logits[k]! / length + model.bias[k]!;
    return { logits, strange: strange / (mass + strange || 1), words, rows, count, length };
  };
}
/** A message full of words never seen means nothing; the first ones are read closely, the rest only counted. */
const strangersRead = 60;
const unread: Known = { word: -1, kind: -1 };

/** A word has at most one stem, 94 runs of letters, two pairs and a deed. */
const roomPerWord = 100;

/** The ends of a message take part in pairs like words; their numbers lie beyond the words' rows. */
function edgeOf(model: Model): { start: number; end: number } {
  return { start: model.names.length, end: model.names.length + 1 };
}

function indexOf(model: Model) {
  const rowOf = new Map<string, number>();
  for (const [row, name] of model.names.entries()) if (!name.includes(' ') || name.startsWith('#')) rowOf.set(name, row);
  const kinds = new Map<string, number>([['<', 0], ['>', 1]]);
  const pairs = model.names.length - model.words;
  const wordPairs = createPairIndex(pairs);
  const kindPairs = createPairIndex(pairs);
  const edge = edgeOf(model);
  const numberOf = (word: string): number => (word === '<' ? edge.start : word === '>' ? edge.end : rowOf.get(word)!);
  const numbered = (kind: string): number => {
    const number = kinds.get(kind) ?? kinds.size;
    kinds.set(kind, number);
    return number;
  };
  for (const [row, name] of model.names.entries()) {
    const gap = name.indexOf(' ');
    if (gap < 0 || name.startsWith('#')) continue;
    if (name.startsWith('~')) kindPairs.set(numbered(name.slice(1, gap)), numbered(name.slice(gap + 1)), row);
    else wordPairs.set(numberOf(name.slice(0, gap)), numberOf(name.slice(gap + 1)), row);
  }
  const numberOfKind = (word: string, stemmed: string): number => {
    const kind = kindOf(word, () => stemmed);
    return kind === null ? passedOver : (kinds.get(kind) ?? -1);
  };
  const known = new Map(model.names.slice(0, model.words).map((word, row): [string, Known] => [word, { word: row, kind: numberOfKind(word, stem(word)) }]));
  return { rowOf, known, wordPairs, kindPairs, numberOfKind };
}
