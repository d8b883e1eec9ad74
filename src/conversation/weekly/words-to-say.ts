/**
 * Words for a moderator when a member writes in crisis: to copy, with help lines, and a quiet card to post.
 * The member's message never reaches the bot's memory; nothing is sent to the member.
 */
import type { CommandEvent } from '../event.ts';
import type { Knowledge } from '../knowledge.ts';
import { linesText } from '../lines.ts';
import type { Message } from '../message.ts';
import { phrase, type PlaceDraft } from './place-draft.ts';

export function whatToSay(know: Knowledge, draft: PlaceDraft, event: CommandEvent): readonly Message[] {
  return [
    { kind: 'text', text: phrase(know, 'moderator.first') },
    { kind: 'text', text: phrase(know, 'moderator.copy') },
    { kind: 'text', text: [phrase(know, 'moderator.lines'), linesText(know, null, ['emergency', 'suicide', 'abuse', 'directory'])].join('\n\n') },
    draft.ask(event.person, event.at, { kind: 'quiet-card' }, (of) => ({
      kind: 'text', text: phrase(know, 'moderator.card'),
      choices: [{ label: phrase(know, 'button.quiet-card'), press: { kind: 'moderate', by: event.person, of, choice: 'card' } }],
    })),
  ];
}

/** Calm words for everybody in the channel, with a button whose answer only the one who presses sees. */
export function quietCard(know: Knowledge): Message {
  return { kind: 'text', text: phrase(know, 'moderator.quiet-card'), choices: [{ label: phrase(know, 'button.help-private'), press: { kind: 'open', what: 'lines', id: 'now' }, style: 'main' }] };
}
