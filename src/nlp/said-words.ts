/**
 * How often each word was said in the sentences of a language: what tells languages apart, what counts as a word at all, and what is
 * rare enough to tell something about a question. Kept beside the models, so that no start reads the sentences themselves.
 */
import { wordsOf } from './words.ts';

export interface SaidWords {
  /** How many sentences there are. */
  readonly said: number;
  readonly words: readonly string[];
  /** How often each word was said. */
  readonly times: Int32Array;
  /** In how many sentences each stands. */
  readonly sentences: Int32Array;
}

export function saidWords(said: readonly string[]): SaidWords {
  const counts = new Map<string, { times: number; sentences: number; last: number }>();
  said.forEach((sentence, at) => {
    for (const word of wordsOf(sentence)) {
      const count = counts.get(word) ?? { times: 0, sentences: 0, last: -1 };
      count.times += 1;
      if (count.last !== at) count.sentences += 1;
      count.last = at;
      counts.set(word, count);
    }
  });
  const all = [...counts.values()];
  return { said: said.length, words: [...counts.keys()], times: Int32Array.from(all, (count) => count.times), sentences: Int32Array.from(all, (count) => count.sentences) };
}
