/** Looks for the crisis phrases of other languages. The person is taken to speak of themselves, now. */
import type { SafetyKind, SafetyReading } from '../../conversation/reading.ts';
import { safetyKinds } from '../../conversation/reading.ts';
import { latin, scripts } from './other-languages.ts';

/** `text` as `plain` gives it, for other scripts; `ascii` as `normalise` does, for Latin letters. */
export function readLanguages(text: string, ascii: string): SafetyReading | null {
  if (/[^\u0000-\u024F\u1E00-\u1EFF\s\p{P}\p{S}]/u.test(text)) {
    const tight = text.replaceAll(/\s+/g, ' ');
    for (const [kind, phrases] of scriptPhrases) if (phrases.some((phrase) => tight.includes(phrase))) return found(kind);
  }
  return readLatin(ascii.match(/[a-z']+/g) ?? []);
}

function readLatin(words: readonly string[]): SafetyReading | null {
  for (let at = 0; at < words.length; at += 1) {
    for (const [kind, phrase] of latinPhrases.get(words[at] ?? '') ?? []) {
      if (phrase.every((word, index) => words[at + index] === word)) return found(kind);
    }
  }
  return null;
}

function found(kind: SafetyKind): SafetyReading {
  return { tier: 'hard', kind, who: 'self', when: 'now' };
}

const split = (phrases: string | undefined): string[] => (phrases ?? '').split(/[|\n]/).map((phrase) => phrase.trim()).filter((phrase) => phrase !== '');

const scriptPhrases = safetyKinds.map((kind) => [kind, split(scripts[kind]).map((phrase) => phrase.normalize('NFKC').toLowerCase())] as const);
const latinPhrases = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly (readonly [SafetyKind, readonly string[]])[]> {
  const index = new Map<string, (readonly [SafetyKind, readonly string[]])[]>();
  for (const kind of safetyKinds) {
    for (const phrase of split(latin[kind])) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      index.set(first, [...(index.get(first) ?? []), [kind, words]]);
    }
  }
  return index;
}
