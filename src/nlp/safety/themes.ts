/** What words are about, as far as danger goes: the classes of words that the rules use, numbered. */
import { classes } from './word-classes.ts';

const names = [
  'partner', 'friend', 'child', 'kin', 'parent', 'self', 'hurt', 'hit', 'shove', 'body', 'bruise', 'kill', 'die', 'suicide', 'killself', 'hurtself', 'alive', 'wake', 'pills', 'tool', 'height',
  'vehicle', 'weapon', 'afraid', 'violent', 'money', 'phone', 'track', 'rape', 'drink', 'police',
] as const;
const first = 16;

/** The themes of a word as numbers from 16 on. */
export const themesOf: ReadonlyMap<string, readonly number[]> = byWord();

/** `zzphone`: a theme as a word no person writes. */
export function themeName(theme: number): string {
  return `zz${names[theme - first] ?? ''}`;
}

function byWord(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [at, name] of names.entries()) for (const word of classes[name] ?? []) found.set(word, [...(found.get(word) ?? []), first + at]);
  return found;
}
