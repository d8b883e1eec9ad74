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
  let doubt: SafetyReading | null = null;
  for (let at = 0; at < words.length; at += 1) {
    for (const [kind, phrase] of latinPhrases.get(words[at] ?? '') ?? []) {
      if (!phrase.every((word, index) => words[at + index] === word)) continue;
      const after = words.slice(at + phrase.length, at + phrase.length + 3).join(' ');
      if (harmless.test(after)) continue;
      if (!figure.test(after)) return found(kind);
      doubt = doubtful;
    }
  }
  return doubt;
}

/** "Me quiero morir de la vergüenza", "envie de mourir de rire": most often a way of speaking, so it is asked about and no alarm. */
const figure = /^de (?:(?:la|el|tanta|puro|pura) )?(?:verguenza|pena ajena|risa|hambre|sueno|calor|frio|aburrimiento|ganas|sed|honte|rire|faim|vergonha|rir|fome|sono)\b/;
/** "Mi novio me pegó la gripe", "me golpeó la autoestima": what was passed on or hit is no body. */
const harmless = /^(?:trabajando|estudiando|(?:el|la|un|una) (?:covid|gripe|gripa|virus|resfriado|catarro|tos|mania|costumbre|autoestima|ego|corazon|alma|noticia))\b/;
const doubtful: SafetyReading = { tier: 'soft', kind: 'safety.unsure', who: 'self', when: 'unclear' };

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
