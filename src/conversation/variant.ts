/**
 * Which of an answer's texts is meant: each looks at the subject from another side, and what somebody writes often says from which.
 * "I am jealous of her" is met by the text about jealousy, "I check his phone" by the one about checking.
 */
import type { Answer } from './knowledge.ts';
import { fold } from './typed.ts';

/** Shorter words say little, and words are compared by their beginning, so that "jealous" meets "jealousy". */
const shortest = 5;
/** A word that stands in more than this share of all answers says nothing about one. */
const common = 0.2;

/** The number of the one text that holds most of the message's telling words, those that the other texts lack; null when none stands out. */
export function variantMeant(message: string, answer: Pick<Answer, 'texts'>, all: readonly Pick<Answer, 'texts'>[]): number | null {
  const texts = answer.texts.map(folded);
  const beginnings = new Set(fold(message).split(' ').filter((word) => word.length >= shortest).map((word) => ` ${word.slice(0, shortest)}`));
  const votes = texts.map(() => 0);
  // All that the bot can answer is folded once, and only when a word tells texts apart.
  let everywhere: readonly string[] | null = null;
  for (const beginning of beginnings) {
    const holding = texts.flatMap((text, at) => (text.includes(beginning) ? [at] : []));
    const [only] = holding;
    if (only === undefined || holding.length > 1) continue;
    everywhere ??= all.map((other) => other.texts.map(folded).join(' '));
    const elsewhere = everywhere.filter((text) => text.includes(beginning)).length;
    if (elsewhere <= all.length * common) votes[only] = (votes[only] ?? 0) + 1;
  }
  const most = Math.max(...votes);
  const best = votes.indexOf(most);
  return most > 0 && votes.lastIndexOf(most) === best ? best : null;
}

const folded = (text: string): string => ` ${fold(text)} `;
