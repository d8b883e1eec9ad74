/**
 * What a button carries. A press is small, typed, and the same on every platform.
 *
 * `choose` answers a numbered question and is valid only while that question is open.
 * `open` leads somewhere and stays valid for ever, months later and after a restart.
 *
 * On the wire a press is a short string of at most 64 bytes (Telegram's callback_data; Discord allows 100):
 *   c|42|back    choose, question 42, choice "back"
 *   o|m|faq.how-long    open, more, of this answer
 *   f|42    form        j|2026-11-22    join        w|telegram:7|42|yes    moderate
 */
import type { Ask, PersonId } from './ids.ts';

/**
 * `answer`, `more`, `source`, `not-meant`: of an answer. `exercise`: start it, or go on where it was left.
 * `menu`: a page of the menu, or something built in. `lines`: help lines, of a kind. `false-alarm`: of a safety reply.
 * `share`: an answer with everybody in the channel.
 */
export type OpenWhat = 'answer' | 'more' | 'source' | 'not-meant' | 'exercise' | 'menu' | 'lines' | 'false-alarm' | 'share';

export type Press =
  | { readonly kind: 'choose'; readonly of: Ask; readonly choice: string }
  | { readonly kind: 'open'; readonly what: OpenWhat; readonly id: string }
  | { readonly kind: 'form'; readonly of: Ask }
  | { readonly kind: 'join'; readonly slot: string }
  | { readonly kind: 'moderate'; readonly by: PersonId; readonly of: Ask; readonly choice: string };

/** A button: its label makes sense alone, read aloud. */
export interface Choice {
  readonly label: string;
  readonly press: Press;
  readonly style?: 'main' | 'quiet';
}

const whatCodes = {
  answer: 'a', more: 'm', source: 's', 'not-meant': 'x', exercise: 'e', menu: 'n', lines: 'l', 'false-alarm': 'f', share: 'h',
} as const satisfies Record<OpenWhat, string>;
const whatOfCode = new Map<string, OpenWhat>(Object.entries(whatCodes).map(([what, code]) => [code, what as OpenWhat]));

/** The longest wire form any platform accepts (Telegram `callback_data`), in bytes of UTF-8. */
export const maxPressBytes = 64;

export function encodePress(press: Press): string {
  switch (press.kind) {
    case 'choose': return `c|${press.of}|${press.choice}`;
    case 'open': return `o|${whatCodes[press.what]}|${press.id}`;
    case 'form': return `f|${press.of}`;
    case 'join': return `j|${press.slot}`;
    case 'moderate': return `w|${press.by}|${press.of}|${press.choice}`;
    default: return press satisfies never;
  }
}

/** The press a wire form stands for, or null when it is forged or damaged. */
export function decodePress(wire: string): Press | null {
  const [code, a, b, c, ...rest] = wire.split('|');
  if (rest.length > 0 || wire.length > maxPressBytes * 2) return null;
  const of = asAsk(code === 'w' ? b : a);
  if (code === 'c' && of !== null && b && c === undefined) return { kind: 'choose', of, choice: b };
  if (code === 'o' && a !== undefined && b !== undefined && c === undefined) {
    const what = whatOfCode.get(a);
    return what ? { kind: 'open', what, id: b } : null;
  }
  if (code === 'f' && of !== null && b === undefined) return { kind: 'form', of };
  if (code === 'j' && a && b === undefined) return { kind: 'join', slot: a };
  if (code === 'w' && of !== null && a && c && /^(telegram|discord|terminal):./.test(a)) return { kind: 'moderate', by: a as PersonId, of, choice: c };
  return null;
}

function asAsk(text: string | undefined): Ask | null {
  return text !== undefined && /^(0|[1-9]\d{0,9})$/.test(text) ? Number(text) : null;
}
