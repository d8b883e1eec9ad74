/**
 * What may be kept of a question that had no answer: at most three words, alphabetically, each of them out of a list that anybody
 * can read in this repository. `how do i tell my kids that Miriam and I separate?` is `kid, separate, tell`.
 *
 * Lossy by construction, whatever the text is: the words are the list's own (the one with the same stem, never the one that was
 * written), their order is gone, and so is everything else: names, numbers, rare words, who did what to whom. Somebody who reads
 * every gist learns at most which three of some thousand everyday words stood in a question.
 */
import { readFileSync } from 'node:fs';
import { asks } from './asking.ts';
import { small } from './language.ts';
import { stem } from './natural.ts';
import { classes } from './safety/word-classes.ts';
import type { SaidWords } from './said-words.ts';
import { sentencesOf } from './sentences.ts';
import { readablePart, wordsOf } from './words.ts';

/** Null when there is nothing that may be kept. */
export type Gist = (text: string) => string | null;

/** `said`: the words of the sentences that were learnt; `english`: whether WordNet's everyday words and English stems are used. Nothing is read before the first question. */
export function createGist(said: () => SaidWords, english: boolean): Gist {
  let words: ReadonlyMap<string, Entry> | null = null;
  const rootOf = english ? stem : (word: string): string => word;
  return (text) => {
    words ??= entriesOf(said(), english ? readPlainWords() : [], rootOf);
    const spoken = wordsOf(readablePart(text));
    if (spoken.some((word) => dangerous.has(word))) return null;
    const sentence = sentencesOf(readablePart(text)).findLast(asks);
    const found = new Set<Entry>();
    for (const word of sentence === undefined ? spoken : wordsOf(sentence)) {
      const entry = small.has(word) ? undefined : words.get(rootOf(word));
      if (entry !== undefined) found.add(entry);
    }
    const telling = [...found].toSorted((one, other) => one.count - other.count || byCode(one.word, other.word)).slice(0, mostWords);
    return telling.length === 0 ? null : telling.map(({ word }) => word).toSorted(byCode).join(separator);
  };
}

const mostWords = 3;
const separator = ', ';
const byCode = (a: string, b: string): number => (a < b ? -1 : 1);

/** Whether a text looks like a gist: counts of older versions were kept under other names. */
export function isGist(text: string): boolean {
  const words = text.split(separator);
  return words.length <= mostWords && words.every((word) => /^\p{L}{2,}$/u.test(word));
}

/** `word`: what is kept for every word of this root. `count`: in how many learnt sentences; the fewer, the more it tells. */
interface Entry { readonly word: string; readonly count: number }

/** A learnt word must stand in several sentences: one alone could be a name that an author made up. */
const fewestSentences = 3;
/** What stands in more than two of a hundred sentences tells nothing about one of them. */
const mostShare = 0.02;

function entriesOf(said: SaidWords, plain: readonly (readonly [string, string])[], rootOf: (word: string) => string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>(plain.map(([word, root]) => [root, { word, count: 0 }]));
  for (const [at, word] of said.words.entries()) {
    const count = said.sentences[at]!;
    if (count < fewestSentences || !/^\p{L}{3,}$/u.test(word)) continue;
    const root = rootOf(word);
    const before = entries.get(root) ?? { word, count };
    entries.set(root, { word: [before.word, word].toSorted((a, b) => a.length - b.length || byCode(a, b))[0]!, count: Math.max(before.count, count) });
  }
  for (const [root, { count }] of entries) if (count > said.said * mostShare) entries.delete(root);
  return entries;
}

/** Everyday words and their roots. Made from WordNet by `scripts/nlp-plain-words.ts`; its licence is in `word-vectors.bin`. */
function readPlainWords(): (readonly [string, string])[] {
  return readFileSync(new URL('plain-words.txt', import.meta.url), 'utf8').trim().split('\n').map((line) => {
    const [word = '', root = word] = line.split(' ');
    return [word, root] as const;
  });
}

/** A question with one of these may be a disclosure that the safety part did not see: nothing is kept of it. */
const dangerous: ReadonlySet<string> = new Set(
  ['die', 'kill', 'suicide', 'hurtself', 'rape', 'weapon', 'hit', 'bruise', 'violent', 'pills', 'police', 'afraid'].flatMap((name) => [...(classes[name] ?? [])]),
);
