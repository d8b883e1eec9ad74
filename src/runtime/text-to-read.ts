/**
 * Which words of an event are read before its turn. Every field in which somebody may say that they are in danger is:
 * messages, captions, edits, forms, and a command with a sentence behind it ("/support i want to die").
 */
import type { Event } from '../conversation/event.ts';

/** Options that always hold a person's own words. */
const ownWords = ['question', 'text'];

/** The text to understand; null when the event holds no words. */
export function textToRead(event: Event): string | null {
  const text = wordsOf(event);
  return text === null || text.trim() === '' ? null : text;
}

function wordsOf(event: Event): string | null {
  if (event.kind === 'text') return event.text;
  if (event.kind !== 'command') return null;
  if (event.name === 'ask') return ownWords.map(name => event.options[name]).find(value => value !== undefined) ?? null;
  // "IE abuse" names a country and a kind of line; three words and more are a sentence.
  const sentences = Object.values(event.options).filter(value => value.trim().split(/\s+/u).length >= 3);
  return sentences.length > 0 ? sentences.join('\n') : null;
}
