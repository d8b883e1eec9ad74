/**
 * A detector that has learned from sentences people might write (`intents/safety/`), for the many ways of telling of danger
 * that no rule names: "i have started the letter to my kids four times". It reads the same words as the rules, whole and in
 * pieces, because a long story hides one sentence. Where it is nearly sure it raises the alarm; where it doubts it asks.
 */
import type { SafetyKind, SafetyReading, Who } from '../../conversation/reading.ts';
import { safetyKinds, whos } from '../../conversation/reading.ts';
import { createScore } from '../score.ts';
import { toProbabilities } from '../softmax.ts';
import type { Vectors } from '../word-vectors.ts';
import { saysOver, timeOf } from './context.ts';
import type { ReadWords } from './detect.ts';
import { lessonText, over, type SafetyModel } from './lessons.ts';
import { STOP } from './pattern.ts';
import { withoutIdioms } from './read-rules.ts';
import { cues } from './rulebook.ts';
import { createTold } from './told-model.ts';

/**
 * How likely danger must be, as a chance 0..1: for the alarm, for a gentle question, for a soft kind. Chosen on the sentences of a
 * writer who is never learned from (`scripts/safety-report.ts`): of a hundred that sound like danger and are none five at most raise
 * the alarm, of a thousand ordinary ones three at most, and twenty-five are asked about.
 */
export interface Thresholds { readonly alarm: number; readonly doubt: number; readonly soft: number }
export const thresholds: Thresholds = { alarm: 0.81, doubt: 0.55, soft: 0.45 };

export function createLearned(model: SafetyModel, isEnglish: (word: string) => boolean, limits: Thresholds = thresholds, vectors?: Vectors): ReadWords {
  const weigh = createWeigh(model, isEnglish, vectors);
  return (words) => {
    if (words.length < fewestWords) return null;
    const found = weigh(words);
    if (found.danger >= limits.doubt) return dated(found.crisis, found.danger >= limits.alarm, found.piece);
    return found.gentle >= limits.soft ? { tier: 'soft', kind: found.soft.kind, who: found.soft.who, when: found.soft.kind === 'safety.unsure' ? 'unclear' : 'now' } : null;
  };
}

/** One or two words ("done", "so tired") are too little to weigh; the rules read those. */
const fewestWords = 4;

interface Label { readonly kind: SafetyKind; readonly who: Who }
export interface Weighed {
  /** Chance of any crisis, and the likeliest one, in the piece where it is highest. */
  readonly danger: number;
  readonly crisis: Label;
  readonly piece: readonly string[];
  /** Chance of any soft kind, and the likeliest one. */
  readonly gentle: number;
  readonly soft: Label;
}

/** The chances alone, before any threshold. */
export function createWeigh({ letters, told }: SafetyModel, isEnglish: (word: string) => boolean, vectors?: Vectors): (words: readonly string[]) => Weighed {
  const score = createScore(letters, isEnglish, vectors);
  const tell = createTold(told);
  const labels = letters.intents.map(labelOf);
  const weighOne = (piece: readonly string[], read: readonly string[], less: number): Weighed => {
    const chances = score(lessonText(read, piece)).logits;
    toProbabilities(chances);
    const sums = { crisis: 0, safety: 0 };
    const best = { crisis: 0, safety: 0 };
    const first: Record<'crisis' | 'safety', Label> = { crisis: { kind: 'crisis.self-harm', who: 'self' }, safety: { kind: 'safety.unsure', who: 'self' } };
    labels.forEach((label, column) => {
      if (label === null) return;
      const chance = chances[column] ?? 0;
      const group = label.kind.startsWith('crisis.') ? 'crisis' : 'safety';
      sums[group] += chance;
      if (chance > best[group]) [best[group], first[group]] = [chance, label];
    });
    const second = tell(read);
    return { danger: lessened(meanOf(sums.crisis, second.danger), less), crisis: first.crisis, piece, gentle: lessened(meanOf(sums.safety, second.gentle), less), soft: first.safety };
  };
  return (all) => {
    const words = withoutManners(all.length <= mostWords ? all : [...all.slice(0, mostWords / 2), STOP, ...all.slice(-mostWords / 2)]);
    const read = withoutIdioms(words);
    let found = weighOne(words, read, 0);
    const readPieces = piecesOf(read);
    for (const [at, piece] of piecesOf(words).entries()) {
      const one = weighOne(piece, readPieces[at] ?? piece, pieceLess);
      if (one.danger > found.danger) found = { ...found, danger: one.danger, crisis: one.crisis, piece };
      if (one.gentle > found.gentle) found = { ...found, gentle: one.gentle, soft: one.soft };
    }
    return found;
  };
}

