/** "My chest hurts", said outside of an exercise: when it is a matter for a doctor, then what calms, at once. */
import { bodyWords } from '../body-alarm.ts';
import { open } from '../draft.ts';
import { mayStart } from '../locks.ts';
import type { Responder, Turn } from '../turn.ts';
import { begin } from './exercise.ts';

const calming = 'exercise.grounding';
/** In more words than this it is a story, and the body a part of it. */
const mostWords = 12;

export const body: Responder = {
  name: 'body',
  reply(turn, draft) {
    const { act, at, know } = turn;
    if (act.kind !== 'text' || turn.before.question?.about.kind === 'step' || act.text.trim().split(/\s+/u).length > mostWords) return false;
    if (!(bodyWords(turn, 'body-alarm', act.text) || bodyWords(turn, 'body-fear', act.text)) || !isAboutNow(turn)) return false;
    draft.tone('care');
    draft.set({ misses: 0 });
    const calms = mayStart(know.flows[calming], draft.state, at) && (draft.state.resting[calming] ?? 0) <= at;
    draft.say(draft.words('care.body'), calms ? [] : [open('lines', 'now', draft.words('button.help-now'), 'main'), open('menu', '', draft.words('button.menu'), 'quiet')]);
    if (calms) begin(turn, draft, calming);
    return true;
  },
};

/** A question, or a subject with an answer of its own, keeps it; how somebody feels, or a wish to calm down, does not. */
function isAboutNow({ reading, know }: Turn): boolean {
  if (reading?.decision !== 'answer') return reading?.question !== true;
  return reading.intent === calming || reading.intent === 'exercise.breathing' || know.intents[reading.intent]?.builtIn === 'feeling-low';
}
