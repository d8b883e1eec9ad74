/** Asked what makes it hard to reach out, people write it in their own words: "i hate phone calls" is "I cannot talk aloud". */
import type { Knowledge, SafetyReply } from './knowledge.ts';
import { fold, holdsOneOf } from './typed.ts';

/** The number of the choice that the words mean; null when they mean none of them. */
export function barrierNamed(text: string, { words }: Pick<Knowledge, 'words'>, { barrier }: Pick<SafetyReply, 'barrier'>): number | null {
  const meant = words.barriers.map((line) => line.split('=')).find(([said = '']) => holdsOneOf(text, [said]))?.[1];
  const at = meant === undefined ? -1 : (barrier?.choices.findIndex(({ label }) => fold(label).startsWith(meant)) ?? -1);
  return at < 0 ? null : at;
}
