/**
 * Which words of an event are read before its turn. Every field in which somebody may say that they are in danger is:
 * messages, captions, edits, forms, and a command with a sentence behind it ("/support i want to die").
 */
import type { Event } from '../conversation/event.ts';

/** Options that always hold a person's own words. */
const ownWords = ['question', 'text'];

/** Options that are chosen from a list. */
const named = ['country', 'kind', 'what'];

/** The text to understand; null when the event holds no words. */
export function textToRead(event: Event): string | null {
  const text = wordsOf(event);
  return text === null || text.trim() === '' ? null : text;
}

function wordsOf(event: Event): string | null {
  if (event.kind === 'text') return event.text;
  if (event.kind !== 'command') return null;
  if (event.name === 'ask') return ownWords.map(name => event.options[name]).find(value => value !== undefined) ?? null;
  // "/support IE abuse" names a country and a kind of line; three words and more are a sentence.
  const least = event.name === 'support' ? 3 : 1;
  const sentences = Object.entries(event.options).filter(([name, value]) => !named.includes(name) && value.trim().split(/\s+/u).length >= least).map(([, value]) => value);
  return sentences.length > 0 ? sentences.join('\n') : null;
}
