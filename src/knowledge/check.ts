/**
 * The content check for authors: everything that is wrong, at once - what would stop the bot from starting,
 * and beyond that wording, review stamps, dates, coverage and the exam.
 */
import type { Understand } from '../conversation/reading.ts';
import { uncovered } from './coverage.ts';
import { checkHelpLineDates, checkReviewDates } from './dates.ts';
import { type ExamResult, learnedButMisread, sitExam } from './exam.ts';
import type { Note } from './fallback.ts';
import { compile, type Content, type ContentOptions, readShelves } from './library.ts';
import { everyUnit } from './links.ts';
import { type Problem, collecting, inOrder } from './problem.ts';
import type { Shelf } from './shelves.ts';
import { reportStub } from './stub.ts';
import { learnedIn } from './training.ts';
import { checkReadingAge, checkWords } from './wording.ts';

/** What only the whole program knows. */
export interface CheckExtra extends ContentOptions {
  /** The model trained from this content. Without it no exam is sat. */
  readonly understand?: (content: Content) => Understand;
  /** Hash that `intents/calibration.json` was made for (null: no file), and the hash of the intents as they are. */
  readonly calibration?: (content: Content) => { readonly madeFor: string | null; readonly now: string };
}

export interface CheckResult {
  /** Sorted by file and line. Anything here fails the check. */
  readonly problems: readonly Problem[];
  /** Worth knowing, no failure: files not translated yet, exam sentences not understood. */
  readonly notes: readonly Note[];
  readonly summary: Summary;
}
export interface Summary {
  readonly counts: Readonly<Record<'intents' | 'sentences' | 'answers' | 'exercises' | 'check-ins' | 'paths' | 'safety replies' | 'help lines' | 'help lines waiting' | 'countries', number>>;
  /** Units that carry a review stamp, and how many of them are signed. */
  readonly reviewed: { readonly signed: number; readonly of: number };
  readonly exam: Pick<ExamResult, 'asked' | 'right'> | null;
  /** The exams of other languages, by language, where there are any. */
  readonly otherExams: Readonly<Record<string, Pick<ExamResult, 'asked' | 'right'>>>;
}

/**
 * An exam is honest only when nobody has to mend every single miss: up to this share answered wrongly is a note.
 * Above it, each is a mistake.
 */
const misreadAtMost = 0.03;
/** Other languages have learned from fewer sentences, and their exams are short: one sentence is a large share. */
const misreadElsewhere = 0.06;

/** `today`: ISO date, such as `2026-11-22`. */
export function checkContent(root: string, today: string, extra: CheckExtra = {}): CheckResult {
  const read = readShelves(root, extra);
  const problems: Problem[] = [...read.problems];
  const notes: Note[] = [...read.notes];
  const report = collecting(problems);
  for (const [language, shelf] of read.shelves) {
    const units = everyUnit(shelf).filter((unit) => language === 'en' || unit.file.startsWith(`content/${language}/`));
    checkWords(units.flatMap((unit) => unit.texts), shelf.forbidden[0]?.value ?? {}, report);
    if (language === 'en') for (const unit of units) checkReadingAge(unit, report);
    checkReviewDates(shelf, today, report);
    checkHelpLineDates(shelf, today, report);
    problems.push(...uncovered(shelf));
    for (const { file, value } of shelf.intents) for (const stub of value.stubs) reportStub(file, stub, false, report);
  }
  const english = read.shelves.get('en');
  const exams = english && read.problems.length === 0 ? examine(compile(read), english, extra, problems, notes) : {};
  return { problems: inOrder(problems), notes, summary: summaryOf(english, exams) };
}

/** The result of each language that has an exam; English always has one. Without a model none is sat. */
type Exams = Readonly<Record<string, ExamResult>>;

function examine(content: Content, english: Shelf, extra: CheckExtra, problems: Problem[], notes: Note[]): Exams {
  const calibration = extra.calibration?.(content);
  if (calibration && calibration.madeFor !== calibration.now) {
    problems.push({ file: 'intents/calibration.json', line: 1, message: calibration.madeFor === null ? 'The calibration is missing.' : 'The intents have changed since the calibration was made.', cure: 'Run "npm run calibrate" and keep the new file.' });
  }
  const understand = extra.understand?.(content);
  if (!understand) return {};
  const exams: Record<string, ExamResult> = {};
  for (const [language, rows] of Object.entries({ en: [], ...content.exams })) {
    if (language !== 'en' && rows.length === 0) continue;
    const result = sitExam(rows, understand);
    const tooMany = result.misread.length > result.asked * (language === 'en' ? misreadAtMost : misreadElsewhere);
    (tooMany ? problems : notes).push(...result.misread);
    notes.push(...result.missed.map(({ file, line, message }) => ({ file, line, message })));
    exams[language] = result;
  }
  notes.push(...learnedButMisread(learnedIn(english), understand));
  return exams;
}

function summaryOf(shelf: Shelf | undefined, { en: exam, ...others }: Exams): Summary {
  const units = shelf ? everyUnit(shelf) : [];
  const stamped = units.filter((unit) => unit.reviewed !== null);
  const lines = (of: 'seen' | 'waiting'): number => (shelf?.countries ?? []).reduce((sum, unit) => sum + unit.value[of].length, 0);
  return {
    counts: {
      intents: shelf?.intents.length ?? 0,
      sentences: (shelf?.intents ?? []).reduce((sum, unit) => sum + unit.value.says.length, 0),
      answers: shelf?.answers.length ?? 0, exercises: shelf?.exercises.length ?? 0, 'check-ins': shelf?.checkIns.length ?? 0, paths: shelf?.paths.length ?? 0,
      'safety replies': shelf?.safety.length ?? 0, 'help lines': lines('seen'), 'help lines waiting': lines('waiting'), countries: shelf?.countries.length ?? 0,
    },
    reviewed: { signed: stamped.filter((unit) => unit.reviewed?.stamp !== 'none').length, of: stamped.length },
    exam: exam ? { asked: exam.asked, right: exam.right } : null,
    otherExams: Object.fromEntries(Object.entries(others).map(([language, { asked, right }]) => [language, { asked, right }])),
  };
}
