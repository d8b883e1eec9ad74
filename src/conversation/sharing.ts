/**
 * "Share with the channel": the standard text of an answer, for all to read, by the press of the one who asked. Nothing of a person can be
 * in it: not the question, not a version chosen for what somebody told, not their name.
 */
import { open, type Draft } from './draft.ts';
import type { Answer } from './knowledge.ts';
import { mayShow, unsafe } from './locks.ts';
import type { Choice } from './press.ts';
import type { Turn } from './turn.ts';

/** Under an answer that was asked for with /ask in a server; null everywhere else. */
export function shareChoice(turn: Turn, draft: Draft, answer: Answer): Choice | null {
  const { event } = turn;
  const asked = event.kind === 'command' && event.name === 'ask' && event.place !== undefined && event.here.kind === 'discord-interaction';
  return asked && mayBeShared(turn, draft, answer) ? open('share', answer.id, draft.words('button.share'), 'quiet') : null;
}

/** The private reply gives way to a word that it was done, and with it the button: it is shared once. */
export function share(turn: Turn, draft: Draft, id: string): boolean {
  const answer = turn.know.answers[id];
  const { event } = turn;
  if (!answer || !mayBeShared(turn, draft, answer) || !('here' in event) || event.place === undefined || event.here.kind !== 'discord-interaction') return false;
  draft.say(draft.words('share.done'), [
    ...(answer.more === null ? [] : [open('more', id, draft.words('button.more'))]), open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
  draft.do({ kind: 'say', to: 'aloud', cls: 'post', messages: [{ kind: 'text', text: `${answer.texts[0] ?? answer.shorter}\n\n${draft.words('share.from', { name: turn.operator.name })}` }] });
  return true;
}

function mayBeShared(turn: Turn, draft: Draft, answer: Answer): boolean {
  return mayShow(answer, draft.state, turn.at) && !(unsafe(draft.state) && answer.unsafe !== null) && !(draft.state.locks.harm !== null && answer.betrayer !== null);
}
