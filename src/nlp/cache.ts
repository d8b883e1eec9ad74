/** The model for what is taught: kept in a file, or trained now. */
import { createHash } from 'node:crypto';
import { farText, withFarText } from './far-text.ts';
import { isKept, type Kept, keptIn } from './kept.ts';
import type { Lesson, Model } from './model.ts';
import { recipe, train } from './train.ts';

/** `hash` names the lessons, so that they need not be read where the model is there already. */
export interface Taught { readonly hash: string; readonly lessons: () => readonly Lesson[] }

/** The model for these lessons and far text: from `cacheFile` when it is sound, trained otherwise and then kept there. `null`: no file. */
export function modelFor(taught: Taught, cacheFile: string | null): Kept<Model> {
  return keptIn<Model>(cacheFile, hashOf(taught.hash), () => train(withFarText(taught.lessons())));
}

/** Whether it is kept there already. */
export function isModelKept(taught: Pick<Taught, 'hash'>, cacheFile: string): boolean {
  return isKept(cacheFile, hashOf(taught.hash));
}

function hashOf(lessons: string): string {
  return createHash('sha256').update(JSON.stringify([recipe, lessons, farText()])).digest('hex');
}
