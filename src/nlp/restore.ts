/**
 * A message as it was meant, where it is written in an unusual way: `i cаn't trust` with a Cyrillic `а`, `t r u s t`, `t.r.u.s.t`,
 * `tru5t`, `truuust`. Intents are learnt from words, and none of these is one.
 *
 * What was learnt stays as it is (`b4`, `sum1`, `hmm`), so that learning and reading see the same form; an unusual form is put right
 * only when that gives a word. Ordinary text comes back untouched, and so does text in another script: nothing is made of it.
 * Safety does not read this form but `normalise`, which would rather see a word too many.
 */
import { lookAlikeOf } from './normalise.ts';
import type { SaidWords } from './said-words.ts';
import { joinSpaced } from './spaced-letters.ts';
import { wordsOf } from './words.ts';

export type Restore = (text: string) => string;

/** `said`: the words of learnt sentences, looked at with the first unusual message. `isEnglish`: for words of four letters and more. */
export function createRestore(said: () => readonly SaidWords[], isEnglish: (word: string) => boolean): Restore {
  let learnt: ReadonlyMap<string, number> | null = null;
  const timesLearnt = (word: string): number => (learnt ??= countsOf(said())).get(word) ?? 0;
  const isLearnt = (word: string): boolean => timesLearnt(word) > 0;
  const isWord = (word: string): boolean => isLearnt(word) || (word.length > 3 && isEnglish(word));
  return (text) => {
    if (!strange.test(text) && !unusual.test(text)) return text;
    const foreign = /[^\0-\x7f]/.test(text);
    const straight = foreign ? text.toWellFormed().normalize('NFKD').replaceAll(/[\p{M}\p{Cf}]/gu, '').replaceAll(/[\u2019\u2018\u02BC\u00B4]/g, "'") : text;
    const latin = foreign ? inLatin(straight, isWord) : straight;
    const restored = unusual.test(latin) ? drawnOut(withoutLeet(joinDotted(joinSpaced(latin, isWord), isWord), isLearnt, isWord), timesLearnt, isWord) : latin;
    return restored === straight ? text : restored;
  };
}

/** Neither ASCII nor dashes, quotes and pictures, which hide nothing. */
const strange = /[^\0-\x7f\u2013\u2014\u2018-\u201d\u2026\u{2600}-\u{27bf}\u{1f300}-\u{1faff}]/u;
/** A letter three times; a digit or sign in a word; single letters in a row, apart or joined by marks. */
const unusual = /([a-z])\1\1|[a-z][0-9@$|+]|[0-9@$|+][a-z]|[a-z]![a-z]|(?:^|\s)\S\s{1,9}\S\s{1,9}\S(?:\s|$)|(?:^|[^a-z0-9])[a-z0-9@$][.\-_*~+/][a-z0-9@$][.\-_*~+/][a-z0-9@$]/i;

/**
 * Letters that only look Latin become Latin when some word mixes both (Unicode Technical Standard 39 calls that "mixed script") and
 * most of the text is then words. A text in real Russian or Greek has no such word.
 */
function inLatin(text: string, isWord: (word: string) => boolean): string {
  const outcome = text.replaceAll(/[^\0-\x7f]/gu, latinOf);
  if (outcome === text) return text;
  const mixed = text.match(/[\p{L}\p{N}\p{So}]+/gu)?.some((word) => /[a-z]/i.test(word) && /[^\0-\x7f]/.test(word) && /^[\0-\x7f]+$/.test(word.replaceAll(/[^\0-\x7f]/gu, latinOf))) ?? false;
  if (!mixed) return text;
  const words = wordsOf(outcome);
  return words.filter(isWord).length * 3 >= words.length * 2 ? outcome : text;
}

function countsOf(said: readonly SaidWords[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words, times } of said) words.forEach((word, at) => counts.set(word, (counts.get(word) ?? 0) + times[at]!));
  return counts;
}

function latinOf(letter: string): string {
  const small = letter.toLowerCase();
  const latin = lookAlikeOf(small) ?? letter;
  return small === letter ? latin : latin.toUpperCase();
}

