/**
 * Puts an exam to the bot's understanding and judges every row. What counts as right:
 * an answer whose intent is accepted; a choice that offers an accepted one among three; an honest no where that is accepted;
 * and for `not-crisis` anything but a hard alarm.
 */
import type { Reading, Understand } from '../conversation/reading.ts';
import type { ExamRow } from './json-lines.ts';
import { calibrationError, reliability, type Bin, type Share } from './measure.ts';

export type Verdict = 'right' | 'offered' | 'wrong' | 'missed';
export interface Judged { readonly row: ExamRow; readonly reading: Reading; readonly verdict: Verdict }

/** Shares carry their counts, so that bounds can be given. */
export interface Figures {
  readonly right: Share;
  readonly rightOrOffered: Share;
  readonly wrongWithConfidence: Share;
  readonly outOfScopeAnswered: Share;
  readonly outOfScopeTurnedAway: Share;
  /** Rows where only a crisis is accepted: a hard alarm, and one of the right kind. */
  readonly crisisFound: Share;
  readonly crisisKind: Share;
  /** Rows where no crisis is accepted: hard alarms. */
  readonly falseAlarms: Share;
  readonly calibrationError: number;
  /** Of the answers given by intent, not for safety. */
  readonly reliability: readonly Bin[];
  /** By the first accepted id: right or offered. */
  readonly intents: Readonly<Record<string, Share>>;
}

export function examine(rows: readonly ExamRow[], understand: Understand): Judged[] {
  return rows.map((row) => {
    const reading = understand(row.text, row.earlier);
    return { row, reading, verdict: verdictOf(row, reading) };
  });
}

/** The intents offered: the answer alone, or up to three of a choice. */
export function offeredBy(reading: Reading): string[] {
  if (reading.decision === 'none') return [];
  const offered = [reading.intent, ...reading.alternatives.map(({ intent }) => intent)];
  return reading.decision === 'answer' ? offered.slice(0, 1) : offered.slice(0, 3);
}

function verdictOf({ accept }: ExamRow, reading: Reading): Verdict {
  if (accept.includes('not-crisis')) return reading.safety?.tier === 'hard' ? 'wrong' : 'right';
  if (reading.decision === 'none') return accept.includes('out-of-scope') ? 'right' : 'missed';
  if (accept.includes(reading.intent)) return reading.decision === 'answer' ? 'right' : 'offered';
  if (reading.decision === 'answer') return 'wrong';
  return offeredBy(reading).some((intent) => accept.includes(intent)) ? 'offered' : 'missed';
}

const isCrisis = (id: string): boolean => id.startsWith('crisis.');

export function figuresOf(judged: readonly Judged[]): Figures {
  const count = (rows: readonly Judged[], holds: (row: Judged) => boolean): Share => ({ part: rows.filter(holds).length, of: rows.length });
  const asked = judged.filter(({ row }) => !row.accept.includes('not-crisis'));
  const beyond = asked.filter(({ row }) => row.accept.every((id) => id === 'out-of-scope'));
  const inside = asked.filter(({ row }) => !row.accept.includes('out-of-scope'));
  const crises = asked.filter(({ row }) => row.accept.every(isCrisis));
  const alarmed = ({ reading }: Judged): boolean => reading.safety?.tier === 'hard';
  const answers = asked.filter(({ reading }) => reading.decision === 'answer' && reading.safety === null).map(({ row, reading }) => ({ confidence: reading.confidence, right: row.accept.includes(reading.intent) }));
  const intents: Record<string, Share> = {};
  for (const intent of [...new Set(asked.map(({ row }) => row.accept[0]!))].toSorted()) {
    intents[intent] = count(asked.filter(({ row }) => row.accept[0] === intent), ({ verdict }) => verdict === 'right' || verdict === 'offered');
  }
  return {
    right: count(asked, ({ verdict }) => verdict === 'right'),
    rightOrOffered: count(inside, ({ verdict }) => verdict === 'right' || verdict === 'offered'),
    wrongWithConfidence: count(inside, ({ verdict }) => verdict === 'wrong'),
    outOfScopeAnswered: count(beyond, ({ reading }) => reading.decision === 'answer'),
    outOfScopeTurnedAway: count(beyond, ({ reading }) => reading.decision === 'none'),
    crisisFound: count(crises, alarmed),
    crisisKind: count(crises, ({ row, reading }) => row.accept.includes(reading.intent)),
    falseAlarms: count(judged.filter(({ row }) => !row.accept.some(isCrisis)), alarmed),
    calibrationError: calibrationError(answers),
    reliability: reliability(answers),
    intents,
  };
}
