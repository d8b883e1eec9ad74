/** A promise is asked about once, at the time the person chose: kept, partly, not this time. Any answer is fine. */
import { choose, open, type Draft } from '../draft.ts';
import { isQuiet, quietFor } from '../locks.ts';
import type { Responder, Turn } from '../turn.ts';
import { goOn } from '../walk.ts';

export const promise: Responder = {
  name: 'promise',
  needs(turn) {
    const asks = turn.act.kind === 'due' && turn.act.name.startsWith('promise:');
    const answers = turn.before.question?.about.kind === 'promise' || turn.before.question?.about.kind === 'reminder';
    return asks || answers ? [{ kind: 'records', of: 'promise', last: 50 }] : [];
  },
  reply(turn, draft) {
    const about = turn.before.question?.about;
    if (turn.act.kind === 'due' && turn.act.name === 'wait') { waitIsOver(turn, draft); return true; }
    if (about?.kind === 'reminder' && about.timer === 'wait') return waitAnswered(turn, draft);
    if (turn.act.kind === 'due' && turn.act.name.startsWith('promise:')) { askWhetherNow(turn, draft, turn.act.name); return true; }
    if (about?.kind === 'reminder' && about.timer.startsWith('promise:')) return nowAnswered(turn, draft, about.timer);
    return about?.kind === 'promise' && kept(turn, draft, about.record);
  },
};

/** One neutral ping, and only while the exercise that asked for it still waits. */
function waitIsOver(turn: Turn, draft: Draft): void {
  if (isQuiet(draft.state, turn.at) || !waiting(turn)) return;
  draft.send('reminder', 'direct');
  draft.ask({ kind: 'reminder', timer: 'wait' }, 'choice', (of) => ({ kind: 'text', text: draft.words('reminder.ask'), choices: [
    choose(of, 'yes', draft.words('button.yes')), choose(of, 'no', draft.words('button.later'), 'quiet')] }));
}

/** The run that asked to be told when its wait is over. */
function waiting(turn: Turn): Turn['before']['running'][number] | undefined {
  return turn.before.running.find((each) => 'wait_until' in each.entries);
}

function waitAnswered(turn: Turn, draft: Draft): boolean {
  const choice = choiceOf(turn);
  const running = waiting(turn);
  if (choice !== 'yes' && choice !== 'no' && choice !== 'go-on') return false;
  if (running && choice !== 'no') goOn(turn, draft, running.flow);
  else { draft.set({ question: null }); draft.say(draft.words('exercise.paused', { title: turn.know.flows[running?.flow ?? '']?.title ?? '' })); }
  return true;
}

function askWhetherNow(turn: Turn, draft: Draft, timer: string): void {
  if (!turn.found.records.some((record) => `promise:${record.id}` === timer)) return;
  if (isQuiet(draft.state, turn.at)) { if (turn.act.kind === 'due') draft.do({ kind: 'remind', name: turn.act.name, at: turn.at + quietFor }); return; }
  draft.send('reminder', 'direct');
  draft.ask({ kind: 'reminder', timer }, 'choice', (of) => ({ kind: 'text', text: draft.words('reminder.ask'), choices: [
    choose(of, 'yes', draft.words('button.yes')), choose(of, 'later', draft.words('button.later')), choose(of, 'stop', draft.words('button.stop-reminders'), 'quiet')] }));
}

function nowAnswered(turn: Turn, draft: Draft, timer: string): boolean {
  const choice = choiceOf(turn);
  const id = timer.slice('promise:'.length);
  const record = turn.found.records.find((each) => each.id === id);
  if (choice === 'yes' && record) {
    draft.ask({ kind: 'promise', record: id }, 'choice', (of) => ({ kind: 'text', text: draft.words('promise.ask', { promise: words(record.data) }), choices: [
      choose(of, 'kept', draft.words('button.kept')), choose(of, 'partly', draft.words('button.partly')), choose(of, 'not', draft.words('button.not-this-time'))] }));
    return true;
  }
  if (choice === 'later' || choice === 'no') {
    draft.set({ question: null });
    draft.do({ kind: 'remind', name: `promise:${id}`, at: turn.at + 24 * 3_600_000 });
    draft.say(draft.words('reminder.later'));
    return true;
  }
  if (choice !== 'stop') return false;
  draft.set({ question: null });
  draft.say(draft.words('plan.stopped'));
  return true;
}

function kept(turn: Turn, draft: Draft, id: string): boolean {
  const choice = choiceOf(turn);
  if (choice !== 'kept' && choice !== 'partly' && choice !== 'not') return false;
  const record = turn.found.records.find((each) => each.id === id);
  if (record) draft.do({ kind: 'keep', record: { ...record, data: { ...asObject(record.data), outcome: choice } } });
  draft.set({ question: null });
  draft.say(draft.words(`promise.${choice}`), [open('exercise', 'exercise.promise', draft.words('button.another-promise')), open('menu', '', draft.words('button.menu'))]);
  return true;
}

function choiceOf(turn: Turn): string | null {
  if (turn.act.kind === 'press' && turn.act.press.kind === 'choose') return turn.act.press.choice;
  return turn.act.kind === 'word' ? turn.act.word : null;
}

function words(data: unknown): string {
  const text = asObject(data)['text'];
  return typeof text === 'string' ? text : '';
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
