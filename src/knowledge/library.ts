/**
 * Compiles the author's files into Knowledge: all of it, frozen, or the whole list of mistakes. There is nothing in between,
 * so a bot that runs has content that holds together.
 */
import { createHash } from 'node:crypto';
import type { Knowledge, Library } from '../conversation/knowledge.ts';
import type { DangerSentence } from '../nlp/safety/lessons.ts';
import { checkDangerSentences, dangerSentencesOf } from './danger-sentences.ts';
import { checkReviews } from './dates.ts';
import { checkSameSteps, type Note, withEnglish } from './fallback.ts';
import { deepFreeze, table } from './freeze.ts';
import { checkLength, checkPresses } from './limits.ts';
import { checkLinks, everyUnit } from './links.ts';
import { checkOneMeaning } from './one-meaning.ts';
import { checkNoPlaceholders } from './placeholders.ts';
import { type Place, type Problem, type Report, collecting, inOrder } from './problem.ts';
import { bySpecificity, checkEveryCase } from './safety-replies.ts';
import { checkSameRules } from './same-rules.ts';
import { type Shelf, shelve } from './shelves.ts';
import { hashOf, readSourceFiles } from './source-files.ts';
import type { Unit } from './unit.ts';
import { checkSentences, type ExamRow, examOf, type TrainingRow, trainingOf } from './training.ts';

export interface Content {
  readonly library: Library;
  /** By language, each with what is written in it and nothing borrowed. `exams` is never learned from. */
  readonly training: Readonly<Record<string, readonly TrainingRow[]>>;
  readonly exams: Readonly<Record<string, readonly ExamRow[]>>;
  /** What the learned safety detector is taught, in English. */
  readonly danger: readonly DangerSentence[];
  /** SHA-256 of what is learned from, hex, so that a start need not read it where it was learned already: by language, and of `danger`. Only what there is. */
  readonly hashes: { readonly training: Readonly<Record<string, string>>; readonly danger: string | null };
  /** Help lines that are not shown until an operator has confirmed them. */
  readonly waiting: readonly WaitingLine[];
  /** Files that are not translated yet. */
  readonly notes: readonly Note[];
}
export interface WaitingLine { readonly country: string; readonly id: string; readonly name: string; readonly how: string }
export type ContentResult =
  | { readonly kind: 'compiled'; readonly content: Content }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** `builtIns`: what the bot does by itself, to check `built-in:` against; null leaves it unchecked. */
export interface ContentOptions { readonly builtIns?: readonly string[] | null }

/** Reads `content/` and `intents/` below `root`. */
export function readContent(root: string, options: ContentOptions = {}): ContentResult {
  const read = readShelves(root, options);
  if (read.problems.length > 0) return { kind: 'refused', problems: inOrder(read.problems) };
  return { kind: 'compiled', content: compile(read) };
}

export interface ReadShelves {
  readonly hash: string;
  /** Each language complete, English filled in. */
  readonly shelves: ReadonlyMap<string, Shelf>;
  readonly notes: readonly Note[];
  /** Everything that would make a bot of this content fail. */
  readonly problems: readonly Problem[];
}

export function readShelves(root: string, options: ContentOptions = {}): ReadShelves {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  const report = collecting(problems);
  const files = readSourceFiles(root, report);
  const own = shelve(files, report);
  const english = own.get('en');
  const shelves = new Map<string, Shelf>();
  for (const [language, shelf] of own) {
    if (!english) continue;
    if (language !== 'en') {
      checkSameSteps(shelf, english, report);
      checkSameRules(shelf, english, report);
    }
    const whole = language === 'en' ? shelf : withEnglish(shelf, english, language, notes);
    shelves.set(language, whole);
    checkShelf(whole, options, report);
  }
  return { hash: hashOf(files), shelves, notes, problems };
}

