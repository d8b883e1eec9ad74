/**
 * What turns evidence into honest confidence and into a decision. Fitted on sentences the model had not learnt
 * (see rehearsal.ts), so that of the answers given at confidence c, about c are right.
 */
import { chanceOf, fitLogistic, type Case } from './logistic.ts';
import type { Rehearsed } from './rehearsal.ts';
import { signalNames, type Evidence } from './look.ts';

export interface Calibration {
  /** SHA-256 of the lessons it was made for, hex. */
  readonly intents: string;
  /** Weights of the signals: the chance that the first intent is right. */
  readonly right: readonly number[];
  /** Weights of the signals: the chance that the message is about something the bot knows. */
  readonly known: readonly number[];
  /** Answer at this confidence or above. */
  readonly answer: number;
  /** Below this chance of being known: an honest no. In between: a choice. */
  readonly none: number;
}

/** What the model achieved in rehearsal, as shares of 0..1. */
export interface RehearsalFigures {
  readonly sentences: number;
  readonly answered: number;
  readonly rightOrOffered: number;
  readonly answeredWrong: number;
  readonly outsideAnswered: number;
}

/**
 * At most these shares of the rehearsal are answered wrongly, answered though out of scope, and turned away though known.
 * Chosen on the rehearsal: of the sentences there many were written to be hard, so that of 27 in 1,000 answered wrongly about as many
 * are among people's own messages, and the out-of-scope ones are nearer to the subject than what people ask in vain.
 */
const limits = { wrong: 0.0275, outside: 0.06, turnedAway: 0.012 };
/** Few sentences make every model unsure of itself; these keep the bot from turning silent or reckless then. */
const bounds = { answer: { least: 0.35, most: 0.85 }, none: { most: 0.5 } };

/** `whole` and `without`: the two kinds of rehearsal. How often the first is right is learnt from the one, what is known at all from the other. */
export function calibrate(intents: string, whole: readonly Rehearsed[], without: readonly Rehearsed[]): Calibration {
  const known = fitKnown(without);
  const inside = whole.filter(isInside);
  const far = whole.filter(isFar);
  const right = fitLogistic([...cases(inside, inside.length, isRight), ...cases(far, inside.length * farShare, () => false)]);
  const none = Math.min(bounds.none.most, lowest(inside.filter(isOffered).map((row) => chanceOf(known, row.signals)), limits.turnedAway));
  const open = (rows: readonly Rehearsed[]): number[] => rows.filter((row) => chanceOf(known, row.signals) >= none).map((row) => chanceOf(right, row.signals));
  const answer = Math.max(
    bounds.answer.least,
    Math.min(bounds.answer.most, Math.max(highest(open(inside.filter((row) => !isRight(row))), inside.length * limits.wrong), highest(open(far), far.length * limits.outside))),
  );
  return { intents, right, known, answer: rounded(answer), none: rounded(none) };
}

/** What is asked in vain is seldom near: most of the weight is on far sentences where there are any. */
function fitKnown(rows: readonly Rehearsed[]): number[] {
  const far = rows.filter(isFar);
  return fitLogistic([
    ...cases(rows.filter(isInside), 1000, () => true),
    ...cases(far, 700, () => false),
    ...cases(rows.filter((row) => row.near), far.length > 0 ? 300 : 1000, () => false),
  ]);
}

/** Together they weigh `total`. */
function cases(rows: readonly Rehearsed[], total: number, yes: (row: Rehearsed) => boolean): Case[] {
  return rows.map((row) => ({ signals: row.signals, yes: yes(row), weight: total / rows.length }));
}
/** Of every hundred messages, about this share is taken to be out of scope. */
const farShare = 0.05;

/** Used until a calibration was made: that of an early set of intents. */
export const usualCalibration: Calibration = {
  intents: '', right: [0.7, 2.9, 2.6, -1.2, 0.7, 0.7, 0.7], known: [0.7, 0.6, 0.2, -0.2, 2.3, 0.7, -0.4], answer: 0.7, none: 0.22,
};

export function confidenceOf(calibration: Calibration, evidence: Evidence): { readonly right: number; readonly known: number } {
  return { right: chanceOf(calibration.right, evidence.signals), known: chanceOf(calibration.known, evidence.signals) };
}

export function decisionOf(calibration: Calibration, right: number, known: number): 'answer' | 'choice' | 'none' {
  return known < calibration.none ? 'none' : right >= calibration.answer ? 'answer' : 'choice';
}

export function figuresOf(calibration: Calibration, rehearsed: readonly Rehearsed[]): RehearsalFigures {
  const inside = rehearsed.filter(isInside);
  const far = rehearsed.filter(isFar);
  const decided = (rows: readonly Rehearsed[], wanted: string) =>
    rows.filter((row) => {
      const { right, known } = confidenceOf(calibration, row);
      return decisionOf(calibration, right, known) === wanted;
    });
  const share = (part: number, of: number) => rounded(of === 0 ? 0 : part / of);
  const answered = decided(inside, 'answer');
  return {
    sentences: inside.length,
    answered: share(answered.length, inside.length),
    rightOrOffered: share(answered.filter(isRight).length + decided(inside, 'choice').filter(isOffered).length, inside.length),
    answeredWrong: share(answered.filter((row) => !isRight(row)).length, inside.length),
    outsideAnswered: share(decided(far, 'answer').length, far.length),
  };
}

/** Reads a calibration file; an error names what is wrong in it. */
export function parseCalibration(text: string): Calibration {
  const raw: unknown = JSON.parse(text);
  const wrong = (what: string): Error => new Error(`The calibration ${what}. Make it again with: npm run calibrate`);
  if (typeof raw !== 'object' || raw === null) throw wrong('is not an object');
  const value = (name: string): unknown => Reflect.get(raw, name);
  const weights = (name: string): number[] => {
    const list = value(name);
    if (!Array.isArray(list) || list.length !== signalNames.length || !list.every((weight) => Number.isFinite(weight))) throw wrong(`needs ${signalNames.length} numbers under "${name}"`);
    return list.map(Number);
  };
  const share = (name: string): number => {
    const number = value(name);
    if (typeof number !== 'number' || !(number >= 0 && number <= 1)) throw wrong(`needs a number from 0 to 1 under "${name}"`);
    return number;
  };
  const intents = value('intents');
  if (typeof intents !== 'string') throw wrong('does not say which intents it was made for');
  return { intents, right: weights('right'), known: weights('known'), answer: share('answer'), none: share('none') };
}

const isInside = (row: Rehearsed): boolean => row.wanted !== null;
const isFar = (row: Rehearsed): boolean => row.wanted === null && !row.near;
const isRight = (row: Rehearsed): boolean => row.best[0]?.intent === row.wanted;
const isOffered = (row: Rehearsed): boolean => row.best.slice(0, 3).some(({ intent }) => intent === row.wanted);
const rounded = (number: number): number => Math.round(number * 1e4) / 1e4;

/** The largest threshold that turns away at most `share` of `chances`. */
function lowest(chances: readonly number[], share: number): number {
  return chances.toSorted((a, b) => a - b)[Math.floor(chances.length * share)] ?? 0;
}

/** The smallest threshold that lets at most `count` of `chances` through. */
function highest(chances: readonly number[], count: number): number {
  const next = chances.toSorted((a, b) => b - a)[Math.floor(count)];
  return next === undefined ? 0 : next + 1e-4;
}
