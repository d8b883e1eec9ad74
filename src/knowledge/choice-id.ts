/**
 * The id of a choice, made from its label: it travels in the button, so it is short, and a label that is changed later
 * gets a new id, so that an old button never means something else.
 */
import { createHash } from 'node:crypto';

/** The bot's own buttons that can stand beside an author's choices in one question. */
const ownChoices = new Set(['back', 'skip', 'pause', 'stop', 'done', 'keep', 'discard']);
const longest = 40;

export function choiceId(label: string): string {
  const slug = label.toLowerCase().normalize('NFKD').replace(/['’\p{M}]/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (slug === '' || slug.length > longest) return `c-${createHash('sha256').update(label).digest('hex').slice(0, 12)}`;
  return ownChoices.has(slug) ? `my-${slug}` : slug;
}
