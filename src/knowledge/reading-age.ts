/**
 * How old a reader must be to read a text with ease: the Flesch-Kincaid grade level plus five years, the age at which grade 0 begins.
 *
 *   grade = 0.39 x words / sentences + 11.8 x syllables / words - 15.59
 *
 * Source: Kincaid, Fishburne, Rogers, Chissom, "Derivation of new readability formulas for Navy enlisted personnel",
 * Research Branch Report 8-75 (1975), https://stars.library.ucf.edu/istlibrary/56/
 * It was made for passages, not for single lines, so it is applied to texts of at least `enoughWords` words;
 * shorter ones of a file are read together. It sees long words and long sentences and nothing else.
 */
import { sentencesOf, wordsOf } from './sentences.ts';
import { syllablesOf } from './syllables.ts';

export const enoughWords = 30;
/** The oldest reader that a text may ask for, in years. */
export const oldestReader = 13;

/** In years, not rounded. 0 for a text without words. */
export function readingAge(text: string): number {
  return ageOf(sentencesOf(text));
}

/** The sentence that asks most of a reader, or null for a text without words. */
export function hardestSentence(text: string): string | null {
  return sentencesOf(text).toSorted((a, b) => ageOf([b]) - ageOf([a]))[0] ?? null;
}

function ageOf(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => wordsOf(sentence));
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return grade + 5;
}
