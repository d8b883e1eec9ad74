/** `mend evaluate FILE...`: the exam's figures, and every sentence that went astray, for authors. */
import { writeFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { Understand } from '../../conversation/reading.ts';
import type { Confusion } from '../confusions.ts';
import type { Figures } from '../examine.ts';
import { asJson, evaluate, type Evaluation } from '../evaluation.ts';
import { readExam } from '../json-lines.ts';
import { wilson, type Share } from '../measure.ts';
import { asMarkdown, asText, percent, tablesOf } from './evaluation-tables.ts';

export interface EvaluateOptions {
  /** One JSON object instead of the report. */
  readonly json?: boolean;
  /** Every message also changed in the ways in which messages arrive. */
  readonly changes?: boolean;
  /** Where to write the report as a page in Markdown as well. */
  readonly report?: string;
}

/** Reads every file before it judges. A file that cannot be read is an error that names it. */
export function evaluateFiles(files: readonly string[], understand: Understand, output: Writable, options: EvaluateOptions): Figures {
  const evaluation = evaluate(files.flatMap(readExam), understand, options.changes === true);
  if (options.report !== undefined) writePage(options.report, page(evaluation, `Made by \`mend evaluate ${files.join(' ')}${options.changes === true ? ' --changes' : ''} --report\`; do not edit.`));
  output.write(options.json === true ? `${JSON.stringify(asJson(evaluation))}\n` : `${report(evaluation)}\n`);
  return evaluation.figures;
}

/** The report as a page. `origin`: a sentence that says what was asked and how it was made. */
export function page(evaluation: Evaluation, origin: string): string {
  return ['# How well messages are understood', '', origin, '', ...tablesOf(evaluation).map(asMarkdown), '## What went astray', '', ...astray(evaluation.confusions, (text) => text.replaceAll(/([\\`*_[\]<>|#])/g, '\\$1'), '- ', '    - '), ''].join('\n');
}

function report(evaluation: Evaluation): string {
  const { figures, confusions } = evaluation;
  const [, ...others] = tablesOf(evaluation);
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
    ...others.map(asText),
    ...(confusions.length === 0 ? ['No sentence went astray.'] : ['What went astray:', ...astray(confusions, (text) => text, '  ', '    ')]),
  ].join('\n');
}

/** By confusion, the confident ones first: what was wanted, then each sentence with what it was read as. */
function astray(confusions: readonly Confusion[], written: (text: string) => string, outer: string, inner: string): string[] {
  return confusions.flatMap(({ wanted, read, confident, sentences }) => [
    `${outer}wanted ${written(wanted)}${confident ? ', answered wrongly' : ''} (${sentences.length})`,
    ...sentences.map((text) => `${inner}read as ${written(read)}: ${written(oneLine(text))}`),
  ]);
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 160);

function line(name: string, share: Share): string {
  if (share.of === 0) return `${name.padEnd(32)} none in this exam`;
  const { low, high } = wilson(share);
  return `${name.padEnd(32)} ${percent(share.part / share.of)}  (${share.part} of ${share.of}; 95% between ${percent(low)} and ${percent(high)})`;
}

function writePage(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    throw new Error(`${file} cannot be written. Give --report a file in a folder that exists.`);
  }
}
