/** Signs of the body that can be fear and can be a matter for a doctor, in the words of `content/words.yaml`. */
import { open, type Draft } from './draft.ts';
import type { Flow } from './knowledge.ts';
import type { Turn } from './turn.ts';
import { holdsOneOf } from './typed.ts';

/** `body-alarm`: pain in the chest, no breath, fainting. `body-fear`: what is fear much more often, such as a heart that races. */
export function bodyWords(turn: Turn, list: 'body-alarm' | 'body-fear', text: string): boolean {
  return holdsOneOf(text, turn.know.words[list]);
}

/** While an exercise asks for a press or a number: a doctor first, the exercise waits. */
export function bodyAlarmed(turn: Turn, draft: Draft, text: string, flow: Flow): boolean {
  if (!bodyWords(turn, 'body-alarm', text)) return false;
  draft.say(draft.words('exercise.body-alarm'), [
    open('lines', 'now', draft.words('button.help-now'), 'main'), open('exercise', flow.id, draft.words('button.go-on-with', { title: flow.title })), open('menu', '', draft.words('button.menu'), 'quiet')]);
  return true;
}
