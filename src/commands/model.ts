/** The model of this project's intents: trained, or read from its cache, beside the calibration that is kept in git. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Understand } from '../conversation/reading.ts';
import type { Content } from '../knowledge/library.ts';
import { modelFor } from '../nlp/cache.ts';
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
 * As `understandFrom`, but where much is to be learned first, two cores share it. Long work without a pause all the same: whoever
 * must answer meanwhile begins it after the first greeting.
 */
export async function learnAndUnderstand(content: Content, counts = true): Promise<Understand> {
  if (content.hashes.danger === null || isDangerLearned(dangerLessonsOf(content), dangerFile)) return understandFrom(content, counts);
  const lettersLearned = learnBeside(new URL('./learn-danger.ts', import.meta.url), dirname(dangerFile));
  // Where nothing can be kept, what is learned here first would be learned twice.
  if (lettersLearned !== null) {
    try {
      intentsFrom(content, 'en');
      toldModels(dangerLessonsOf(content), dangerFile);
    } catch {
      // What cannot be learned is tried again below, where it is known what that means.
    }
    await lettersLearned;
  }
  return understandFrom(content, counts);
}

/**
 * Reads each message by the model of the language it is written in; the models of other languages load with their first message.
 * `counts`: readings say what may be counted of a question without an answer; only a conversation needs that.
 */
export function understandFrom(content: Content, counts = true): Understand {
  const isEnglish = createEnglish(cached('english'));
  const vectors = vectorsOnce();
  const english = understandIn(content, 'en', isEnglish, () => safetyFrom(content, isEnglish, vectors), vectors, counts);
  const languages = Object.keys(content.hashes.training);
  if (languages.length < 2) return english;
  const spoken = spokenIn(Object.fromEntries(languages.map(language => [language, saidIn(content, language)])));
  const restore = createRestore(() => languages.map(language => saidIn(content, language)), isEnglish);
  const others = new Map<string, Understand>();
  return (text, earlier) => {
    const language = spoken(restore(text.slice(0, mostSpoken))) ?? 'en';
    if (language === 'en') return english(text, earlier);
    const understand = others.get(language) ?? understandIn(content, language, everyWord, () => detectSafety, vectors, counts);
    others.set(language, understand);
    return { ...understand(text, earlier), language };
  };
}

/** A language is told by the beginning. */
const mostSpoken = 2000;

/** No dictionary tells a slip from a word in other languages, so nothing is repaired there. */
const everyWord = (): boolean => true;

function understandIn(content: Content, language: string, isWord: (word: string) => boolean, detectFrom: () => DetectSafety, vectors: Vectors, counts: boolean): Understand {
  const model = intentsFrom(content, language);
  const gist = counts ? createGist(() => saidIn(content, language), language === 'en') : () => null;
  return createUnderstand(createClassifier(model, calibrationNow() ?? usualCalibration, isWord, vectors), detectFrom(), isWord, gist, createRestore(() => [saidIn(content, language)], language === 'en' ? isWord : () => false));
}

function intentsFrom(content: Content, language: string): Model {
  return modelFor({ hash: content.hashes.training[language] ?? '', lessons: () => lessonsFrom(content, language) }, cached(language === 'en' ? 'model' : `model.${language}`));
}

function saidIn(content: Content, language: string): SaidWords {
  return keptIn<SaidWords>(cached(`words.${language}`), JSON.stringify([recipe, content.hashes.training[language]]), () => saidWords((content.training[language] ?? []).map(row => row.says)));
}

const cached = (name: string): string => join(projectRoot, '.cache', name);
const dangerFile = cached('safety-model');

/** Rules, and what was learned beside them. Without sentences to learn from, or should learning fail, the rules stand alone. */
export function safetyFrom(content: Content, isEnglish: (word: string) => boolean, vectors: Vectors): DetectSafety {
  if (content.hashes.danger === null) return detectSafety;
  try {
    return createDetectSafety(createLearned(safetyModel(dangerLessonsOf(content), dangerFile), isEnglish, thresholds, vectors));
  } catch {
    return detectSafety;
  }
}

/** The half of danger that another thread learns. */
export function learnLetters(content: Content): void {
  lettersModel(dangerLessonsOf(content), dangerFile);
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
/** With 6 or 7, and the bot's small talk from 6, 4 or any number of words, 93 to 95 of 103 held-out messages of danger are met; this way 95, and the fewest calm ones are asked about. */
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
