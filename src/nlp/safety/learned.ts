/**
 * A detector that has learned from sentences people might write (`intents/safety/`), for the many ways of telling of danger
 * that no rule names: "i have started the letter to my kids four times". It reads the same words as the rules, whole and in
 * pieces, because a long story hides one sentence. Where it is nearly sure it raises the alarm; where it doubts it asks.
 */
import { safetyKinds, type SafetyKind, type SafetyReading, type When, type Who } from '../../conversation/reading.ts';
import type { Model } from '../model.ts';
import { createScore } from '../score.ts';
import { toProbabilities } from '../softmax.ts';
import type { Vectors } from '../word-vectors.ts';
import { createAbout } from './about.ts';
import { goesOn, saysOver, timeOf } from './context.ts';
import type { LearnedWords } from './detect.ts';
import { lessonText, over as overLabel, type SafetyModel } from './lessons.ts';
import { STOP } from './pattern.ts';
import { withoutIdioms } from './read-rules.ts';
import { cues } from './rulebook.ts';
import { createTale } from './tale.ts';

/**
 * How likely danger must be, as a chance 0..1: for the alarm, for a gentle question, for a soft kind. Chosen where writers are tested
 * who were not learned from (`scripts/safety-report.ts --each`): of a hundred sentences that sound like danger and are none about
 * six raise the alarm, of a thousand ordinary ones under ten, and thirty are asked about.
 */
export interface Thresholds { readonly alarm: number; readonly doubt: number; readonly soft: number }
export const thresholds: Thresholds = { alarm: 0.74, doubt: 0.6, soft: 0.45 };

export function createLearned(model: SafetyModel, isEnglish: (word: string) => boolean, limits: Thresholds = thresholds, vectors?: Vectors): LearnedWords {
  const chancesOf = createChances(model.letters, isEnglish, vectors);
  const weigh = createWeigh(model, chancesOf);
  const name = createName(model, chancesOf);
  return (words, ruled) => {
    if (words.length < fewestWords) return null;
    const { danger, gentle, over } = weigh(words);
    if (ruled?.tier === 'hard') return words.length >= fewestToldOver && (over > danger.chance || (ruled.when === 'past' && danger.chance < evenChance)) && !goesOn(words, cues) ? calmed(ruled) : null;
    if (danger.chance >= limits.doubt) return dated(name(danger.heard, 'crisis.'), danger.chance >= limits.alarm, danger.heard.words, saysOver(words, cues).kinder !== null);
    if (gentle.chance < limits.soft) return null;
    const { kind, who } = name(gentle.heard, 'safety.');
    return { tier: 'soft', kind, who, when: kind === 'safety.unsure' ? 'unclear' : 'now' };
  };
}

const evenChance = 0.5;
/** "my ex used to hit me" says that it was, and nothing of how it is now. */
const fewestToldOver = 10;

/** What is told as long over and calmly: respect instead of the alarm. Whoever did the hurting is heard as before. */
function calmed(ruled: SafetyReading): SafetyReading | null {
  if (ruled.kind === 'crisis.harm-others') return null;
  if (ruled.kind !== 'crisis.self-harm') return { tier: 'soft', kind: ruled.kind, who: ruled.who, when: 'recovered' };
  return ruled.who === 'self' ? { tier: 'soft', kind: 'safety.unsure', who: 'self', when: 'recovered' } : null;
}

/** One or two words ("done", "so tired") are too little to weigh; the rules read those. */
const fewestWords = 4;

/** What was weighed, a whole message or a sentence of it. `read`: without idioms. */
interface Heard { readonly words: readonly string[]; readonly read: readonly string[] }
/** A chance 0..1, and the whole or the piece where it is highest. */
interface Weight { readonly chance: number; readonly heard: Heard }
/** `danger`: of any crisis. `gentle`: of any soft kind. `over`: how likely the whole is a crisis long over and told calmly. */
interface Weighed { readonly danger: Weight; readonly gentle: Weight; readonly over: number }

