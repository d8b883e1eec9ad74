/** Reading what is typed instead of pressed: labels without case and punctuation, numbers and ordinals in digits or words. */
import type { Knowledge } from './knowledge.ts';

type Words = Knowledge['words'];

/** Lower case, without accents, punctuation or double spaces: "  ¡La Última! " -> "la ultima". */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/[\u0300-\u036f]+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** One of the words or short phrases stands in the text: "can't" also when the list has "cant". */
export function holdsOneOf(text: string, words: readonly string[]): boolean {
  const told = [` ${fold(text)} `, ` ${fold(text.replace(/['’]/gu, ''))} `];
  return words.some((word) => told.some((each) => each.includes(` ${word} `)));
}

/** A sentence of the text ends with one of the words or short phrases. */
export function endsWithOneOf(text: string, words: readonly string[]): boolean {
  const sentences = text.replace(/['’]/gu, '').split(/[.!?\n]+/u).map((sentence) => ` ${fold(sentence)}`);
  return words.some((word) => sentences.some((sentence) => sentence.endsWith(` ${word}`)));
}

/** "7", "seven", "about 7", "7ish", "7 of 10", "7/10" -> 7; null when the text is not just a number. */
export function numberIn(folded: string, words: Words): number | null {
  const bare = without(folded, words['before-number'], words['after-number']).replace(/^(\d{1,2}) 10$/u, '$1');
  if (/^\d{1,2}$/u.test(bare)) return Number(bare);
  const index = words.numbers.indexOf(bare);
  return index >= 0 ? index : null;
}

/** "the second", "second one", "2nd", "option 2" -> 2; null otherwise. */
export function ordinalIn(folded: string, words: Words): number | null {
  const bare = without(folded, words['before-ordinal'], words['after-ordinal']);
  if (/^\d{1,2}$/u.test(bare)) return Number(bare);
  const index = words.ordinals.indexOf(bare);
  return index >= 0 ? index + 1 : null;
}

/** "in the evening" -> "19:00", "tomorrow morning" -> "09:00": the time of day that the text names; null when it names none or two. */
export function timeOfDayIn(folded: string, words: Words): string | null {
  const hours = words['times-of-day'].flatMap((line) => {
    const [name = '', hour = ''] = line.split('=');
    return ` ${folded} `.includes(` ${name} `) ? [hour] : [];
  });
  return new Set(hours).size === 1 ? (hours[0] ?? null) : null;
}

/** The text without the first fitting word before it and the first fitting one after it. */
function without(folded: string, before: readonly string[], after: readonly string[]): string {
  const first = before.find((word) => folded.startsWith(`${word} `));
  const rest = first === undefined ? folded : folded.slice(first.length + 1);
  const last = after.find((word) => rest.endsWith(` ${word}`) || (rest.endsWith(word) && /^\d/u.test(rest)));
  return last === undefined ? rest : rest.slice(0, -last.length).trim();
}
