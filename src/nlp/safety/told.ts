/**
 * How something is told, as numbers: which words follow which, who does what to whom, what it is about in which order, and
 * what is denied. "My wife took his keys" and "he takes my phone" share hardly a letter; here both are "partner, take, mine".
 * Each feature is a 32-bit number mixed from its words, so that reading a message makes no strings.
 */
import { stem } from '../natural.ts';
import { remembering } from '../remember.ts';
import { STOP } from './pattern.ts';
import { themesOf } from './themes.ts';
import { classes } from './word-classes.ts';

/** `counted`: a feature of this kind never learned makes the message stranger, and the detector less sure. */
export type Take = (feature: number, counted: boolean) => void;

/** Hands every feature of the words, idioms blanked as `_`, to `take`; the same one as often as it occurs. */
export function eachFeature(words: readonly string[], take: Take): void {
  const said = words.filter((word) => word !== '_' && word !== STOP);
  inOrder(said, take);
  about(said, take);
  whoWhom(said, take);
  denied(words, take);
}

/** Words and stems: alone, next to each other, and up to three apart. */
function inOrder(said: readonly string[], take: Take): void {
  let before = edge, stemBefore = edge, earlier = 0, earliest = 0;
  for (let at = 0; at <= said.length; at += 1) {
    const word = said[at];
    const known = word === undefined ? null : numbersOf(word);
    const now = known?.word ?? end;
    const stemmed = known?.stem ?? end;
    if (known !== null) {
      take(mix(1, now, 0, 0), true);
      take(mix(2, stemmed, 0, 0), true);
      if (earlier !== 0) take(mix(3, earlier, stemmed, 0), false);
      if (earliest !== 0) take(mix(3, earliest, stemmed, 0), false);
    }
    take(mix(4, before, now, 0), true);
    take(mix(5, stemBefore, stemmed, 0), true);
    earliest = earlier;
    earlier = stemBefore === edge ? 0 : stemBefore;
    before = now;
    stemBefore = stemmed;
  }
}

/** What it is about (hitting, money, phone ...), in the order told, and any two together. */
function about(said: readonly string[], take: Take): void {
  const order: number[] = [];
  const all = new Set<number>();
  for (const word of said) {
    const themes = themesOf.get(word);
    if (themes === undefined) continue;
    for (const theme of themes) all.add(theme);
    if (order.at(-1) !== themes[0]) order.push(themes[0]!);
  }
  for (const theme of all) take(mix(6, theme, 0, 0), false);
  for (let at = 1; at < order.length; at += 1) {
    take(mix(7, order[at - 1]!, order[at]!, 0), false);
    if (at > 1) take(mix(8, order[at - 2]!, order[at - 1]!, order[at]!), false);
  }
  const sorted = [...new Set(order)].toSorted((one, other) => one - other);
  for (const [at, one] of sorted.entries()) for (const other of sorted.slice(at + 1)) take(mix(9, one, other, 0), false);
}

/** Two and three in a row with every person named by what they are to the writer, and small words left out. */
function whoWhom(said: readonly string[], take: Take): void {
  const seen: number[] = [edge];
  let owned = false;
  for (const word of said) {
    if (small.has(word)) continue;
    const person = people.get(word);
    if (owned && (person === undefined || person < 4)) seen.push(mine);
    owned = person === mine;
    if (!owned) seen.push(person ?? numbersOf(word).stem);
  }
  if (owned) seen.push(mine);
  seen.push(end);
  for (let at = 1; at < seen.length; at += 1) {
    take(mix(10, seen[at - 1]!, seen[at]!, 0), false);
    if (at === 1) continue;
    take(mix(11, seen[at - 2]!, seen[at - 1]!, seen[at]!), false);
    take(mix(12, seen[at - 2]!, seen[at]!, 0), false);
  }
}

/** The four words after a "not", up to "but" or the end of the sentence. */
function denied(words: readonly string[], take: Take): void {
  let left = 0;
  for (const word of words) {
    if (word === '_') continue;
    if (word === STOP || word === 'but') left = 0;
    else if (nots.has(word)) left = 4;
    else if (left > 0) {
      left -= 1;
      take(mix(13, numbersOf(word).stem, 0, 0), false);
    }
  }
}

const edge = 1;
const end = 2;
const mine = 3;
const set = (words: string): readonly string[] => words.split(' ');
const nots: ReadonlySet<string> = new Set(set('not never no nobody without nothing cannot'));
const small: ReadonlySet<string> = new Set(set('a the so really just very that this am is are was be been to of'));
const people: ReadonlyMap<string, number> = new Map([
  ...[...(classes['friend'] ?? []), ...(classes['kin'] ?? [])].map((word) => [word, 7] as const),
  ...[...(classes['child'] ?? [])].map((word) => [word, 8] as const),
  ...set('he she him her his they hers husband wife boyfriend girlfriend partner spouse fiance ex hubby bloke fella missus mrs hubs lover').map((word) => [word, 6] as const),
  ...set('i we').map((word) => [word, 1 + 3] as const), ...set('me myself us').map((word) => [word, 2 + 3] as const), ...set('my mine our').map((word) => [word, mine] as const),
]);

interface Numbers { readonly word: number; readonly stem: number }
const numbersOf: (word: string) => Numbers = remembering((word) => ({ word: numberOf(word), stem: numberOf(stem(word)) }));

/** FNV-1a (Fowler, Noll and Vo; RFC 9923), above the small numbers that stand for people and edges. */
function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash | 0x100;
}

/** Mixed as in MurmurHash3 by Austin Appleby (public domain). 1 to 2^31 - 1. */
function mix(kind: number, first: number, second: number, third: number): number {
  let hash = kind;
  for (const part of [first, second, third]) {
    const turned = Math.imul(part, 0xcc9e2d51);
    hash ^= Math.imul((turned << 15) | (turned >>> 17), 0x1b873593);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 1) || 1;
}