/** `t.r.u.s.t`, `t-r-u-s-t`, `t*r*u*s*t`. Few letters may as well be a list or an abbreviation: they must give a word. */
function joinDotted(text: string, isWord: (word: string) => boolean): string {
  return text.replaceAll(/(?<![a-z0-9@$.\-_*~+/])[a-z0-9@$](?:[.\-_*~+/][a-z0-9@$'])+(?![a-z0-9@$])/gi, (dotted) => {
    const joined = dotted.replaceAll(/[.\-_*~+/]/g, '');
    return /^\d+$/.test(joined) || (joined.length < 5 && !isWord(bare(joined))) ? dotted : joined;
  });
}

/**
 * Digits and signs for letters, word by word, where that gives a word. Short ones (`n0`) and bare numbers (`50` for "so") are read as
 * words only beside two others: they may be amounts.
 */
function withoutLeet(text: string, isLearnt: (word: string) => boolean, isWord: (word: string) => boolean): string {
  const meant = (piece: string): string | null => {
    if (isLearnt(bare(piece)) || !/[0-9@$!|+]/.test(piece) || (!isNumber(piece) && amount.test(piece))) return null;
    return ['i', 'l'].map((one) => piece.replaceAll(/[01345789@$!|+]/g, (sign) => (sign === '1' || sign === '!' || sign === '|' ? one : leet[sign] ?? sign))).find((word) => isWord(bare(word)) || isWord(bare(shortened(word)))) ?? null;
  };
  const isNumber = (piece: string): boolean => !/[a-z]/i.test(piece);
  const isShort = (piece: string): boolean => bare(piece).length < 3 || isNumber(piece);
  const pieces = text.match(leetPiece) ?? [];
  const clear = pieces.filter((piece) => !isShort(piece) && meant(piece) !== null).length;
  return clear === 0 ? text : text.replaceAll(leetPiece, (piece) => (isShort(piece) && clear < 2 ? piece : meant(piece) ?? piece));
}
/** Signs only where they can be letters: not at the end. */
const leetPiece = /(?<![a-z0-9])[a-z0-9@$](?:[a-z0-9@$!|+']*[a-z0-9@$])?(?![a-z0-9])/gi;
const amount = /^[$@]?\d+(?:st|nd|rd|ths?|am|pm|[ap]|k|m|x|s|h|yo|yrs?|mins?|hrs?|kg|cm|ft|gb|mg)?(?:'s)?$/i;
const leet: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g', '@': 'a', $: 's', '+': 't' };

/**
 * `truuust`, `sooo`: of the forms with two letters or one instead of the many, the first that is a word: "tooo" is "too". Where nearly
 * every word is drawn out no word is stressed, and the commonest is taken. Laughs and hums of one letter stay.
 */
function drawnOut(text: string, timesLearnt: (word: string) => number, isWord: (word: string) => boolean): string {
  const words = text.match(/[a-z]+/gi) ?? [];
  const everywhere = words.filter((word) => /([a-z])\1\1$/i.test(word)).length * 2 > words.length;
  return text.replaceAll(/[a-z']+/gi, (word) => {
    if (!/([a-z])\1\1/i.test(word) || timesLearnt(bare(word)) > 0 || (/^(.)\1*$/.test(word) && !/^[iu]/i.test(word) && !everywhere)) return word;
    const forms = formsOf(word).filter((form) => isWord(bare(form)));
    const meant = everywhere ? forms.toSorted((one, other) => timesLearnt(bare(other)) - timesLearnt(bare(one)))[0] : forms[0];
    return meant ?? (shortened(word).length > 3 ? shortened(word) : word);
  });
}

/** Every run as two letters or as one. */
function formsOf(word: string): string[] {
  let forms = [''];
  for (const [part, letter] of word.matchAll(/([a-z'])\1*/gi)) {
    const ways = part.length < 3 ? [part] : [letter! + letter!, letter!];
    forms = forms.flatMap((form) => ways.map((way) => form + way)).slice(0, mostForms);
  }
  return forms;
}
const mostForms = 16;

const shortened = (word: string): string => word.replaceAll(/([a-z])\1{2,}/gi, (run, letter: string, at: number) => (at > 0 && at + run.length < word.length ? letter + letter : letter));
const bare = (word: string): string => word.toLowerCase().replaceAll("'", '');
