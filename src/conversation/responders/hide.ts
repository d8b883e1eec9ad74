/**
 * Quick exit. The cover goes out first, then the chat is cleared; until the return word is typed,
 * every input and every old button gets the cover topic, and nothing is sent unasked.
 */
import { open, type Draft } from '../draft.ts';
import type { Responder, Turn } from '../turn.ts';
import { fold } from '../typed.ts';

export const hide: Responder = {
  name: 'hide',
  reply(turn, draft) {
    if (turn.act.kind === 'due' || turn.act.kind === 'trouble') return false;
    if (turn.before.hidden) {
      if (isReturn(turn, draft)) { comeBack(turn, draft); return true; }
      if (turn.act.kind !== 'repeat') draft.say(draft.words(`cover.${turn.operator.cover}`));
      return true;
    }
    if (!wantsToHide(turn)) return false;
    draft.set({ hidden: true, question: null });
    draft.say(draft.words(`cover.${turn.operator.cover}`));
    draft.do({ kind: 'hide' });
    return true;
  },
};

export function wantsToHide(turn: Turn): boolean {
  const { act } = turn;
  if (act.kind === 'command') return act.name === 'hide';
  if (act.kind === 'press') return act.press.kind === 'open' && act.press.what === 'menu' && act.press.id === 'hide';
  const chosen = turn.before.settings.hideWord;
  return (act.kind === 'text' || act.kind === 'word') && ((act.kind === 'word' && act.word === 'hide') || (chosen !== null && fold(act.text) === fold(chosen)));
}

function isReturn(turn: Turn, draft: Draft): boolean {
  const { act } = turn;
  if (act.kind !== 'text' && act.kind !== 'word') return false;
  const word = turn.before.settings.returnWord ?? draft.words('hide.return-word');
  return fold(act.text) === fold(word);
}

function comeBack(turn: Turn, draft: Draft): void {
  draft.set({ hidden: false });
  draft.do({ kind: 'unhide' });
  draft.say(draft.words('hide.back'));
  const running = draft.state.running.at(-1);
  const flow = running && turn.know.flows[running.flow];
  draft.say(draft.words('menu.what-now'), [
    ...(flow ? [open('exercise', flow.id, draft.words('button.go-on-with', { title: flow.title }))] : []), open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
}
