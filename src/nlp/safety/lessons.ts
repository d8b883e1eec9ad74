/** What the learned detector is taught: sentences of danger by kind and person, and beside them ordinary talk. */
import { createHash } from 'node:crypto';
import type { SafetyKind, When, Who } from '../../conversation/reading.ts';
import { farText } from '../far-text.ts';
import { isKept, keptIn } from '../kept.ts';
import type { Lesson, Model } from '../model.ts';
import { recipe as lettersRecipe, train } from '../train.ts';
import { safetyWords } from './detect.ts';
import { withoutIdioms } from './read-rules.ts';
import { idiomIndex, vocabulary } from './rulebook.ts';
import { themeName, themesOf } from './themes.ts';
import { type ToldLesson, type ToldModel, trainTold } from './told-model.ts';

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

/** One lesson a kind and person. The sentences are as the rules read them, so that look-alikes and slips hide nothing. */
export function safetyLessons(sentences: readonly DangerSentence[], ordinary: readonly string[]): readonly Lesson[] {
  const labelOf = labelsFor(sentences);
  const lessons = new Map<string, string[]>([[none, [...ordinary, ...farText()].map(taught)]]);
  for (const sentence of sentences) {
    const label = labelOf(sentence);
    const says = lessons.get(label) ?? [];
    says.push(taught(sentence.says));
    lessons.set(label, says);
  }
  return [...lessons].map(([intent, says]) => ({ intent, says }));
}

/** Two readers that seldom err together: `letters` knows words by their letters and which danger it is, `told` how things are told. */
export interface SafetyModel { readonly letters: Model; readonly told: ToldModel }

/** `hash` names both lists, so that they need not be read where the models are there already. */
export interface DangerLessons { readonly hash: string; readonly sentences: () => readonly DangerSentence[]; readonly ordinary: () => readonly string[] }

export function dangerLessons(sentences: readonly DangerSentence[], ordinary: readonly string[]): DangerLessons {
  return { hash: createHash('sha256').update(JSON.stringify([sentences, ordinary])).digest('hex'), sentences: () => sentences, ordinary: () => ordinary };
}

/** The models for these lessons: from `cacheFile` when they were made from the same, trained otherwise and kept there. `null`: no file. */
export function safetyModel(lessons: DangerLessons, cacheFile: string | null): SafetyModel {
  return { letters: lettersModel(lessons, cacheFile), told: toldModel(lessons, cacheFile) };
}

/** The first of the two, by itself: it takes three times as long to learn as the second. */
export function lettersModel(lessons: DangerLessons, cacheFile: string | null): Model {
  return keptIn<Model>(cacheFile, hashOf(lessons), () => train(safetyLessons(lessons.sentences(), lessons.ordinary()), pace, false));
}

export function toldModel(lessons: DangerLessons, cacheFile: string | null): ToldModel {
  return keptIn<ToldModel>(cacheFile === null ? null : toldFile(cacheFile), hashOf(lessons), () => trainTold(toldLessons(lessons.sentences(), lessons.ordinary())));
}

/** Whether the first is kept there already. */
export function isDangerLearned(lessons: DangerLessons, cacheFile: string): boolean {
  return isKept(cacheFile, hashOf(lessons));
}

const toldFile = (cacheFile: string): string => `${cacheFile}.told`;

function hashOf(lessons: DangerLessons): string {
  return createHash('sha256').update(JSON.stringify([recipe, lettersRecipe, lessons.hash, farText(), [...vocabulary], [...idiomIndex.values()].flat().map((idiom) => idiom.pattern.source)])).digest('hex');
}

/** Each text as the second reader learns it: danger, what is asked about gently, over, or none. */
export function toldLessons(sentences: readonly DangerSentence[], ordinary: readonly string[]): readonly ToldLesson[] {
  return [
    ...sentences.map(({ kind, tier, says }): ToldLesson => ({ label: kind === null ? 'none' : kind.startsWith('safety.') ? 'gentle' : tier === 'hard' ? 'danger' : over, words: withoutIdioms(safetyWords(says)) })),
    ...[...ordinary, ...farText()].map((says): ToldLesson => ({ label: 'none', words: withoutIdioms(safetyWords(says)) })),
  ];
}

/** Changes whenever the same sentences would be taught otherwise. */
const recipe = 'mend-safety-4';
export const pace = { rounds: 5, step: 8, decay: 0.05 } as const;

/** The words as one text for the classifier: without idioms (`read`), and behind them what they are about (`zzpartner`, `zzafraid`). */
export function lessonText(read: readonly string[], words: readonly string[]): string {
  const about = new Set(words.flatMap((word) => themesOf.get(word) ?? []));
  return [...read, ...[...about].map(themeName).toSorted()].join(' ');
}

const lessonWords = (words: readonly string[]): string => lessonText(withoutIdioms(words), words);
const taught = (text: string): string => lessonWords(safetyWords(text));

/** `crisis.self-harm/friend`; a person named in few sentences of a kind counts as the one named in most. */
function labelsFor(sentences: readonly DangerSentence[]): (sentence: DangerSentence) => string {
  const counts = new Map<SafetyKind, Map<Who, number>>();
  for (const { kind, who } of sentences) {
    if (kind === null) continue;
    const people = counts.get(kind) ?? new Map<Who, number>();
    counts.set(kind, people.set(who, (people.get(who) ?? 0) + 1));
  }
  return ({ kind, tier, who }) => {
    if (kind === null) return none;
    if (tier !== 'hard' && kind.startsWith('crisis.')) return over;
    const people = [...(counts.get(kind) ?? [])].toSorted((one, other) => other[1] - one[1]);
    const enough = people.some(([each, count]) => each === who && count >= fewest);
    return `${kind}/${enough ? who : (people[0]?.[0] ?? who)}`;
  };
}
const fewest = 8;
