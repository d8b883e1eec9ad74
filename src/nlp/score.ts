/**
 * Scores one piece of text with a model: how strongly each intent speaks from it, and how strange its words are.
 * Takes a few microseconds; a word never seen costs a few more.
 */
import { deedsOf } from './deeds.ts';
import { sumRows } from './int8.ts';
import { edgesOf, passedOver, rowsOf, type Model } from './model.ts';
import { placeOf } from './pairs.ts';
import { createFindSlip, meantHere } from './spelling.ts';
import { createStrangers } from './stranger.ts';
import { type Vectors, vectorsOnce } from './word-vectors.ts';
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

export function createScore(model: Model, isEnglish: (word: string) => boolean, vectors: Vectors = vectorsOnce()): Score {
  let numbers: ReadonlyMap<string, number> | null = null;
  const slipOf = createFindSlip(model.words, isEnglish);
  const { masses, unseen, wordPairs, kindPairs, kindOfWord } = model;
  const from = rowsOf(model);
  const edges = edgesOf(model.words);
  const edge = { start: { word: edges.start, kind: 0 }, end: { word: edges.end, kind: 1 } };
  const strangers = createStrangers(model, vectors);
  const logits = new Float32Array(model.intents.length);
  let rows = new Int32Array(1024);
  const pairOf = (first: number, second: number): number => (first < 0 || second < 0 ? -1 : placeOf(wordPairs, first, second));

  return (text) => {
    const words = wordsOf(text);
    numbers ??= numbersOf(model.words);
    if (rows.length < words.length * roomPerWord + 8) rows = new Int32Array(words.length * roomPerWord * 2);
    let count = 0;
    let mass = 0;
    let strange = 0;
    let before = edge.start.word;
    let kindBefore = edge.start.kind;
    let patience = strangersRead;
    const meanings: Float32Array[] = [];
    for (let i = 0; i <= words.length; i++) {
      let now = edge.end.word;
      let kind = edge.end.kind;
      if (i < words.length) {
        let found = numbers.get(words[i]!);
        if (found === undefined && patience > 0) {
          const slip = slipOf(words[i]!);
          if (slip !== null && !(slip.english && strangers(words[i]!).meaning !== null)) {
            const after = i + 1 < words.length ? (numbers.get(words[i + 1]!) ?? unread) : edge.end.word;
            found = meantHere(slip, (word) => Number(pairOf(before, word) >= 0) + Number(pairOf(word, after) >= 0));
            if (found !== undefined) words[i] = model.words[found]!;
          }
        }
        if (found !== undefined) {
          rows[count++] = found;
          mass += masses[found]!;
          now = found;
          kind = kindOfWord[found]!;
        } else if (patience-- > 0) {
          const stranger = strangers(words[i]!);
          rows.set(stranger.rows, count);
          count += stranger.rows.length;
          mass += stranger.mass;
          strange += stranger.strange;
          if (stranger.meaning !== null) meanings.push(stranger.meaning);
          now = unread;
          kind = stranger.kind;
        } else {
          strange += unseen;
          now = unread;
          kind = unread;
        }
      }
      const pair = pairOf(before, now);
      if (pair >= 0) {
        rows[count++] = from.wordPairs + pair;
        mass += masses[from.wordPairs + pair]!;
      } else strange += unseen;
      before = now;
      if (kind === passedOver) continue;
      const kindPair = kindBefore < 0 || kind < 0 ? -1 : placeOf(kindPairs, kindBefore, kind);
      if (kindPair >= 0) {
        rows[count++] = from.kindPairs + kindPair;
        mass += masses[from.kindPairs + kindPair]!;
      } else strange += unseen;
      kindBefore = kind;
    }
    for (const deed of deedsOf(words)) {
      const row = numbers.get(deed);
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

/** The number of each word. Made for the first text: a start need not wait for it. */
function numbersOf(words: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, word] of words.entries()) numbers.set(word, number);
  return numbers;
}

/** A message full of words never seen means nothing; the first ones are read closely, the rest only counted. */
const strangersRead = 60;
const unread = -1;

/** A word has at most one stem, 94 runs of letters, two pairs and a deed. */
const roomPerWord = 100;
