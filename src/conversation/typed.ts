/** Reading what is typed instead of pressed: labels without case and punctuation, numbers and ordinals in digits or words. */
import type { Knowledge } from './knowledge.ts';

type Words = Knowledge['words'];

/** Lower case, without accents, punctuation or double spaces: "  ¡La Última! " -> "la ultima". */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/[\u0300-\u036f]+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** "7", "seven", "7 of 10", "7/10" -> 7; null when the text is not just a number. */
export function numberIn(folded: string, words: Words): number | null {
  const bare = folded.replace(/^(?:about|around|maybe|like|roughly|say) /u, '').replace(/ ?ish$/u, '').replace(/ (of|out of|de) (10|ten|diez)$/u, '').replace(/^(\d{1,2}) 10$/u, '$1');
  if (/^\d{1,2}$/u.test(bare)) return Number(bare);
  const index = words.numbers.indexOf(bare);
  return index >= 0 ? index : null;
}

/** "the second", "second one", "2nd", "option 2" -> 2; null otherwise. */
export function ordinalIn(folded: string, words: Words): number | null {
  const bare = folded.replace(/^(the|option|number|la|el|opcion|numero) /u, '').replace(/ (one|option|button)$/u, '');
  const digits = /^(\d{1,2})(st|nd|rd|th)?$/u.exec(bare);
  if (digits) return Number(digits[1]);
  const index = words.ordinals.indexOf(bare);
  return index >= 0 ? index + 1 : null;
}
