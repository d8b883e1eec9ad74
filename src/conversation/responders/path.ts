/** Four weeks, one small step a week. It waits for the person: no dates are missed, and nothing is counted. */
import { choose, open, type Draft } from '../draft.ts';
import { keptThings } from '../kept.ts';
import type { Path } from '../knowledge.ts';
import { isQuiet, mayShow, mayStart, quietFor } from '../locks.ts';
import type { Choice } from '../press.ts';
import type { Responder, Turn } from '../turn.ts';
import { wanted } from '../wanted.ts';

const page = 'paths';
const month = 30 * 24 * 3_600_000;

export const path: Responder = {
  name: 'path',
  needs(turn) {
    return turn.before.path !== null ? [{ kind: 'records', of: 'all', last: 100 }] : [];
  },
  reply(turn, draft) {
    const { act } = turn;
    if (act.kind === 'due' && act.name === 'path') { askAgain(turn, draft); return true; }
    const about = turn.before.question?.about;
    const choice = act.kind === 'press' && act.press.kind === 'choose' ? act.press.choice : act.kind === 'word' ? act.word : null;
    if (about?.kind === 'reminder' && about.timer === 'path' && choice !== null) return askedAgain(turn, draft, choice);
    if (about?.kind === 'path' && choice !== null && chosen(turn, draft, about.what, choice)) return true;
    if (act.kind === 'press' && act.press.kind === 'open' && act.press.what === 'menu' && act.press.id.startsWith('path:')) { opened(turn, draft, act.press.id.slice(5)); return true; }
    if (wanted(turn, [page]) === null) return false;
    if (pathOf(turn)) showStep(turn, draft);
    else sayPaths(turn, draft);
    return true;
  },
};

function sayPaths(turn: Turn, draft: Draft): void {
  draft.say(draft.words('path.list'), [...turn.know.paths.map((each) => open('menu', `path:${each.id}`, each.title)), open('menu', '', draft.words('button.menu'), 'quiet')]);
}

function pathOf(turn: Turn): Path | undefined {
  return turn.know.paths.find((each) => each.id === turn.before.path?.id);
}

/** `week-2` is the third step of the path under way; anything else is the id of a path. */
function opened(turn: Turn, draft: Draft, id: string): void {
  const walked = draft.state.path;
  const week = /^week-(\d)$/u.exec(id);
  if (!week) { begin(turn, draft, id); return; }
  if (walked) draft.set({ path: { ...walked, week: Number(week[1]) } });
  showStep(turn, draft);
}

function begin(turn: Turn, draft: Draft, id: string): void {
  if (!turn.know.paths.some((each) => each.id === id)) { sayPaths(turn, draft); return; }
  if (draft.state.path?.id !== id) draft.set({ path: { id, week: 0, since: turn.at } });
  showStep(turn, draft);
}

/** This week's step, or the nearest later one that is open to this person. */
function showStep(turn: Turn, draft: Draft): void {
  const walked = draft.state.path;
  const here = turn.know.paths.find((each) => each.id === walked?.id);
  if (!walked || !here) { draft.set({ path: null }); sayPaths(turn, draft); return; }
  const week = here.weeks.findIndex((each, index) => index >= walked.week && unitChoice(turn, draft, each.unit) !== null);
  const step = here.weeks[week];
  const unit = step && unitChoice(turn, draft, step.unit);
  if (!step || !unit) { lookBack(turn, draft); return; }
  draft.set({ path: { ...walked, week } });
  draft.ask({ kind: 'path', what: 'step' }, 'choice', (of) => ({
    kind: 'text', text: draft.words('path.step', { title: here.title, week: String(week + 1), why: step.why }),
    choices: [unit, open('menu', `path:week-${week + 1}`, draft.words('button.path-next')), choose(of, 'stop', draft.words('button.path-stop'), 'quiet'), open('menu', '', draft.words('button.menu'), 'quiet')] }));
}

function unitChoice(turn: Turn, draft: Draft, id: string): Choice | null {
  const answer = turn.know.answers[id];
  if (answer) return mayShow(answer, draft.state, turn.at) ? open('answer', id, answer.title) : null;
  const flow = turn.know.flows[id];
  return mayStart(flow, draft.state, turn.at) ? open('exercise', id, flow.title) : null;
}

function chosen(turn: Turn, draft: Draft, what: 'step' | 'end', choice: string): boolean {
  if (choice === 'stop') { draft.set({ path: null, question: null }); draft.say(draft.words('path.stopped'), menu(draft)); return true; }
  if (what !== 'end') return false;
  draft.set({ path: null, question: null });
  if (choice === 'month') { draft.do({ kind: 'remind', name: 'path', at: turn.at + month }); draft.say(draft.words('path.monthly'), menu(draft)); return true; }
  if (choice === 'week') { draft.say(draft.words('path.weekly'), [open('menu', 'reminders', draft.words('button.reminders')), ...menu(draft)]); return true; }
  draft.say(draft.words('path.ended'), menu(draft));
  return true;
}

/** Week four is over: the person's own lines, and whether the bot is still wanted. */
function lookBack(turn: Turn, draft: Draft): void {
  const since = draft.state.path?.since ?? 0;
  const lines = keptThings({ ...turn, found: { ...turn.found, records: turn.found.records.filter((record) => record.at >= since) } }).slice(0, 4);
  draft.say([draft.words('path.look-back'), ...lines.map((thing) => `${thing.title}: ${thing.text}`)].join('\n\n'));
  draft.ask({ kind: 'path', what: 'end' }, 'choice', (of) => ({ kind: 'text', text: draft.words('path.still'), choices: [
    choose(of, 'week', draft.words('button.path-weekly')), choose(of, 'month', draft.words('button.path-monthly')), choose(of, 'no', draft.words('button.path-no'))] }));
}

function askAgain(turn: Turn, draft: Draft): void {
  if (isQuiet(draft.state, turn.at)) { draft.do({ kind: 'remind', name: 'path', at: turn.at + quietFor }); return; }
  draft.send('reminder', 'direct');
  draft.ask({ kind: 'reminder', timer: 'path' }, 'choice', (of) => ({ kind: 'text', text: draft.words('reminder.ask'), choices: [
    choose(of, 'yes', draft.words('button.yes')), choose(of, 'later', draft.words('button.later')), choose(of, 'stop', draft.words('button.stop-reminders'), 'quiet')] }));
}

function askedAgain(turn: Turn, draft: Draft, choice: string): boolean {
  draft.set({ question: null });
  if (choice === 'yes') { sayPaths(turn, draft); return true; }
  if (choice === 'later' || choice === 'no') { draft.do({ kind: 'remind', name: 'path', at: turn.at + month }); draft.say(draft.words('reminder.later')); return true; }
  if (choice !== 'stop') return false;
  draft.say(draft.words('plan.stopped'));
  return true;
}

function menu(draft: Draft): Choice[] {
  return [open('menu', page, draft.words('button.paths')), open('menu', '', draft.words('button.menu'))];
}