/** The chances alone, before any threshold. */
function createWeigh({ letters, tale }: SafetyModel, chancesOf: ChancesOf): (words: readonly string[]) => Weighed {
  const tell = createTale(tale);
  const crises = columnsOf(letters, 'crisis.');
  const softs = columnsOf(letters, 'safety.');
  const isOver = letters.intents.indexOf(overLabel);
  const weighOne = (heard: Heard, less: number): Weighed => {
    const chances = chancesOf(heard);
    const told = tell(heard.read);
    const sum = (columns: readonly number[]): number => columns.reduce((all, column) => all + (chances[column] ?? 0), 0);
    return { danger: { chance: lessened(meanOf(sum(crises), told.danger), less), heard }, gentle: { chance: lessened(meanOf(sum(softs), told.gentle), less), heard }, over: meanOf(chances[isOver] ?? 0, told.over) };
  };
  return (all) => {
    const words = withoutManners(all.length <= mostWords ? all : [...all.slice(0, mostWords / 2), STOP, ...all.slice(-mostWords / 2)]);
    const read = withoutIdioms(words);
    const whole = weighOne({ words, read }, 0);
    let { danger, gentle } = whole;
    const readPieces = piecesOf(read);
    for (const [at, piece] of piecesOf(words).entries()) {
      const one = weighOne({ words: piece, read: readPieces[at] ?? piece }, pieceLess);
      if (one.danger.chance > danger.chance) danger = one.danger;
      if (one.gentle.chance > gentle.chance) gentle = one.gentle;
    }
    return { danger, gentle, over: whole.over };
  };
}

type Group = 'crisis.' | 'safety.';
interface Named { readonly kind: SafetyKind; readonly who: Who; readonly when: When }

/** Which danger it is, whose and when. Both readers must agree on the kind as far as they can: their chances are multiplied. */
function createName({ letters, about }: SafetyModel, chancesOf: ChancesOf): (heard: Heard, group: Group) => Named {
  const tell = createAbout(about);
  return (heard, group) => {
    const chances = chancesOf(heard);
    const { kinds, who, when } = tell(heard.read);
    const chanceOf = (kind: SafetyKind): number => (chances[letters.intents.indexOf(kind)] ?? 0) * (kinds[safetyKinds.indexOf(kind)] ?? 0);
    const kind = safetyKinds.filter((each) => each.startsWith(group)).reduce((best, each) => (chanceOf(each) > chanceOf(best) ? each : best));
    return { kind, who, when };
  };
}

/** A chance for each intent of the reader of letters, written over by the next. */
type ChancesOf = (heard: Heard) => Float32Array;

function createChances(letters: Model, isEnglish: (word: string) => boolean, vectors?: Vectors): ChancesOf {
  const score = createScore(letters, isEnglish, vectors);
  return ({ words, read }) => {
    const chances = score(lessonText(read, words)).logits;
    toProbabilities(chances);
    return chances;
  };
}

const columnsOf = (letters: Model, group: Group): readonly number[] => letters.intents.flatMap((intent, column) => (intent.startsWith(group) ? [column] : []));

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

/**
 * When it was is read as the rules read it, and where they see nothing but now, as it was learned. A past that is over gets
 * respect and no alarm; only the rules, who ask for words that close it, may say so. `kinder`: the message goes on to tell of another,
 * kinder partner.
 */
function dated({ kind, who, when: learned }: Named, sure: boolean, piece: readonly string[], kinder: boolean): SafetyReading | null {
  const how = { ...saysOver(piece, cues), kinder: kinder ? piece.length : null };
  const { when: ruled } = timeOf(piece, { start: 0, end: piece.length, gaps: [], subject: null, object: null }, cues, how);
  if (ruled === 'recovered') return kind === 'crisis.self-harm' && who === 'self' ? { tier: 'soft', kind: 'safety.unsure', who, when: ruled } : null;
  const when = ruled !== 'now' ? ruled : learned === 'recovered' ? 'past' : learned;
  return sure ? { tier: 'hard', kind, who, when } : { tier: 'soft', kind: asked[kind] ?? 'safety.unsure', who, when };
}

/** What a doubt becomes: the question that fits what the doubt is about. */
const asked: Readonly<Partial<Record<SafetyKind, SafetyKind>>> = {
  'crisis.partner-abuse': 'safety.is-this-abuse', 'crisis.sexual-assault': 'safety.is-this-abuse', 'crisis.child-safety': 'safety.is-this-abuse', 'crisis.immediate-danger': 'safety.is-this-abuse',
};
