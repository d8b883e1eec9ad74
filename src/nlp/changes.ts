/**
 * Ways in which the same message arrives, for measuring how much understanding suffers: each leaves a person able to read it.
 * Deterministic: the same message is always changed the same way, so two measurements can be compared.
 */
export interface Change {
  readonly name: string;
  /** `normalisable`: the words can be read back exactly. `typo`: a letter is really wrong. */
  readonly kind: 'normalisable' | 'typo';
  readonly apply: (text: string) => string;
}

export const changes: readonly Change[] = [
  { name: 'upper case', kind: 'normalisable', apply: upperCase },
  { name: 'mixed case', kind: 'normalisable', apply: mixedCase },
  { name: 'no apostrophes', kind: 'normalisable', apply: withoutApostrophes },
  { name: 'curly apostrophes', kind: 'normalisable', apply: curlyApostrophes },
  { name: 'no marks', kind: 'normalisable', apply: withoutMarks },
  { name: 'fullwidth letters', kind: 'normalisable', apply: fullwidth },
  { name: 'bold mathematical letters', kind: 'normalisable', apply: boldLetters },
  { name: 'Cyrillic look-alikes', kind: 'normalisable', apply: lookAlikes },
  { name: 'accents', kind: 'normalisable', apply: accents },
  { name: 'zero-width characters', kind: 'normalisable', apply: zeroWidth },
  { name: 'soft hyphens', kind: 'normalisable', apply: softHyphens },
  { name: 'every letter spaced', kind: 'normalisable', apply: spacedLetters },
  { name: 'longest word with dots', kind: 'normalisable', apply: dottedWord },
  { name: 'leet', kind: 'normalisable', apply: leet },
  { name: 'leet in the longest word', kind: 'normalisable', apply: leetWord },
  { name: 'drawn-out vowels', kind: 'normalisable', apply: drawnOutVowel },
  { name: 'drawn-out endings', kind: 'normalisable', apply: drawnOutEndings },
  { name: 'emoji around', kind: 'normalisable', apply: emojiAround },
  { name: 'emoji between', kind: 'normalisable', apply: emojiBetween },
  { name: 'line breaks', kind: 'normalisable', apply: lineBreaks },
  { name: 'tabs and wide spaces', kind: 'normalisable', apply: wideSpaces },
  { name: 'politeness around', kind: 'normalisable', apply: politeness },
  { name: 'two neighbours swapped', kind: 'typo', apply: neighboursSwapped },
  { name: 'one letter missing', kind: 'typo', apply: letterMissing },
  { name: 'one letter twice', kind: 'typo', apply: letterTwice },
  { name: 'one wrong letter', kind: 'typo', apply: wrongLetter },
];

function upperCase(text: string): string {
  return text.toUpperCase();
}

function mixedCase(text: string): string {
  return [...text].map((letter, at) => (at % 2 === 0 ? letter.toLowerCase() : letter.toUpperCase())).join('');
}

function withoutApostrophes(text: string): string {
  return text.replaceAll(/['’]/g, '');
}

function curlyApostrophes(text: string): string {
  return text.replaceAll("'", '’');
}

function withoutMarks(text: string): string {
  return text.replaceAll(/[.,!?;:]/g, '');
}

function fullwidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
}

function boldLetters(text: string): string {
  return text.toLowerCase().replaceAll(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 97 + 0x1d41a));
}

function lookAlikes(text: string): string {
  return swap(text, { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', i: 'і', y: 'у' });
}

function accents(text: string): string {
  return swap(text, { a: 'á', e: 'ë', i: 'î', o: 'ò', u: 'ü' });
}

function zeroWidth(text: string): string {
  return [...text].join('\u200B');
}

function softHyphens(text: string): string {
  return text.replaceAll(/([a-z])([a-z])/gi, '$1\u00AD$2');
}

/** `s o   t i r e d`: one space between letters, three between words. */
function spacedLetters(text: string): string {
  return text.split(/\s+/).map((word) => [...word].join(' ')).join('   ');
}

function dottedWord(text: string): string {
  return onLongest(text, (word) => [...word].join('.'));
}

function leet(text: string): string {
  return swap(text, { a: '4', e: '3', o: '0', s: '5' });
}

function leetWord(text: string): string {
  return onLongest(text, (word) => swap(word, { a: '@', e: '3', i: '1', o: '0', t: '7' }));
}

function drawnOutVowel(text: string): string {
  return onLongest(text, (word) => word.replace(/[aeiou]/i, '$&$&$&$&'));
}

function drawnOutEndings(text: string): string {
  return text.replaceAll(/([a-z])\b/gi, '$1$1$1');
}

function emojiAround(text: string): string {
  return `😔 ${text} 💔🥺`;
}

function emojiBetween(text: string): string {
  return text.replaceAll(' ', ' 😭 ');
}

function lineBreaks(text: string): string {
  return text.replaceAll(' ', '\n');
}

function wideSpaces(text: string): string {
  return text.replaceAll(' ', ' \t\u00A0');
}

function politeness(text: string): string {
  return `Hi, sorry to bother you. ${text}. Thank you for listening`;
}

function neighboursSwapped(text: string): string {
  return onLongest(text, (word) => word.slice(0, 2) + (word[3] ?? '') + (word[2] ?? '') + word.slice(4));
}

function letterMissing(text: string): string {
  return onLongest(text, (word) => word.slice(0, 2) + word.slice(3));
}

function letterTwice(text: string): string {
  return onLongest(text, (word) => word.slice(0, 3) + word.slice(2));
}

function wrongLetter(text: string): string {
  return onLongest(text, (word) => word.slice(0, 2) + (word[2] === 'x' ? 'q' : 'x') + word.slice(3));
}

function swap(text: string, letters: Readonly<Record<string, string>>): string {
  return text.replaceAll(/[a-z]/gi, (letter) => letters[letter.toLowerCase()] ?? letter);
}

/** The first of the longest words carries most of the meaning; a message without a word of four letters stays as it is. */
function onLongest(text: string, change: (word: string) => string): string {
  const longest = (text.match(/[a-z]{4,}/gi) ?? []).toSorted((one, other) => other.length - one.length)[0];
  return longest === undefined ? text : text.replace(longest, () => change(longest));
}
