/** What happens when a flow has come to its end: a check-in is kept and looked at, and whatever waited behind it comes forward. */
import { choose, open, type Draft } from './draft.ts';
import { remindChoice } from './weekly/remind-choice.ts';
import { countryOf, linesText } from './lines.ts';
import type { Running } from './state.ts';
import type { Turn } from './turn.ts';

export const isCheckIn = (flowId: string): boolean => flowId.startsWith('check-in.');

/** A safety slider this low, or fallen by this much since last time, is met with one gentle question. */
const lowSafety = 2;
const steepFall = 4;

/** Called with the run that just ended, or null when none did. */
export function ended(turn: Turn, draft: Draft, run: Running | null): void {
  if (run === null) return;
  draft.set({ question: null });
  if (isCheckIn(run.flow)) { checkInEnded(turn, draft, run); return; }
  if (draft.state.running.length > 0) return;
  draft.say(draft.words('exercise.after'), [
    ...(draft.state.path ? [open('menu', `path:week-${draft.state.path.week + 1}`, draft.words('button.path-next'))] : []), open('menu', 'exercises', draft.words('button.exercises')), open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
}

function checkInEnded(turn: Turn, draft: Draft, run: Running): void {
  const values = Object.fromEntries(Object.entries(run.entries).filter(([, value]) => typeof value === 'number'));
  if (Object.keys(values).length === 0) return;
  const previous = turn.found.records.findLast((record) => record.kind === 'check-in')?.data;
  draft.do({ kind: 'keep', record: { id: `check-in-${draft.state.turns}`, kind: 'check-in', at: turn.at, data: { flow: run.flow, ...run.entries } } });
  const slot = run.slot;
  if (slot !== null) draft.do({ kind: 'take-part', slot, values: slidersIn(turn, run, values) });
  if (safetyIsLow(values, previous)) {
    draft.send('safety', 'here');
    draft.say([draft.words('check-in.low'), linesText(turn.know, countryOf(turn.know, draft.state.settings.country), ['emergency', 'directory'])].join('\n\n'));
    draft.ask({ kind: 'which-danger' }, 'choice', (of) => ({ kind: 'text', text: draft.words('check-in.low-ask'), choices: [
      choose(of, 'afraid', draft.words('button.afraid')), choose(of, 'dying', draft.words('button.thoughts-of-dying')),
      choose(of, 'now', draft.words('button.danger-now')), choose(of, 'other', draft.words('button.something-else'))] }));
    return;
  }
  if (slot !== null) {
    draft.say([draft.words(turn.found.slot?.open === false ? 'weekly.too-late-to-count' : 'weekly.thanks'), draft.words('weekly.remind-offer')].join(' '), [...remindChoice(draft, slot), open('menu', 'progress', draft.words('button.progress')), open('menu', '', draft.words('button.menu'))]);
    return;
  }
  if (draft.state.settings.checkIn === null) {
    draft.ask({ kind: 'plan', what: 'offer', day: null, time: null }, 'choice', (of) => ({ kind: 'text', text: draft.words('plan.offer'), choices: [
      choose(of, 'yes', draft.words('button.plan-yes')), choose(of, 'no', draft.words('button.plan-no'))] }));
  } else {
    draft.say(draft.words('menu.what-now'), [open('menu', 'progress', draft.words('button.progress')), open('menu', '', draft.words('button.menu'))]);
  }
}

/** Only the sliders of the set go to the community: nothing else that was noted on the way. */
function slidersIn(turn: Turn, run: Running, values: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  const sliders = Object.values(turn.know.sets).find((set) => run.flow === `check-in.${set.id}`)?.sliders ?? [];
  return Object.fromEntries(sliders.flatMap(({ id }) => (typeof values[id] === 'number' ? [[id, values[id]] as const] : [])));
}

function safetyIsLow(values: Readonly<Record<string, unknown>>, previous: unknown): boolean {
  const now = values['safe'];
  if (typeof now !== 'number') return false;
  const before = typeof previous === 'object' && previous !== null && 'safe' in previous ? previous.safe : null;
  return now <= lowSafety || (typeof before === 'number' && before - now >= steepFall);
}
