/** Is it danger, by how it is told? */
import { createTold, type ToldModel, trainTold } from './told-model.ts';

/** Danger; what is asked about gently; what is no danger; what is over. A column each. */
export const tales = ['danger', 'gentle', 'none', 'over'] as const;
export type Tale = (typeof tales)[number];
export interface TaleLesson { readonly tale: Tale; readonly words: readonly string[] }

export function trainTale(lessons: readonly TaleLesson[]): ToldModel {
  return trainTold(lessons.map(({ words }) => words), [{ answers: tales.length, right: lessons.map(({ tale }) => tales.indexOf(tale)) }], 2);
}

/** Chances 0..1 for words with idioms blanked. */
export function createTale(model: ToldModel): (words: readonly string[]) => { readonly danger: number; readonly gentle: number; readonly over: number } {
  const read = createTold(model, [tales.length]);
  return (words) => {
    const [danger = 0, gentle = 0, , over = 0] = read(words)[0]!;
    return { danger, gentle, over };
  };
}
