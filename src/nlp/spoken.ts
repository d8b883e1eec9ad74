/**
 * Which of the known languages a message is written in: the one whose learnt sentences hold most of its words.
 * A word that several languages share says nothing; where nothing is said, the first language is taken.
 */
import type { SaidWords } from './said-words.ts';
import { wordsOf } from './words.ts';

/** Longer messages are told by their beginning. */
const wordsRead = 60;

export type Spoken = (text: string) => string | null;

/** `said`: the words of learnt sentences by language, the usual language first, looked at with the first message. The returned function gives null when it cannot tell. */
export function spokenIn(said: Readonly<Record<string, Pick<SaidWords, 'words'>>>): Spoken {
  const languages = Object.keys(said);
  let telling: ReadonlyMap<string, number> | null = null;
  const hits = new Int32Array(languages.length);
  return (text) => {
    telling ??= tellingWords(Object.values(said));
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
function tellingWords(said: readonly Pick<SaidWords, 'words'>[]): ReadonlyMap<string, number> {
  const telling = new Map<string, number>();
  said.forEach(({ words }, language) => {
    for (const word of words) telling.set(word, (telling.get(word) ?? language) === language ? language : shared);
  });
  for (const [word, language] of telling) if (language === shared) telling.delete(word);
  return telling;
}
const shared = -1;
