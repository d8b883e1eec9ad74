/** Looks for the crisis phrases of other languages. The person is taken to speak of themselves, now. */
import type { SafetyKind, SafetyReading } from '../../conversation/reading.ts';
import { safetyKinds } from '../../conversation/reading.ts';
import { latin, scripts } from './other-languages.ts';

/** `text` as `plain` gives it: lower case, marks kept. */
export function readLanguages(text: string): SafetyReading | null {
  if (/[^\u0000-\u024F\u1E00-\u1EFF\s\p{P}\p{S}]/u.test(text)) {
    const tight = text.replaceAll(/\s+/g, ' ');
    for (const [kind, phrases] of scriptPhrases) if (phrases.some((phrase) => tight.includes(phrase))) return found(kind);
  }
  const bare = ` ${text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ß', 'ss').replaceAll('đ', 'd').replaceAll(/[^a-z']+/g, ' ')} `;
  for (const [kind, phrases] of latinPhrases) if (phrases.some((phrase) => bare.includes(phrase))) return found(kind);
  return null;
}

function found(kind: SafetyKind): SafetyReading {
  return { tier: 'hard', kind, who: 'self', when: 'now' };
}

const split = (phrases: string | undefined): string[] => (phrases ?? '').split(/[|\n]/).map((phrase) => phrase.trim()).filter((phrase) => phrase !== '');

const scriptPhrases = safetyKinds.map((kind) => [kind, split(scripts[kind]).map((phrase) => phrase.normalize('NFKC').toLowerCase())] as const);
const latinPhrases = safetyKinds.map((kind) => [kind, split(latin[kind]).map((phrase) => ` ${phrase} `)] as const);
