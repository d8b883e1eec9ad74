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
  const languages = Object.keys(says);
  const telling = tellingWords(Object.values(says));
  const hits = new Int32Array(languages.length);
  return (text) => {
    hits.fill(0);
    for (const word of wordsOf(text.slice(0, 600)).slice(0, wordsRead)) {
      const language = telling.get(word);
      if (language !== undefined) hits[language]! += 1;
    }
    const most = Math.max(...hits);
    const best = hits.indexOf(most);
    return most > 0 && hits.lastIndexOf(most) === best ? (languages[best] ?? null) : null;
  };
}

/** Each word that only one language has, and which. */
function tellingWords(says: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const telling = new Map<string, number>();
  says.forEach((sentences, language) => {
    for (const sentence of sentences) for (const word of wordsOf(sentence)) telling.set(word, (telling.get(word) ?? language) === language ? language : shared);
  });
  for (const [word, language] of telling) if (language === shared) telling.delete(word);
  return telling;
}
const shared = -1;
