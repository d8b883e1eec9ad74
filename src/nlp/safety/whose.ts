/** Whose life or body a sentence is about, from the nearest word that names a person. */
import type { Who } from '../../conversation/reading.ts';
import { classes } from './word-classes.ts';

const groups: readonly (readonly [Who, ReadonlySet<string>])[] = (['partner', 'friend', 'child', 'kin'] as const)
  .map((name) => [name === 'kin' ? 'other' : name, classes[name] ?? new Set<string>()] as const);

const pronouns: ReadonlySet<string> = new Set('he she they him her them himself herself themselves his their'.split(' '));

/** `at` is the word itself; pronouns look back for the person they stand for, `fallback` when there is none. */
export function whoIs(words: readonly string[], at: number, fallback: Who, skip: readonly Who[] = []): Who {
  const word = words[at] ?? '';
  if (word === 'i' || word === 'me' || word === 'us' || word === 'myself' || word === 'we' || word === 'my') return 'self';
  const named = groupOf(word);
  if (named !== null) return named;
  if (!pronouns.has(word)) return 'other';
  for (let back = at - 1; back >= 0; back -= 1) {
    const before = groupOf(words[back] ?? '');
    if (before !== null && !skip.includes(before)) return before;
  }
  return fallback;
}

function groupOf(word: string): Who | null {
  for (const [who, words] of groups) if (words.has(word)) return who;
  return null;
}
