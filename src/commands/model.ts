/** The model of this project's intents: trained, or read from its cache, beside the calibration that is kept in git. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Understand } from '../conversation/reading.ts';
import type { Content } from '../knowledge/library.ts';
import { isModelKept, modelFor } from '../nlp/cache.ts';
import { parseCalibration, usualCalibration, type Calibration } from '../nlp/calibration.ts';
import { createClassifier } from '../nlp/classifier.ts';
import { createEnglish } from '../nlp/english.ts';
import { createGist } from '../nlp/gist.ts';
import { keptIn } from '../nlp/kept.ts';
import type { Lesson, Model } from '../nlp/model.ts';
import { createRestore } from '../nlp/restore.ts';
import { createDetectSafety, detectSafety, type DetectSafety } from '../nlp/safety/detect.ts';
import { createLearned, thresholds } from '../nlp/safety/learned.ts';
import { type DangerLessons, isDangerLearned, lettersModel, safetyModel, toldModels } from '../nlp/safety/lessons.ts';
import { saidWords, type SaidWords } from '../nlp/said-words.ts';
import { spokenIn } from '../nlp/spoken.ts';
import { recipe } from '../nlp/train.ts';
import { createUnderstand } from '../nlp/understand.ts';
import { type Vectors, vectorsOnce } from '../nlp/word-vectors.ts';
import { wordsOf } from '../nlp/words.ts';
import { Failure } from './failure.ts';
import { learnBeside } from './learn-beside.ts';
import { projectRoot } from './project-root.ts';

export const calibrationFile = join(projectRoot, 'intents', 'calibration.json');

/**
 * `counts`: readings say what may be counted of a question without an answer; only a conversation needs that. `folder`: where what was
 * learned is kept. `report`: told once of each thing that could not be read or learned, while the rest goes on without it.
 */
export interface Manner { readonly counts?: boolean; readonly folder?: string; readonly report?: Report }
type Report = (what: string, error: unknown) => void;

/** Whether a start has nothing to learn: it takes a moment then, and seconds otherwise. */
export function hasLearned(content: Content, folder = usualFolder): boolean {
  if (!isModelKept({ hash: content.hashes.training['en'] ?? '' }, join(folder, 'model'))) return false;
  return content.hashes.danger === null || isDangerLearned(dangerLessonsOf(content), dangerIn(folder));
}

/**
 * As `understandFrom`, but where much is to be learned first, two cores share it. Long work without a pause all the same: whoever
 * must answer meanwhile begins it after the first greeting.
 */
export async function learnAndUnderstand(content: Content, manner: Manner = {}): Promise<Understand> {
  if (content.hashes.danger === null || isDangerLearned(dangerLessonsOf(content), dangerIn(usualFolder))) return understandFrom(content, manner);
  const lettersLearned = learnBeside(new URL('./learn-danger.ts', import.meta.url), usualFolder);
  // Where nothing can be kept, what is learned here first would be learned twice.
  if (lettersLearned !== null) {
    try {
      intentsFrom(content, 'en', usualFolder);
      toldModels(dangerLessonsOf(content), dangerIn(usualFolder));
    } catch {
      // What cannot be learned is tried again below, where it is known what that means.
    }
    await lettersLearned;
  }
  return understandFrom(content, manner);
}

/**
 * Reads each message by the model of the language it is written in; the models of other languages load with their first message, and
 * one that cannot is done without: whoever writes in it is still read for danger.
 */
export function understandFrom(content: Content, { counts = true, folder = usualFolder, report = () => undefined }: Manner = {}): Understand {
  const once = reportingOnce(report);
  const isEnglish = createEnglish(join(folder, 'english'));
  const vectors = vectorsOnce();
  const languages = Object.keys(content.hashes.training);
  // Read now: a message that comes later must not depend on files that may have changed since.
  const said = new Map(languages.map(language => [language, saidIn(content, language, folder)]));
  const understandIn = (language: string, isWord: (word: string) => boolean, restorable: (word: string) => boolean, detect: DetectSafety): Understand => {
    const words = said.get(language) ?? saidIn(content, language, folder);
    const classify = createClassifier(intentsFrom(content, language, folder), calibrationNow() ?? usualCalibration, isWord, vectors);
    return createUnderstand(classify, detect, isWord, counts ? createGist(() => words, language === 'en') : () => null, createRestore(() => [words], restorable));
  };
  const english = understandIn('en', isEnglish, isEnglish, safetyFrom(content, isEnglish, vectors, folder, once));
  if (languages.length < 2) return english;
  const spoken = spokenIn(Object.fromEntries(said));
  const restore = createRestore(() => [...said.values()], isEnglish);
  const others = new Map<string, Understand>();
  const otherThanEnglish = (language: string): Understand => {
    try {
      return understandIn(language, everyWord, () => false, detectSafety);
    } catch (error) {
      once(`What was learned in the language "${language}" cannot be read: messages in it are read as English ones, for danger as well. Delete the folder .cache and start again.`, error);
      return english;
    }
  };
  return (text, earlier) => {
    const language = spoken(restore(text.slice(0, mostSpoken))) ?? 'en';
    if (language === 'en') return english(text, earlier);
    const understand = others.get(language) ?? otherThanEnglish(language);
    others.set(language, understand);
    return { ...understand(text, earlier), language };
  };
}

