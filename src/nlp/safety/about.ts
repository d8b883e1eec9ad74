/** Of words that speak of danger: which danger it is, whose, and when, by how it is told. Asked only where danger was found. */
import { safetyKinds, type SafetyKind, type When, type Who, whens, whos } from '../../conversation/reading.ts';
import { createTold, type ToldModel, trainTold } from './told-model.ts';

export interface About { readonly who: Who; readonly when: When; /** A chance 0..1 for each of `safetyKinds`. */ readonly kinds: readonly number[] }
export interface AboutLesson { readonly kind: SafetyKind; readonly who: Who; readonly when: When; readonly words: readonly string[] }

const answers = [safetyKinds.length, whos.length, whens.length] as const;

export function trainAbout(lessons: readonly AboutLesson[]): ToldModel {
  return trainTold(lessons.map(({ words }) => words), [
    { answers: answers[0], right: lessons.map(({ kind }) => safetyKinds.indexOf(kind)) },
    { answers: answers[1], right: lessons.map(({ who }) => whos.indexOf(who)) },
    { answers: answers[2], right: lessons.map(({ when }) => whens.indexOf(when)) },
  ], 3);
}

export function createAbout(model: ToldModel): (words: readonly string[]) => About {
  const read = createTold(model, answers);
  return (words) => {
    const [kinds, people, times] = read(words) as [Float32Array, Float32Array, Float32Array];
    return { kinds: [...kinds], who: likeliest(whos, people), when: likeliest(whens, times) };
  };
}

const likeliest = <T>(all: readonly T[], chances: Float32Array): T => all[chances.indexOf(Math.max(...chances))]!;
