/** When nothing else fits: an honest no, the closest topics, and help. Twice in a row, help is offered unasked. */
import { open } from '../draft.ts';
import { mayShow } from '../locks.ts';
import type { Responder, Turn } from '../turn.ts';
import type { Draft } from '../draft.ts';
import type { Choice } from '../press.ts';
import { countUnanswered } from '../unanswered.ts';
import { care } from './talk.ts';

/** From this many words on, what asks nothing is told: "I have no answer to that" would be no reply to it. */
const fewestTold = 3;
/** A message this long without a question is a story, and is heard as one. */
const story = 240;

export const fallback: Responder = {
  name: 'fallback',
  reply(turn, draft) {
    const { act } = turn;
    if (act.kind === 'due') return true;
    if (act.kind !== 'text' && act.kind !== 'word') {
      draft.say(draft.words('menu.what-now'), [open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
      return true;
    }
    if (act.text.trim() === '') { draft.say(draft.words('empty'), [open('menu', '', draft.words('button.menu'))]); return true; }
    if (act.text.length >= story && turn.reading?.question !== true) { care(turn, draft, true); return true; }
    const misses = draft.state.misses + 1;
    draft.set({ misses });
    if (act.kind === 'text') countUnanswered(turn, draft);
    const closest = closestChoices(turn, draft);
    const help = open('lines', 'now', draft.words('button.help-now'), misses >= 2 ? 'main' : 'quiet');
    const told = turn.reading !== null && !turn.reading.question && act.text.trim().split(/\s+/u).length >= fewestTold;
    const again = misses === 2 ? ['honest-no.again' as const] : misses > 2 ? ['honest-no.often' as const] : [];
    const text = [draft.words(told ? 'honest-no.told' : 'honest-no'), ...(closest.length > 0 ? [draft.words('honest-no.closest')] : []), ...again.map((id) => draft.words(id))].join('\n\n');
    draft.say(text, misses >= 2 ? [help, ...closest, open('menu', '', draft.words('button.menu'))] : [...closest, open('menu', '', draft.words('button.menu')), help]);
    return true;
  },
};

function closestChoices(turn: Turn, draft: Draft): Choice[] {
  const ids = turn.reading ? [turn.reading.intent, ...turn.reading.alternatives.map((each) => each.intent)] : [];
  return ids.flatMap((id) => {
    const answer = turn.know.answers[id];
    return answer && mayShow(answer, draft.state, turn.at) ? [open('answer', id, answer.title)] : [];
  }).slice(0, 2);
}
