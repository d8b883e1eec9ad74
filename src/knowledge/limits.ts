/**
 * How long a text may be, by what it is for. Telegram takes 4,096 characters a message and Discord 2,000;
 * what the bot itself adds to a message (whose words, who checked them, what follows) needs room below that.
 */
import { encodePress, maxPressBytes, type Press } from '../conversation/press.ts';
import type { Flow } from '../conversation/knowledge.ts';
import type { Place, Report } from './problem.ts';
import { sentencesOf, wordsOf } from './sentences.ts';
import type { ShownText, Use } from './unit.ts';

interface Limit { readonly characters: number; readonly words?: number; readonly sentences?: number; readonly paragraphs?: number; readonly why: string }

export const limits = {
  screen: { characters: 900, paragraphs: 4, why: 'This is about one screen of a phone.' },
  message: { characters: 1700, paragraphs: 4, why: 'A Discord message holds 2,000, and the bot adds a line of its own.' },
  shorter: { characters: 200, words: 20, paragraphs: 1, why: 'This is the short form.' },
  care: { characters: 400, sentences: 2, paragraphs: 1, why: 'Somebody in danger does not read more.' },
  step: { characters: 1000, paragraphs: 4, why: 'A step asks for one small thing.' },
  label: { characters: 40, paragraphs: 1, why: 'A longer button is cut off on a phone.' },
  title: { characters: 30, paragraphs: 1, why: 'A title is a button.' },
  note: { characters: 300, paragraphs: 1, why: 'A note is one line under an answer.' },
  phrase: { characters: 1700, paragraphs: 6, why: 'A Discord message holds 2,000, and the bot adds a line of its own.' },
} as const satisfies Record<Use, Limit>;

export function checkLength(shown: ShownText, report: Report): void {
  const limit: Limit = limits[shown.use];
  const tell = (what: string, found: number, most: number | undefined): void => {
    if (most !== undefined && found > most) report(shown, `This text has ${found} ${what}; at most ${most}.`, `Make it shorter. ${limit.why}`);
  };
  tell('characters', shown.text.length, limit.characters);
  tell('words', wordsOf(shown.text).length, limit.words);
  tell('sentences', sentencesOf(shown.text).length, limit.sentences);
  tell('paragraphs', shown.text.split(/\n\s*\n/).length, limit.paragraphs);
}

/** The bytes that a button carries: an id that is too long would never arrive. */
export function checkPresses(id: string, flow: Flow | null, at: Place, report: Report): void {
  const largest = 9_999_999_999;
  const presses: Press[] = [
    { kind: 'open', what: 'more', id },
    ...(flow?.steps ?? []).flatMap((step) => (step.kind === 'choose' ? step.choices : step.kind === 'pick' ? step.options : []).map((entry): Press => ({ kind: 'choose', of: largest, choice: entry.id }))),
  ];
  for (const press of presses) {
    const wire = encodePress(press);
    const bytes = Buffer.byteLength(wire);
    if (bytes > maxPressBytes) report(at, `A button would have to carry ${bytes} bytes ("${wire}"); at most ${maxPressBytes} arrive.`, 'Use a shorter name.');
  }
}
