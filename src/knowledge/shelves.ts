/**
 * Every file on its shelf: by language, then by what it holds. The folder says what a file is, the path is its id
 * (`intents/faq/how-long.yaml` is `faq.how-long`). English lies in `content/` and `intents/`, other languages in a folder of their own there.
 */
import type { Answer, Flow, Path, QuestionSet, SafetyReply } from '../conversation/knowledge.ts';
import { phraseSpecs, wordIds } from '../conversation/phrases.ts';
import { readAnswer } from './answers.ts';
import { readCheckIn } from './check-ins.ts';
import { type DangerFileSentence, readDangerSentences } from './danger-sentences.ts';
import { readExercise } from './exercises.ts';
import { type CountryFile, readHelpLines } from './help-lines.ts';
import { type Intent, readIntent } from './intents.ts';
import { didYouMean } from './nearest-name.ts';
import { readPath } from './paths.ts';
import type { Report } from './problem.ts';
import { readSafetyReply } from './safety-replies.ts';
import type { SourceFile } from './source-files.ts';
import type { Unit } from './unit.ts';
import { type ForbiddenWords, readForbidden, readPhrases, readReviewers, readSections, readWords } from './word-lists.ts';

export interface CheckInUnit { readonly set: QuestionSet; readonly flow: Flow }
type Lists = Readonly<Record<string, readonly string[]>>;
type Named = Readonly<Record<string, string>>;

export interface Shelf {
  readonly intents: Unit<Intent>[];
  /** What people in danger may write; English only. */
  readonly danger: Unit<readonly DangerFileSentence[]>[];
  readonly answers: Unit<Answer>[];
  readonly exercises: Unit<Flow>[];
  readonly checkIns: Unit<CheckInUnit>[];
  readonly paths: Unit<Path>[];
  readonly safety: Unit<SafetyReply>[];
  readonly countries: Unit<CountryFile>[];
  readonly phrases: Unit<Lists>[];
  readonly words: Unit<Lists>[];
  readonly sections: Unit<Named>[];
  readonly reviewers: Unit<readonly string[]>[];
  readonly forbidden: Unit<ForbiddenWords>[];
  /** Answers and exercises whose file is there and cannot be read: links to them are not mistakes of their own. */
  readonly broken: Set<string>;
}

const folders = ['answers', 'exercises', 'pairs', 'check-ins', 'paths', 'safety', 'helplines'];
const lists = ['phrases.yaml', 'words.yaml', 'sections.yaml', 'reviewers.yaml', 'forbidden.yaml'];
const language = /^[a-z]{2}(?:-[A-Z]{2})?$/;
const idParts = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** One shelf a language; `en` is always there. */
export function shelve(files: readonly SourceFile[], report: Report): ReadonlyMap<string, Shelf> {
  const shelves = new Map<string, Shelf>([['en', emptyShelf()]]);
  for (const file of files) {
    const parts = file.path.split('/');
    const [root = '', second = ''] = parts;
    const other = parts.length > 2 && language.test(second) ? second : null;
    if (other === 'en') {
      report({ file: file.path, line: 1 }, 'English has no folder of its own.', `Move it to ${root}/${parts.slice(2).join('/')}.`);
      continue;
    }
    const shelf = shelves.get(other ?? 'en') ?? emptyShelf();
    shelves.set(other ?? 'en', shelf);
    place(shelf, file, root, parts.slice(other === null ? 1 : 2), other === null, report);
  }
  for (const shelf of shelves.values()) for (const units of everyList(shelf)) onlyOnce(units, report);
  return shelves;
}

/** All units of a shelf, list by list. */
export function everyList(shelf: Shelf): readonly (readonly Unit<unknown>[])[] {
  const { broken: _, ...units } = shelf;
  return Object.values(units);
}

function place(shelf: Shelf, file: SourceFile, root: string, parts: readonly string[], english: boolean, report: Report): void {
  const add = <T>(list: Unit<T>[], unit: Unit<T> | null): void => {
    if (unit) list.push(unit);
    else shelf.broken.add(kind === 'exercises' ? `exercise.${id}` : `${kind === 'answers' ? '' : `${kind}/`}${id}`);
  };
  const id = parts.slice(root === 'intents' ? 0 : 1).join('.').replace(/\.(yaml|md)$/, '');
  const kind = root === 'intents' ? 'intents' : (parts[0] ?? '');
  const ending = kind === 'answers' ? '.md' : '.yaml';
  if (parts.length > 1 && root === 'content' && !folders.includes(kind)) return unknown(file, kind, folders, 'folder', report);
  if (!file.path.endsWith(ending)) return report({ file: file.path, line: 1 }, `Files in this folder end in "${ending}".`, 'Rename it, or move it to the folder where it belongs.');
  if (parts.length > 1 && kind !== 'helplines' && !idParts.test(id)) return report({ file: file.path, line: 1 }, `"${id}" cannot be an id: only small letters, digits and hyphens.`, 'Rename the file.');
  if (english && root === 'intents' && parts[0] === 'safety') return add(shelf.danger, readDangerSentences(file, id.slice('safety.'.length), report));
  switch (kind) {
    case 'intents': return add(shelf.intents, readIntent(file, id, report));
    case 'answers': return add(shelf.answers, readAnswer(file, id, report));
    case 'exercises': return add(shelf.exercises, readExercise(file, `exercise.${id}`, report));
    case 'pairs': return add(shelf.exercises, readExercise(file, `pair.${id}`, report));
    case 'check-ins': return add(shelf.checkIns, readCheckIn(file, id, report));
    case 'paths': return add(shelf.paths, readPath(file, id, report));
    case 'safety': return add(shelf.safety, readSafetyReply(file, id, report));
    case 'helplines': return add(shelf.countries, readHelpLines(file, id, report));
    case 'phrases.yaml': return add(shelf.phrases, readPhrases(file, phraseSpecs, english, report));
    case 'words.yaml': return add(shelf.words, readWords(file, wordIds, english, report));
    case 'sections.yaml': return add(shelf.sections, readSections(file, report));
    case 'reviewers.yaml': return add(shelf.reviewers, readReviewers(file, report));
    case 'forbidden.yaml': return add(shelf.forbidden, readForbidden(file, report));
    default: return unknown(file, kind, lists, 'file', report);
  }
}

function unknown(file: SourceFile, name: string, known: readonly string[], what: 'folder' | 'file', report: Report): void {
  report({ file: file.path, line: 1 }, `"${name}" is not a ${what} that is known here.`, didYouMean(name, known) || `Known: ${known.join(', ')}.`);
}

function onlyOnce(units: readonly Unit<unknown>[], report: Report): void {
  const first = new Map<string, string>();
  for (const unit of units) {
    const other = first.get(unit.id);
    if (other === undefined) first.set(unit.id, unit.file);
    else report(unit, `The id "${unit.id}" is taken by ${other} already.`, 'Rename one of the two files.');
  }
}

function emptyShelf(): Shelf {
  return { intents: [], danger: [], answers: [], exercises: [], checkIns: [], paths: [], safety: [], countries: [], phrases: [], words: [], sections: [], reviewers: [], forbidden: [], broken: new Set() };
}
