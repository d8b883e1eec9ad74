/**
 * One content file after reading: what it means to the bot, and beside it what the checks need to know -
 * every text that people will see, every link to another file, who reviewed it - each with its line.
 */
import type { Place } from './problem.ts';

/** What a text is for decides how long it may be: see `limits.ts`. */
export type Use = 'screen' | 'message' | 'shorter' | 'care' | 'step' | 'label' | 'title' | 'note' | 'phrase';
export interface ShownText extends Place { readonly use: Use; readonly text: string }

/** `as` names the key that holds the link, in the author's words. */
export interface Link extends Place { readonly as: 'related' | 'exercise' | 'offer' | 'unit' | 'not' | 'source'; readonly to: string }

export interface Unit<T> extends Place {
  readonly id: string;
  readonly value: T;
  readonly texts: readonly ShownText[];
  readonly links: readonly Link[];
  /** The review stamp and its place; null for files that are never shown. */
  readonly reviewed: (Place & { readonly stamp: string }) | null;
}
