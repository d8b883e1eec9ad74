/**
 * What the model is like on sentences it has not learnt: it is trained several times with a part held back, and asked for that part.
 * In one kind of rehearsal some intents are left out altogether each time: their sentences show what happens when somebody asks for
 * something near to what the bot knows, yet beyond it. No out-of-scope examples are needed for that. But a model that lacks a quarter
 * of its intents has less to mix up, and one that lacks a quarter of its sentences mixes up more: how often the finished model
 * is right is seen in the other kind, where every intent is there and little is held back.
 */
import { createLook, type Evidence } from './look.ts';
import { outside, type Lesson } from './model.ts';
import { train } from './train.ts';

export interface Rehearsed extends Evidence {
  /** What the sentence was written for; `null` when that intent was left out or is out of scope. */
  readonly wanted: string | null;
  /** True for intents that were left out: near to the subject. */
  readonly near: boolean;
}

/** `folds` trainings with every intent; each sentence is asked once, where its intent has enough. */
export function rehearseWhole(lessons: readonly Lesson[], folds: number, isEnglish: (word: string) => boolean): Rehearsed[] {
  return rehearse(lessons, folds, isEnglish, () => false);
}

/** `folds` trainings without a part of the intents; a sentence is asked as known, or as left out, once at most. */
export function rehearseWithout(lessons: readonly Lesson[], folds: number, isEnglish: (word: string) => boolean): Rehearsed[] {
  return rehearse(lessons, folds, isEnglish, (at, fold) => at % folds === fold);
}

function rehearse(lessons: readonly Lesson[], folds: number, isEnglish: (word: string) => boolean, isLeftOut: (at: number, fold: number) => boolean): Rehearsed[] {
  const sorted = lessons.toSorted((a, b) => (a.intent < b.intent ? -1 : 1));
  return Array.from({ length: folds }, (_, fold) => {
    const leftOut = sorted.filter((lesson, at) => !outside.has(lesson.intent) && isLeftOut(at, fold));
    const kept = sorted.filter((lesson) => !leftOut.includes(lesson));
    const taught = kept.map(({ intent, says }) => ({ intent, says: says.filter((_say, i) => i % folds !== fold || says.length < folds) }));
    const model = train(taught);
    const look = createLook(model, isEnglish);
    const ask = (text: string, wanted: string | null, near: boolean): Rehearsed => {
      const { best, signals } = look(text);
      return { best, signals, wanted, near };
    };
    return [
      ...leftOut.flatMap(({ says }) => says.filter((_say, i) => i % folds === fold).map((text) => ask(text, null, true))),
      ...kept.flatMap(({ intent, says }) =>
        says.flatMap((text, i) => (i % folds === fold && says.length >= folds ? [ask(text, outside.has(intent) ? null : intent, false)] : [])),
      ),
    ];
  }).flat();
}
