/** Ways in which the same message arrives: each leaves a person able to read it. Deterministic: the same message is always changed the same way. */
export interface Change { readonly name: string; readonly kind: 'spelling' | 'typo'; readonly apply: (text: string) => string }

export const changes: readonly Change[] = [
  { name: 'upper case', kind: 'spelling', apply: (text) => text.toUpperCase() },
  { name: 'no apostrophes', kind: 'spelling', apply: (text) => text.replaceAll(/['’]/g, '') },
  { name: 'curly apostrophes', kind: 'spelling', apply: (text) => text.replaceAll("'", '’') },
  { name: 'no marks', kind: 'spelling', apply: (text) => text.replaceAll(/[.,!?;:]/g, '') },
  { name: 'fullwidth letters', kind: 'spelling', apply: (text) => text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)) },
  { name: 'bold mathematical letters', kind: 'spelling', apply: (text) => text.toLowerCase().replaceAll(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 97 + 0x1d41a)) },
  { name: 'Cyrillic look-alikes', kind: 'spelling', apply: (text) => swap(text, { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', i: 'і', y: 'у' }) },
  { name: 'accents', kind: 'spelling', apply: (text) => swap(text, { a: 'á', e: 'ë', i: 'î', o: 'ò', u: 'ü' }) },
  { name: 'zero-width characters', kind: 'spelling', apply: (text) => [...text].join('\u200B') },
  { name: 'soft hyphens', kind: 'spelling', apply: (text) => text.replaceAll(/([a-z])([a-z])/gi, '$1\u00AD$2') },
  { name: 'every letter spaced', kind: 'spelling', apply: (text) => text.split(/\s+/).map((word) => [...word].join(' ')).join('   ') },
  { name: 'longest word with dots', kind: 'spelling', apply: (text) => onLongest(text, (word) => [...word].join('.')) },
  { name: 'leet', kind: 'spelling', apply: (text) => swap(text, { a: '4', e: '3', o: '0', s: '5' }) },
  { name: 'leet in the longest word', kind: 'spelling', apply: (text) => onLongest(text, (word) => swap(word, { a: '@', e: '3', i: '1', o: '0', t: '7' })) },
  { name: 'drawn-out vowels', kind: 'spelling', apply: (text) => onLongest(text, (word) => word.replace(/[aeiou]/i, '$&$&$&$&')) },
  { name: 'drawn-out endings', kind: 'spelling', apply: (text) => text.replaceAll(/([a-z])\b/gi, '$1$1$1') },
  { name: 'emoji around', kind: 'spelling', apply: (text) => `😔 ${text} 💔🥺` },
  { name: 'line breaks', kind: 'spelling', apply: (text) => text.replaceAll(' ', '\n') },
  { name: 'tabs and wide spaces', kind: 'spelling', apply: (text) => text.replaceAll(' ', ' \t\u00A0') },
  { name: 'politeness around', kind: 'spelling', apply: (text) => `Hi, sorry to bother you. ${text}. Thank you for listening` },
  { name: 'two neighbours swapped', kind: 'typo', apply: (text) => onLongest(text, (word) => word.slice(0, 2) + (word[3] ?? '') + (word[2] ?? '') + word.slice(4)) },
  { name: 'one letter missing', kind: 'typo', apply: (text) => onLongest(text, (word) => word.slice(0, 2) + word.slice(3)) },
  { name: 'one letter twice', kind: 'typo', apply: (text) => onLongest(text, (word) => word.slice(0, 3) + word.slice(2)) },
  { name: 'one wrong letter', kind: 'typo', apply: (text) => onLongest(text, (word) => word.slice(0, 2) + (word[2] === 'x' ? 'q' : 'x') + word.slice(3)) },
];

function swap(text: string, letters: Readonly<Record<string, string>>): string {
  return text.replaceAll(/[a-z]/gi, (letter) => letters[letter.toLowerCase()] ?? letter);
}

function onLongest(text: string, change: (word: string) => string): string {
  const longest = (text.match(/[a-z]{4,}/gi) ?? []).toSorted((one, other) => other.length - one.length)[0];
  return longest === undefined ? text : text.replace(longest, () => change(longest));
}
