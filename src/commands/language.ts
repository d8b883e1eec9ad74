/** The commands about understanding: classify, evaluate, calibrate and bench nlp. */
import type { BenchmarkFigures } from '../nlp/benchmark.ts';
import { benchNlp as benchmarkNlp } from '../nlp/commands/bench-nlp.ts';
import { benchReading as benchmarkReading } from '../nlp/commands/bench-reading.ts';
import { calibrateIntents } from '../nlp/commands/calibrate.ts';
import { classifyLines } from '../nlp/commands/classify.ts';
import { evaluateFiles, type EvaluateOptions } from '../nlp/commands/evaluate.ts';
import { createEnglish } from '../nlp/english.ts';
import { content } from './content.ts';
import { Failure } from './failure.ts';
import { calibrationFile, learnAndUnderstand, lessonsFrom } from './model.ts';

export async function classify(): Promise<number> {
  endQuietlyWithoutReader();
  await classifyLines(process.stdin, process.stdout, await learnAndUnderstand(await content(), { counts: false }));
  return 0;
}

export async function evaluate(files: readonly string[], options: EvaluateOptions): Promise<number> {
  const understand = await learnAndUnderstand(await content(), { counts: false });
  readOrFail(() => evaluateFiles(files, understand, process.stdout, options));
  return 0;
}

export async function calibrate(): Promise<number> {
  calibrateIntents(lessonsFrom(await content()), calibrationFile, process.stdout, createEnglish());
  return 0;
}

export interface BenchNlpOptions { readonly train?: string; readonly test?: string; readonly seeds?: number; readonly perIntent?: number; readonly json?: true }

export async function benchNlp(options: BenchNlpOptions): Promise<number> {
  const { train, test, seeds, perIntent = null, json = false } = options;
  const source = train !== undefined && test !== undefined ? { train, test } : { lessons: lessonsFrom(await content()) };
  readOrFail((): BenchmarkFigures => benchmarkNlp(source, process.stdout, json, createEnglish(), seeds === undefined ? null : { count: seeds, perIntent }));
  return 0;
}

/** Asked with the exam's sentences, which were never learnt. */
export async function benchReading(json: boolean): Promise<number> {
  const compiled = await content();
  benchmarkReading((compiled.exams['en'] ?? []).map(({ says }) => says), await learnAndUnderstand(compiled, { counts: false }), process.stdout, json);
  return 0;
}

/** A file that cannot be read or understood is named by the error that says so; none of them holds what a person wrote to the bot. */
function readOrFail(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    throw error instanceof Error && error.constructor === Error ? new Failure(2, error.message) : error;
  }
}

/** `mend classify | head` ends when head does. */
function endQuietlyWithoutReader(): void {
  process.stdout.on('error', error => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1));
}
