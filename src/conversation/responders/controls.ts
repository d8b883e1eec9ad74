/** What works at every moment: back, skip, pause, stop, go on, the menu, help; and a polite word for buttons whose time is over. */
import { directConfirmed } from '../direct-messages.ts';
import { choose, open, type Draft } from '../draft.ts';
import { sayExercises, sayHelp, sayMenu, sayQuestions } from '../menu.ts';
import { mayStart } from '../locks.ts';
import type { Responder, Turn } from '../turn.ts';
import { advance, back, drop, goOn, inFront, showCurrent, stepOf } from '../walk.ts';
import { wanted } from '../wanted.ts';
import { ended } from '../ending.ts';

export const controls: Responder = {
  name: 'controls',
  reply(turn, draft) {
    const { act } = turn;
    if (act.kind === 'repeat' || act.kind === 'edit') return true;
    if (act.kind === 'stale' || (act.kind === 'unreadable' && act.what === 'forged')) { draft.say(draft.words('stale'), [open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]); return true; }
    if (act.kind === 'unreadable') { draft.say(draft.words('unreadable'), [open('lines', 'now', draft.words('button.help-now')), open('menu', '', draft.words('button.menu'))]); return true; }
    if (act.kind === 'trouble') { troubled(turn, draft); return true; }
    if (isForAnother(turn)) return false;
    return directConfirmed(turn, draft) || resumeAnswered(turn, draft) || runControlled(turn, draft) || pageOpened(turn, draft);
  },
};

/** "stop" at "Is now a good time?" or at the step of a path is about that, not about an exercise. */
function isForAnother(turn: Turn): boolean {
  const about = turn.before.question?.about.kind;
  return (about === 'reminder' || about === 'path') && turn.act.kind === 'word' && ['stop', 'pause', 'no', 'yes'].includes(turn.act.word);
}

/** Yes or no to "Shall we go on?". */
function resumeAnswered(turn: Turn, draft: Draft): boolean {
  const about = turn.before.question?.about;
  if (about?.kind !== 'resume') return false;
  const answer = controlOf(turn);
  if (answer === 'go-on' || answer === 'yes') { goOn(turn, draft, about.flow); return true; }
  if (answer === 'no' || answer === 'pause' || answer === 'later') { pause(turn, draft); return true; }
  if (answer === 'stop') { stop(turn, draft); return true; }
  return false;
}

/** Back, skip, pause and stop for the exercise in front, pressed at its step or typed at any time. */
function runControlled(turn: Turn, draft: Draft): boolean {
  const running = inFront(draft);
  const control = controlOf(turn);
  if (!running || control === null) return false;
  const flow = turn.know.flows[running.flow];
  const atStep = turn.before.question?.about.kind === 'step';
  switch (control) {
    case 'back':
      if (!back(turn, draft)) { draft.say(draft.words('exercise.no-back')); showCurrent(turn, draft); }
      return true;
    case 'skip': {
      const step = flow && stepOf(flow, running.step);
      if (!step || !atStep) return false;
      if (!step.skip) { draft.say(draft.words('exercise.no-skip')); showCurrent(turn, draft); return true; }
      ended(turn, draft, advance(turn, draft, null, null));
      return true;
    }
    case 'go-on': goOn(turn, draft, running.flow); return true;
    case 'pause': pause(turn, draft); return true;
    case 'stop': stop(turn, draft); return true;
    default: return false;
  }
}

function pageOpened(turn: Turn, draft: Draft): boolean {
  if (turn.act.kind === 'word' && (turn.act.word === 'menu' || turn.act.word === 'stop' || turn.act.word === 'pause')) { sayMenu(turn, draft); return true; }
  if (turn.act.kind === 'word' && turn.act.word === 'help') { sayHelp(turn, draft); return true; }
  if (turn.act.kind === 'press' && turn.act.press.kind === 'open' && turn.act.press.what === 'menu' && turn.act.press.id === '') { sayMenu(turn, draft); return true; }
  switch (wanted(turn, ['menu', 'help', 'exercises', 'list', 'questions'])) {
    case 'menu': sayMenu(turn, draft); return true;
    case 'help': sayHelp(turn, draft); return true;
    case 'exercises':
    case 'list': sayExercises(turn, draft); return true;
    case 'questions': sayQuestions(turn, draft); return true;
    case null: return false;
    default: return false;
  }
}

function pause(turn: Turn, draft: Draft): void {
  const running = inFront(draft);
  const flow = running && turn.know.flows[running.flow];
  draft.set({ question: null });
  draft.say(draft.words('exercise.paused', { title: flow?.title ?? '' }), [
    ...(flow ? [open('exercise', flow.id, draft.words('button.go-on-with', { title: flow.title }))] : []), open('menu', '', draft.words('button.menu'))]);
}

function stop(turn: Turn, draft: Draft): void {
  const running = inFront(draft);
  if (running) drop(draft, running.flow);
  draft.set({ question: null });
  draft.say(draft.words(running && Object.values(running.entries).some((value) => typeof value === 'string') ? 'exercise.stopped' : 'exercise.stopped-empty'));
  askResume(turn, draft);
  if (!draft.asked) draft.say(draft.words('menu.what-now'), [open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
}

/** "Shall we go on?" with what is under way, when something is. */
export function askResume(turn: Turn, draft: Draft): void {
  const running = inFront(draft);
  const flow = turn.know.flows[running?.flow ?? ''];
  if (!running || !mayStart(flow, draft.state, turn.at)) return;
  draft.ask({ kind: 'resume', flow: flow.id }, 'choice', (of) => ({ kind: 'text', text: draft.words('exercise.go-on', { title: flow.title }), choices: [
    choose(of, 'go-on', draft.words('button.go-on'), 'main'), choose(of, 'later', draft.words('button.later')), choose(of, 'stop', draft.words('button.stop'), 'quiet')] }));
}

function troubled(turn: Turn, draft: Draft): void {
  if (turn.act.kind !== 'trouble') return;
  if (turn.act.what === 'blocked' || turn.act.what === 'gone') stopReminding(draft);
  if (turn.act.what === 'dm-closed') draft.set({ direct: 'unknown' });
  if (turn.act.what === 'maybe-missing' || turn.act.what === 'dm-closed') draft.set({ mention: turn.act.what });
}

/** Nothing is sent any more; what somebody wrote in an unfinished exercise still goes when its time is over. */
function stopReminding(draft: Draft): void {
  draft.set({ settings: { ...draft.state.settings, checkIn: null } });
  for (const name of ['check-in', 'path', 'wait'] as const) draft.do({ kind: 'cancel', name });
}

function controlOf(turn: Turn): string | null {
  if (turn.act.kind === 'word') return turn.act.word;
  if (turn.act.kind !== 'press' || turn.act.press.kind !== 'choose') return null;
  const kind = turn.before.question?.about.kind;
  return kind === 'step' || kind === 'resume' ? turn.act.press.choice : null;
}