/** Of a very long text the beginning and the end are weighed, to bound the time; the rules read all of it. */
const mostWords = 600;

/** A greeting before and thanks after say nothing about danger, and would thin out what does. */
function withoutManners(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let from = 0; from < words.length;) {
    const stop = words.indexOf(STOP, from);
    const to = stop < 0 ? words.length : stop + 1;
    const sentence = words.slice(from, to);
    if (sentence.length > 9 || !sentence.every((word) => manners.has(word))) kept.push(...sentence);
    from = to;
  }
  return kept.length === 0 ? words : kept;
}
const manners: ReadonlySet<string> = new Set([STOP, ...'hi hello hey dear there sorry to bother you thank thanks for listening reading your time please good morning afternoon evening i am and so much in advance all everyone'.split(' ')]);

/** A piece is more easily misread than a whole, and there are more of them: its odds count for less, by this much in logits. */
const pieceLess = 1.5;
/** Two chances as one: the mean of their logits. */
const meanOf = (one: number, other: number): number => 1 / (1 + Math.sqrt(odds(1 - one, one) * odds(1 - other, other)));
const odds = (no: number, yes: number): number => (no + tiny) / (yes + tiny);
const tiny = 1e-6;

const lessened = (chance: number, less: number): number => (less === 0 ? chance : chance / (chance + (1 - chance) * Math.exp(less)));

/** The sentences of at least three words, when there are several. Very many are read together, so that the time stays bounded. */
export function piecesOf(words: readonly string[]): readonly (readonly string[])[] {
  const sentences: string[][] = [];
  for (let from = 0; from < words.length;) {
    const stop = words.indexOf(STOP, from);
    const to = stop < 0 ? words.length : stop;
    if (to - from >= 3) sentences.push(words.slice(from, to));
    from = to + 1;
  }
  if (sentences.length < 2) return [];
  const together = Math.ceil(sentences.length / mostPieces);
  if (together === 1) return sentences;
  return Array.from({ length: Math.ceil(sentences.length / together) }, (_, at) => sentences.slice(at * together, (at + 1) * together).flat());
}
const mostPieces = 24;

/** When it was is read as the rules read it; a past that is over gets respect and no alarm. */
function dated({ kind, who }: Label, sure: boolean, piece: readonly string[]): SafetyReading | null {
  const { when } = timeOf(piece, { start: 0, end: piece.length, gaps: [], subject: null, object: null }, cues, saysOver(piece, cues));
  if (when === 'recovered') return kind === 'crisis.self-harm' && who === 'self' ? { tier: 'soft', kind: 'safety.unsure', who, when } : null;
  return sure ? { tier: 'hard', kind, who, when } : { tier: 'soft', kind: asked[kind] ?? 'safety.unsure', who, when };
}

/** What a doubt becomes: the question that fits what the doubt is about. */
const asked: Readonly<Partial<Record<SafetyKind, SafetyKind>>> = {
  'crisis.partner-abuse': 'safety.is-this-abuse', 'crisis.sexual-assault': 'safety.is-this-abuse', 'crisis.child-safety': 'safety.is-this-abuse', 'crisis.immediate-danger': 'safety.is-this-abuse',
};

/** `crisis.self-harm/friend` -> its parts; null for ordinary talk and for what is over. */
function labelOf(name: string): Label | null {
  const [first, second] = name.split('/');
  const kind = safetyKinds.find((each) => each === first);
  const who = whos.find((each) => each === second);
  return name === over || kind === undefined || who === undefined ? null : { kind, who };
}
