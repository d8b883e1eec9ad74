/** `mend evaluate FILE...`: the exam's figures, and every sentence that went astray, for authors. */
import type { Writable } from 'node:stream';
import type { Understand } from '../../conversation/reading.ts';
import { examine, figuresOf, offeredBy, type Figures, type Judged } from '../examine.ts';
import { readExam, type ExamRow } from '../json-lines.ts';
import { wilson, type Share } from '../measure.ts';

/** Reads every file before it judges. A file that cannot be read is an error that names it. */
export function evaluateFiles(files: readonly string[], understand: Understand, output: Writable, json: boolean): Figures {
  return evaluateRows(files.flatMap(readExam), understand, output, json);
}

export function evaluateRows(rows: readonly ExamRow[], understand: Understand, output: Writable, json: boolean): Figures {
  const judged = examine(rows, understand);
  const figures = figuresOf(judged);
  output.write(json ? `${JSON.stringify(asJson(figures))}\n` : `${report(figures, judged)}\n`);
  return figures;
}

function report(figures: Figures, judged: readonly Judged[]): string {
  const astray = judged.filter(({ verdict }) => verdict === 'wrong' || verdict === 'missed');
  return [
    line('right at once', figures.right),
    line('right, or among three offered', figures.rightOrOffered),
    line('wrong with confidence', figures.wrongWithConfidence),
    line('out of scope, yet answered', figures.outOfScopeAnswered),
    line('out of scope, honest no', figures.outOfScopeTurnedAway),
    line('crisis found (hard)', figures.crisisFound),
    line('crisis of the right kind', figures.crisisKind),
    line('false alarms (hard)', figures.falseAlarms),
    `${'calibration error of answers'.padEnd(32)} ${figures.calibrationError.toFixed(3)}`,
    '',
    'By intent (right or offered):',
    ...Object.entries(figures.intents).map(([intent, share]) => `  ${intent.padEnd(30)} ${share.part} of ${share.of}`),
    '',
    astray.length === 0 ? 'No sentence went astray.' : 'Sentences that went astray:',
    ...astray.map(({ row, reading }) => `  "${row.text.slice(0, 160)}"\n      read as ${spoken(reading.decision, reading.intent, offeredBy(reading))}, wanted ${row.accept.join(' or ')}`),
  ].join('\n');
}

function spoken(decision: 'answer' | 'choice' | 'none', intent: string, offered: readonly string[]): string {
  switch (decision) {
    case 'answer': return intent;
    case 'choice': return `a choice of ${offered.join(', ')}`;
    case 'none': return 'out of scope';
  }
  return decision satisfies never;
}

function line(name: string, share: Share): string {
  if (share.of === 0) return `${name.padEnd(32)} none in this exam`;
  const { low, high } = wilson(share);
  return `${name.padEnd(32)} ${percent(share.part / share.of)}  (${share.part} of ${share.of}; 95% between ${percent(low)} and ${percent(high)})`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** Every share as its value, counts and bounds. */
function asJson(figures: Figures): object {
  const full = (share: Share): object => ({ share: share.of === 0 ? null : share.part / share.of, part: share.part, of: share.of, ...wilson(share) });
  const { intents, calibrationError, ...shares } = figures;
  return {
    ...Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, full(share)])),
    calibrationError,
    intents: Object.fromEntries(Object.entries(intents).map(([intent, share]) => [intent, full(share)])),
  };
}