/** A language is told by the beginning. */
const mostSpoken = 2000;

/** No dictionary tells a slip from a word in other languages, so nothing is repaired there. */
const everyWord = (): boolean => true;

function reportingOnce(report: Report): Report {
  const told = new Set<string>();
  return (what, error) => {
    if (told.has(what)) return;
    told.add(what);
    report(what, error);
  };
}

function intentsFrom(content: Content, language: string, folder: string): Model {
  return modelFor({ hash: content.hashes.training[language] ?? '', lessons: () => lessonsFrom(content, language) }, join(folder, language === 'en' ? 'model' : `model.${language}`));
}

function saidIn(content: Content, language: string, folder: string): SaidWords {
  return keptIn<SaidWords>(join(folder, `words.${language}`), JSON.stringify([recipe, content.hashes.training[language]]), () => saidWords((content.training[language] ?? []).map(row => row.says)));
}

const usualFolder = join(projectRoot, '.cache');
const dangerIn = (folder: string): string => join(folder, 'safety-model');

/** Rules, and what was learned beside them. Without sentences to learn from, or should learning fail, the rules stand alone. */
function safetyFrom(content: Content, isEnglish: (word: string) => boolean, vectors: Vectors, folder: string, report: Report): DetectSafety {
  if (content.hashes.danger === null) return detectSafety;
  const alone = 'What was learned of danger cannot be read: the rules stand alone and will miss more. Delete the folder .cache and start again.';
  try {
    const learned = createLearned(safetyModel(dangerLessonsOf(content), dangerIn(folder)), isEnglish, thresholds, vectors);
    return createDetectSafety((words, ruled) => {
      try {
        return learned(words, ruled);
      } catch (error) {
        report(alone, error);
        return null;
      }
    });
  } catch (error) {
    report(alone, error);
    return detectSafety;
  }
}

/** The half of danger that another thread learns. */
export function learnLetters(content: Content): void {
  lettersModel(dangerLessonsOf(content), dangerIn(usualFolder));
}

export function dangerLessonsOf(content: Content): DangerLessons {
  return { hash: JSON.stringify([content.hashes.danger, content.hashes.training['en'], fewestOrdinaryWords]), sentences: () => content.danger, ordinary: () => ordinaryTalk(content) };
}

/**
 * What people say in English that is no danger: all intents but the one that asks how to be safe. Of short questions there are
 * thousands; they would only teach that danger is rare, so those below `fewestOrdinaryWords` are left out. What is said to the bot
 * itself ("see you later", "are you real") is kept at any length: it is met every day, and "bye" must not sound like a farewell.
 */
export function ordinaryTalk(content: Pick<Content, 'training'>): readonly string[] {
  const calm = (content.training['en'] ?? []).filter((row) => row.intent !== 'exercise.safety-steps' && !row.intent.startsWith('crisis.') && !row.intent.startsWith('safety.'));
  return calm.filter(({ intent, says }) => toTheBot(intent) || wordsOf(says).length >= fewestOrdinaryWords).map((row) => row.says);
}
/** Chosen by how much held-out danger is met and how many calm messages are asked about in vain: `node scripts/safety-report.ts` prints both. */
const fewestOrdinaryWords = 7;
const toTheBot = (intent: string): boolean => intent.startsWith('chat.') && !intent.startsWith('chat.feeling-') && intent !== 'chat.venting';

/** What is learned from in a language, one lesson an intent. */
export function lessonsFrom(content: Content, language = 'en'): readonly Lesson[] {
  const byIntent = new Map<string, string[]>();
  for (const { intent, says } of content.training[language] ?? []) byIntent.set(intent, [...(byIntent.get(intent) ?? []), says]);
  return [...byIntent].map(([intent, says]) => ({ intent, says }));
}

/** Null while none was made. */
export function calibrationNow(): Calibration | null {
  if (!existsSync(calibrationFile)) return null;
  try {
    return parseCalibration(readFileSync(calibrationFile, 'utf8'));
  } catch {
    throw new Failure(1, 'intents/calibration.json cannot be read. Make it again: npm run calibrate');
  }
}
