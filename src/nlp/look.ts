/**
 * Looks at a message whole and sentence by sentence, and brings both together. In a long story the one sentence that asks
 * counts most; a greeting before it and thanks after it count nothing (politeness.ts). A message of one sentence is simply looked at.
 */
import { asks } from './asking.ts';
import { outside, type Model } from './model.ts';
import { withoutPoliteness } from './politeness.ts';
import { createScore, type Scores } from './score.ts';
import { createLoudest } from './why.ts';
import { sentencesOf } from './sentences.ts';
import type { Vectors } from './word-vectors.ts';
import { readablePart } from './words.ts';

export interface Ranked { readonly intent: string; /** Share among the intents the bot can answer, 0..1, not calibrated. */ readonly share: number }
export interface Evidence {
  /** Best first, at most four; intents the bot has no answer to are not among them. */
  readonly best: readonly Ranked[];
  /** How far the first can be believed: `signalNames` long. */
  readonly signals: readonly number[];
}
export interface Looked extends Evidence {
  /** Each sentence by itself; empty when there is only one. */
  readonly sentences: readonly (Evidence & { readonly asks: boolean })[];
  /** Words that spoke for the first intent, the loudest first, at most three. */
  readonly why: readonly string[];
}
export type Look = (text: string) => Looked;

export const signalNames = ['always one', 'odds of the first', 'lead over the second', 'strength of the first', 'against out-of-scope', 'strange words', 'length'] as const;

interface Piece { readonly shares: Float32Array; readonly strength: number; readonly against: number; readonly strange: number; readonly words: number; readonly weight: number; readonly asks: boolean }

export function createLook(model: Model, isEnglish: (word: string) => boolean, vectors?: Vectors): Look {
  const score = createScore(model, isEnglish, vectors);
  const loudest = createLoudest(model);
  const { intents } = model;
  const beyond = intents.map((intent) => outside.has(intent));
  const small = intents.map((intent) => intent.startsWith('chat.') && intent !== 'chat.venting');

  const pieceOf = ({ logits, strange, words }: Scores, weight: number, asking: boolean): Piece => {
    let first = -Infinity;
    let against = -Infinity;
    for (let k = 0; k < logits.length; k++) {
      if (beyond[k]) against = Math.max(against, logits[k]!);
      else first = Math.max(first, logits[k]!);
    }
    const shares = new Float32Array(logits.length);
    let total = 0;
    for (let k = 0; k < logits.length; k++) if (!beyond[k]) total += shares[k] = Math.exp(logits[k]! - first);
    for (let k = 0; k < shares.length; k++) shares[k]! /= total;
    return { shares, strength: first, against: against === -Infinity ? 0 : first - against, strange, words: words.length, weight, asks: asking };
  };

  const smallTalk = (sentence: string): number => {
    const { shares } = pieceOf(score(sentence), 1, false);
    const first = firstOf(shares);
    return courtesies.has(intents[first]!) ? shares[first]! : 0;
  };

  return (text) => {
    const readable = readablePart(text);
    const said = sentencesOf(readable);
    const telling = withoutPoliteness(said, smallTalk);
    const polite = telling.some((sentence, at) => sentence !== said[at]) || telling.length < said.length;
    const sentences = chosenOf(telling);
    const scores = score(polite ? telling.join(' ') : readable);
    const whole = pieceOf(scores, wholeWeight, false);
    const rows = sentences.length < 2 ? scores.rows.subarray(0, scores.count) : scores.rows.slice(0, scores.count);
    const pieces = sentences.length < 2 ? [] : sentences.map((sentence) => {
      const asking = asks(sentence);
      return pieceOf(score(sentence), asking ? askWeight : plainWeight, asking);
    });
    const evidence = evidenceOf(intents, pieces.length === 0 ? whole : together([whole, ...pieces], small));
    return {
      ...evidence,
      sentences: pieces.map((piece) => ({ ...evidenceOf(intents, piece), asks: piece.asks })),
      why: loudest(rows, evidence.best[0]!.intent),
    };
  };
}

const courtesies: ReadonlySet<string> = new Set(['chat.greet', 'chat.thanks', 'chat.goodbye']);

/** How much the whole, a sentence that asks and another sentence count, before their own certainty. */
const wholeWeight = 2;
const askWeight = 1.5;
const plainWeight = 0.5;

/** A dozen sentences are enough: the first few and the last, where people say what they want. */
function chosenOf(sentences: readonly string[]): readonly string[] {
  return sentences.length <= 12 ? sentences : [...sentences.slice(0, 4), ...sentences.slice(-8)];
}

/** A mean of the pieces, where a piece counts by its weight and by how certain it is itself. */
function together(pieces: readonly Piece[], small: readonly boolean[]): Piece {
  const whole = pieces[0]!;
  const shares = new Float32Array(whole.shares.length);
  let total = 0;
  let strength = -Infinity;
  let against = -Infinity;
  for (const piece of pieces) {
    const first = firstOf(piece.shares);
    const certain = piece.shares[first]! * (1 - piece.strange) * (piece !== whole && small[first] ? 0.3 : 1);
    const weight = piece.weight * certain;
    total += weight;
    for (let k = 0; k < shares.length; k++) shares[k]! += piece.shares[k]! * weight;
    if (piece === whole || piece.asks) {
      strength = Math.max(strength, piece.strength);
      against = Math.max(against, piece.against);
    }
  }
  for (let k = 0; k < shares.length; k++) shares[k]! /= total || 1;
  return { ...whole, shares, strength, against };
}

function firstOf(shares: Float32Array): number {
  let first = 0;
  for (let k = 1; k < shares.length; k++) if (shares[k]! > shares[first]!) first = k;
  return first;
}

function evidenceOf(intents: readonly string[], { shares, strength, against, strange, words }: Piece): Evidence {
  const top = [-1, -1, -1, -1];
  for (let k = 0; k < shares.length; k++) {
    if (shares[k] === 0) continue;
    let column = k;
    for (let place = 0; place < top.length; place++) {
      const there = top[place]!;
      if (there !== -1 && shares[there]! >= shares[column]!) continue;
      top[place] = column;
      if (there === -1) break;
      column = there;
    }
  }
  const best = top.filter((k) => k !== -1).map((k) => ({ intent: intents[k]!, share: shares[k]! }));
  const first = best[0]?.share ?? 0;
  return {
    best,
    signals: [1, logOdds(first) / 4, Math.min(Math.log(first / (best[1]?.share ?? 0)), 10) / 4, strength / 4, Math.max(-10, Math.min(against, 10)) / 4, strange * 2, Math.log(1 + words) / 2],
  };
}

const logOdds = (share: number): number => Math.log((share + 1e-4) / (1 - share + 1e-4));
