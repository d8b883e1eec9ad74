/**
 * Which of the known languages a message is written in: the one whose learnt sentences hold most of its words.
 * A word that several languages share says nothing; where nothing is said, the first language is taken.
 */
import { wordsOf } from './words.ts';

/** Longer messages are told by their beginning. */
const wordsRead = 60;

export type Spoken = (text: string) => string | null;

/** `says`: learnt sentences by language, the usual language first. The returned function gives null when it cannot tell. */
export function spokenIn(says: Readonly<Record<string, readonly string[]>>): Spoken {
  const vocabularies = Object.entries(says).map(([language, sentences]) => [language, new Set(sentences.flatMap((sentence) => wordsOf(sentence)))] as const);
  return (text) => {
    const words = wordsOf(text.slice(0, 600)).slice(0, wordsRead);
    const shares = vocabularies.map(([language, known]) => ({ language, hits: words.filter((word) => known.has(word) && isTelling(word, known)).length }));
    const [best, second] = shares.toSorted((a, b) => b.hits - a.hits);
    return best && best.hits > 0 && best.hits > (second?.hits ?? 0) ? best.language : null;
  };

  function isTelling(word: string, own: ReadonlySet<string>): boolean {
    return vocabularies.every(([, known]) => known === own || !known.has(word));
  }
}