export function compile(read: ReadShelves): Content {
  const known = [...read.shelves].map(([language, shelf]) => [language, knowledgeOf(shelf, language, read.hash)] as const);
  const english = known.find(([language]) => language === 'en')?.[1];
  if (!english) throw new Error('English is always read');
  const each = <T>(make: (shelf: Pick<Shelf, 'intents'>) => T) => table([...read.shelves].map(([language, shelf]) => [language, make(spokenOf(shelf, language))] as const));
  const training = each(trainingOf);
  const danger = dangerSentencesOf(read.shelves.get('en')?.danger ?? []);
  const hashes = { training: table(Object.entries(training).filter(([, rows]) => rows.length > 0).map(([language, rows]) => [language, hashOfRows(rows)] as const)), danger: danger.length === 0 ? null : hashOfRows(danger) };
  return deepFreeze({ library: { ...Object.fromEntries(known), en: english }, training, exams: each(examOf), danger, hashes, waiting: waitingLines(read.shelves.get('en')), notes: read.notes });
}

const hashOfRows = (rows: readonly object[]): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

/** English sentences fill no gap in another language: they would teach its model, and whatever tells the languages apart, the wrong words. */
function spokenOf(shelf: Shelf, language: string): Pick<Shelf, 'intents'> {
  return language === 'en' ? shelf : { intents: shelf.intents.filter((unit) => unit.file.startsWith(`intents/${language}/`)) };
}

function waitingLines(shelf: Shelf | undefined): readonly WaitingLine[] {
  return values(shelf?.countries ?? []).flatMap(([country, file]) => file.waiting.map(({ id, name, how }) => ({ country, id, name, how })));
}

function checkShelf(shelf: Shelf, options: ContentOptions, report: Report): void {
  for (const [list, file] of [[shelf.phrases, 'content/phrases.yaml'], [shelf.words, 'content/words.yaml'], [shelf.sections, 'content/sections.yaml']] as const) {
    if (list.length === 0 && !shelf.broken.has(`${file.replace('content/', '')}/`)) report({ file, line: 1 }, 'This file is missing.', 'The bot needs it: write it.');
  }
  for (const text of everyUnit(shelf).flatMap((unit) => unit.texts)) checkLength(text, report);
  for (const unit of shelf.answers) checkPresses(unit.id, null, unit, report);
  for (const unit of shelf.exercises) checkPresses(unit.id, unit.value, unit, report);
  for (const unit of shelf.checkIns) checkPresses(unit.value.flow.id, unit.value.flow, unit, report);
  checkNoPlaceholders(shelf, report);
  checkOneMeaning(shelf, report);
  checkLinks(shelf, options.builtIns ?? null, report);
  checkEveryCase(shelf.safety, { file: 'content/safety', line: 1 }, report);
  checkLineIds(shelf, report);
  checkReviews(shelf, report);
  checkSentences(shelf, report);
  checkDangerSentences(shelf.danger, report);
}

function checkLineIds(shelf: Shelf, report: Report): void {
  const first = new Map<string, Place>();
  for (const unit of shelf.countries) {
    for (const { id, line } of unit.value.allIds) {
      const other = first.get(id);
      if (other) report({ file: unit.file, line }, `The help line id "${id}" is taken in ${other.file}.`, 'Give it another id.');
      else first.set(id, { file: unit.file, line });
    }
  }
}

function knowledgeOf(shelf: Shelf, language: string, hash: string): Knowledge {
  const flows = [...values(shelf.exercises), ...values(shelf.checkIns).map(([, unit]) => [unit.flow.id, unit.flow] as const)];
  return {
    hash, language,
    phrases: table(Object.entries(shelf.phrases[0]?.value ?? {})),
    words: table(Object.entries(shelf.words[0]?.value ?? {})),
    answers: table(values(shelf.answers)),
    flows: table(flows),
    sets: table(values(shelf.checkIns).map(([id, unit]) => [id, unit.set] as const)),
    paths: values(shelf.paths).map(([, path]) => path),
    safety: bySpecificity(shelf.safety.map((unit) => unit.value)),
    countries: table(values(shelf.countries).map(([id, file]) => [id, file.country] as const)),
    intents: table(values(shelf.intents).map(([id, intent]) => [id, { id, about: intent.about, builtIn: intent.builtIn }] as const)),
    sections: table(Object.entries(shelf.sections[0]?.value ?? {})),
  };
}

/** By id, so that nothing depends on the order of the files. */
function values<T>(units: readonly Unit<T>[]): readonly (readonly [string, T])[] {
  return units.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((unit) => [unit.id, unit.value]);
}
