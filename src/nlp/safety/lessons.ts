/** What the learned detector is taught: sentences of danger by kind and person, and beside them ordinary talk. */
import { createHash } from 'node:crypto';
import { safetyKinds, type SafetyKind, type When, type Who, whens, whos } from '../../conversation/reading.ts';
import { farText } from '../far-text.ts';
import { isKept, keptIn } from '../kept.ts';
import type { Lesson, Model } from '../model.ts';
import { recipe as lettersRecipe, train } from '../train.ts';
import { safetyWords } from './detect.ts';
import { withoutIdioms } from './read-rules.ts';
import { idiomIndex, vocabulary } from './rulebook.ts';
import { themeName, themesOf } from './themes.ts';
import { type AboutLesson, trainAbout } from './about.ts';
import { type TaleLesson, tales, trainTale } from './tale.ts';
import type { ToldModel } from './told-model.ts';

/** `kind` null: it sounds like danger and is none. `writer`: who wrote it, so that one can be tested on what the other wrote. */
export interface DangerSentence {
  readonly kind: SafetyKind | null;
  readonly tier: 'hard' | 'soft' | 'none';
  readonly who: Who;
  readonly when: When;
  readonly writer: string;
  readonly says: string;
}

/** Label of a crisis that is long over and told calmly. */
export const over = 'over' as const;
const none = 'out-of-scope';

/** One lesson a kind. The sentences are as the rules read them, so that look-alikes and slips hide nothing. */
export function safetyLessons(sentences: readonly DangerSentence[], ordinary: readonly string[]): readonly Lesson[] {
  const lessons = new Map<string, string[]>([[none, [...ordinary, ...farText()].map(taught)]]);
  for (const { kind, tier, says } of sentences) {
    const label = kind === null ? none : isOver(kind, tier) ? over : kind;
    const said = lessons.get(label) ?? [];
    said.push(taught(says));
    lessons.set(label, said);
  }
  return [...lessons].map(([intent, says]) => ({ intent, says }));
}

const isOver = (kind: SafetyKind, tier: DangerSentence['tier']): boolean => tier !== 'hard' && kind.startsWith('crisis.');

/** Two readers that seldom err together, `letters` by the letters of words and `tale` by how things are told; `about` then says which danger it is, whose and when. */
export interface SafetyModel { readonly letters: Model; readonly tale: ToldModel; readonly about: ToldModel }

/** `hash` names both lists, so that they need not be read where the models are there already. */
export interface DangerLessons { readonly hash: string; readonly sentences: () => readonly DangerSentence[]; readonly ordinary: () => readonly string[] }

export function dangerLessons(sentences: readonly DangerSentence[], ordinary: readonly string[]): DangerLessons {
  return { hash: createHash('sha256').update(JSON.stringify([sentences, ordinary])).digest('hex'), sentences: () => sentences, ordinary: () => ordinary };
}

/** The models for these lessons: from `cacheFile` when they were made from the same, trained otherwise and kept there. `null`: no file. */
export function safetyModel(lessons: DangerLessons, cacheFile: string | null): SafetyModel {
  return { letters: lettersModel(lessons, cacheFile), ...toldModels(lessons, cacheFile) };
}

/** The first reader by itself: it takes as long to learn as the others together. */
export function lettersModel(lessons: DangerLessons, cacheFile: string | null): Model {
  return keptIn<Model>(cacheFile, hashOf(lessons), () => train(safetyLessons(lessons.sentences(), lessons.ordinary()), pace, { telling: false }));
}

export function toldModels(lessons: DangerLessons, cacheFile: string | null): Omit<SafetyModel, 'letters'> {
  const hash = hashOf(lessons);
  const beside = (suffix: string): string | null => (cacheFile === null ? null : `${cacheFile}.${suffix}`);
  return {
    tale: keptIn<ToldModel>(beside('tale'), hash, () => trainTale(taleLessons(lessons.sentences(), lessons.ordinary()))),
    about: keptIn<ToldModel>(beside('about'), hash, () => trainAbout(aboutLessons(lessons.sentences()))),
  };
}

/** Whether the first is kept there already. */
export function isDangerLearned(lessons: DangerLessons, cacheFile: string): boolean {
  return isKept(cacheFile, hashOf(lessons));
}

function hashOf(lessons: DangerLessons): string {
  return createHash('sha256').update(JSON.stringify([recipe, lettersRecipe, pace, tales, safetyKinds, whos, whens, [...themesOf], lessons.hash, farText(), [...vocabulary], [...idiomIndex.values()].flat().map((idiom) => idiom.pattern.source)])).digest('hex');
}

/** Each text as the second reader learns it. */
export function taleLessons(sentences: readonly DangerSentence[], ordinary: readonly string[]): readonly TaleLesson[] {
  return [
    ...sentences.map(({ kind, tier, says }): TaleLesson => ({ tale: kind === null ? 'none' : isOver(kind, tier) ? over : kind.startsWith('crisis.') ? 'danger' : 'gentle', words: toldWords(says) })),
    ...[...ordinary, ...farText()].map((says): TaleLesson => ({ tale: 'none', words: toldWords(says) })),
  ];
}

function aboutLessons(sentences: readonly DangerSentence[]): readonly AboutLesson[] {
  return sentences.flatMap(({ kind, who, when, says }) => (kind === null ? [] : [{ kind, who, when, words: toldWords(says) }]));
}

const toldWords = (text: string): readonly string[] => withoutIdioms(safetyWords(text));

/** Raised whenever the same sentences would be taught otherwise and nothing else in `hashOf` says so. */
const recipe = 'mend-safety-5';
export const pace = { rounds: 5, step: 8, decay: 0.05 } as const;

/** The words as one text for the classifier: without idioms (`read`), and behind them what they are about (`zzpartner`, `zzafraid`). */
export function lessonText(read: readonly string[], words: readonly string[]): string {
  const about = new Set(words.flatMap((word) => themesOf.get(word) ?? []));
  return [...read, ...[...about].map(themeName).toSorted()].join(' ');
}

const lessonWords = (words: readonly string[]): string => lessonText(withoutIdioms(words), words);
const taught = (text: string): string => lessonWords(safetyWords(text));
