/**
 * Guided exercises: starting one, taking the answer to its step, and not swallowing what was meant as a question.
 */
import { choose, open, type Draft } from '../draft.ts';
import type { Flow, Step } from '../knowledge.ts';
import { lockOn, lockWords, mayStart } from '../locks.ts';
import type { Running } from '../state.ts';
import type { Responder, Turn } from '../turn.ts';
import { fold, holdsOneOf } from '../typed.ts';
import { advance, drop, goOn, showCurrent, start, stepOf, stepText, update, type Value } from '../walk.ts';
import { isEntry, isSmallTalk } from '../wanted.ts';
import { shareChosen } from '../together.ts';
import { forTwo, askHow, mayPair, pairFlow } from '../pairing.ts';
import { leads, maybeLow } from '../leads.ts';
import { ended, isCheckIn } from '../ending.ts';
import { giveAnswer, giveSource } from '../answering.ts';
import { bodyAlarmed } from '../body-alarm.ts';
import { beginSafety } from '../safety-reply.ts';

/** A text this long that reads like a question is asked about instead of being answered at once. */
const longText = 120;

export const exercise: Responder = {
  name: 'exercise',
  needs(turn) {
    const checkIns = turn.before.running.filter((running) => isCheckIn(running.flow));
    const slot = checkIns.at(-1)?.slot ?? null;
    return [...(checkIns.length > 0 ? [{ kind: 'records', of: 'check-in', last: 1 } as const] : []), ...(slot === null ? [] : [{ kind: 'slot', slot } as const])];
  },
  reply(turn, draft) {
    if (turn.act.kind === 'due' && turn.act.name.startsWith('later:')) { drop(draft, turn.act.name.slice(6)); return true; }
    return entryAnswered(turn, draft) || stepAnswered(turn, draft) || started(turn, draft);
  },
};

/** Starts an exercise, or goes on where it was left; says so when it is left out or rests. */
export function begin(turn: Turn, draft: Draft, id: string): void {
  // Walked by two only: alone, the way there is the question how to do it.
  if (id === pairFlow && !draft.state.running.some((running) => running.flow === id)) { begin(turn, draft, forTwo); return; }
  const flow = turn.know.flows[id];
  const lock = flow ? lockOn(flow.locks, draft.state, turn.at) : null;
  if (!flow) { draft.say(draft.words('exercise.gone'), [open('menu', 'exercises', draft.words('button.exercises'))]); return; }
  if (lock) {
    draft.say(draft.words(lockWords(lock, draft.state)), [open('lines', 'now', draft.words('button.help-now')), ...offer(turn, draft, 'exercise.grounding'), open('menu', '', draft.words('button.menu'))]);
    return;
  }
  if ((draft.state.resting[id] ?? 0) > turn.at) { draft.say(draft.words('exercise.resting'), [open('menu', '', draft.words('button.menu'))]); return; }
  if (draft.state.running.some((running) => running.flow === id)) goOn(turn, draft, id);
  else if (id === forTwo && mayPair(turn, draft.state)) askHow(draft);
  else start(turn, draft, flow);
}

function offer(turn: Turn, draft: Draft, id: string): ReturnType<typeof open>[] {
  const flow = turn.know.flows[id];
  return mayStart(flow, draft.state, turn.at) ? [open('exercise', id, flow.title)] : [];
}

function started(turn: Turn, draft: Draft): boolean {
  const { act, reading } = turn;
  if (act.kind === 'press' && act.press.kind === 'open' && act.press.what === 'exercise') { begin(turn, draft, act.press.id); return true; }
  if (act.kind === 'command' && act.name === 'exercise') {
    const given = act.options['name'] ?? act.options['text'] ?? '';
    const name = fold(given);
    const flow = Object.values(turn.know.flows).find((each) => each.id === given || each.id === `exercise.${name.replaceAll(' ', '-')}` || fold(each.title) === name);
    if (!flow) return false;
    begin(turn, draft, flow.id);
    return true;
  }
  if (act.kind !== 'text' || reading?.decision !== 'answer' || !reading.intent.startsWith('exercise.') || isEntry(turn)) return false;
  if (!turn.know.flows[reading.intent]) return false;
  if (!(reading.question && holdsOneOf(act.text, turn.know.words.proof) && giveSource(turn, draft, reading.intent))) begin(turn, draft, reading.intent);
  return true;
}

function stepAnswered(turn: Turn, draft: Draft): boolean {
  const about = turn.before.question?.about;
  if (about?.kind !== 'step') return false;
  const running = draft.state.running.find((each) => each.flow === about.flow);
  const flow = turn.know.flows[about.flow];
  const step = flow && stepOf(flow, about.step);
  if (!running || !flow || !step) { showCurrent(turn, draft); return true; }
  const { act } = turn;
  if (act.kind === 'press' && act.press.kind === 'choose') { taken(turn, draft, flow, step, running, act.press.choice); return true; }
  if (act.kind === 'word') {
    const choice = wordChoice(step, act.word);
    if (choice !== null) { taken(turn, draft, flow, step, running, choice); return true; }
  }
  if (act.kind !== 'text' && act.kind !== 'word') return false;
  if (step.kind !== 'write' && bodyAlarmed(turn, draft, act.text, flow)) return true;
  if (step.kind === 'write') return written(turn, draft, flow, step, running, act.text);
  const said = turn.reading?.decision === 'answer' ? turn.know.intents[turn.reading.intent]?.builtIn : undefined;
  if (maybeLow(turn) || tellsMore(turn)) return false;
  const small = said === 'affirm' || said === 'deny';
  if (!small && (turn.reading?.decision === 'answer' || (turn.reading?.decision === 'choice' && turn.reading.question))) return false;
  const onlyWay = wordChoice(step, 'done');
  if (said === 'affirm' || (step.kind === 'choose' && onlyWay !== null && turn.reading?.question !== true && said !== 'deny')) {
    const choice = wordChoice(step, said === 'affirm' ? 'yes' : 'done');
    if (choice !== null) { taken(turn, draft, flow, step, running, choice); return true; }
  }
  draft.say(draft.words(step.kind === 'scale' ? 'exercise.number-please' : 'exercise.button-please'));
  showCurrent(turn, draft);
  return true;
}

/** More than a word for the step, and most likely about something that has an answer: it gets it, and the step comes back. */
function tellsMore({ act, reading, know }: Turn): boolean {
  return act.kind === 'text' && act.text.trim().split(/\s+/u).length >= 8 && reading?.decision === 'choice' && leads(reading) && know.answers[reading.intent] !== undefined;
}

/** What a typed control word means at a step whose buttons have other labels. */
function wordChoice(step: Step, word: string): string | null {
  const forward = step.kind === 'choose' ? step.choices.filter((choice) => choice.safety === null) : [];
  if (step.kind === 'choose' && (word === 'done' || word === 'yes') && forward.length === 1) return forward[0]?.id ?? null;
  if ((step.kind === 'show' || step.kind === 'pace') && word === 'yes') return step.kind === 'show' && step.keep ? 'keep' : 'done';
  if (step.kind === 'time' && word === 'yes') return `in-${step.minutes[0] ?? 0}`;
  if (step.kind === 'choose' && word === 'done') return null;
  if (word === 'keep' || word === 'discard') return step.kind === 'show' && step.keep !== null ? word : null;
  if (word === 'done') return word;
  if (step.kind !== 'choose' || (word !== 'yes' && word !== 'no')) return null;
  const fitting = step.choices.filter((choice) => fold(choice.label).split(' ')[0] === word);
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}

function written(turn: Turn, draft: Draft, flow: Flow, step: Extract<Step, { kind: 'write' }>, running: Running, text: string): boolean {
  const reading = turn.reading;
  if (isSmallTalk(turn)) return false;
  if (turn.act.kind === 'word' && turn.act.word === 'unsure') { draft.say(draft.words('exercise.no-hurry')); showCurrent(turn, draft); return true; }
  if (reading?.question === true) {
    if (text.length < longText && reading.decision === 'answer') return false;
    draft.ask({ kind: 'entry', flow: flow.id, step: step.id, text: text.slice(0, step.max), intent: reading.intent }, 'choice', (of) => ({
      kind: 'text', text: draft.words('exercise.entry-or-question'), choices: [choose(of, 'entry', draft.words('button.my-entry')), choose(of, 'question', draft.words('button.a-question'))] }));
    return true;
  }
  if (text.trim() === '') { draft.say(draft.words('empty')); showCurrent(turn, draft); return true; }
  save(turn, draft, step, running, text);
  return true;
}

function entryAnswered(turn: Turn, draft: Draft): boolean {
  const about = turn.before.question?.about;
  if (about?.kind !== 'entry' || turn.act.kind !== 'press' || turn.act.press.kind !== 'choose') return false;
  const flow = turn.know.flows[about.flow];
  const step = flow && stepOf(flow, about.step);
  const running = draft.state.running.find((each) => each.flow === about.flow);
  if (turn.act.press.choice === 'question') {
    draft.set({ question: null });
    if (!giveAnswer(turn, draft, about.intent)) draft.say(draft.words('honest-no'), [open('menu', 'questions', draft.words('button.questions'))]);
    return true;
  }
  if (!running || step?.kind !== 'write') { showCurrent(turn, draft); return true; }
  save(turn, draft, step, running, about.text);
  return true;
}

function save(turn: Turn, draft: Draft, step: Extract<Step, { kind: 'write' }>, running: Running, text: string): void {
  const entry = text.trim().slice(0, step.max);
  if (text.trim().length > step.max) draft.say(draft.words('exercise.too-long', { max: String(step.max) }));
  if (step.count <= 1 || step.save === null) { ended(turn, draft, advance(turn, draft, entry, null)); return; }
  const before = running.entries[step.save];
  const all = [...(Array.isArray(before) ? before : []), entry];
  if (all.length >= step.count) { ended(turn, draft, advance(turn, draft, all, null)); return; }
  update(draft, { ...running, entries: { ...running.entries, [step.save]: all } });
  showCurrent(turn, draft);
}

/** A press at a step: one of its choices, a value of its scale, or its Done, Keep or Discard. */
function taken(turn: Turn, draft: Draft, flow: Flow, step: Step, running: Running, choice: string): void {
  const on = (value: Value | null, go: string | null = null): void => { ended(turn, draft, advance(turn, draft, value, go)); };
  switch (step.kind) {
    case 'choose': {
      const option = step.choices.find((each) => each.id === choice);
      if (option?.safety) { update(draft, { ...running, step: option.go }); beginSafety(turn, draft, { tier: option.safety.startsWith('crisis.') ? 'hard' : 'soft', kind: option.safety, who: 'self', when: 'unclear' }); }
      else if (option) on(option.label, option.go);
      else showCurrent(turn, draft);
      return;
    }
    case 'scale': rated(turn, draft, step, running, Number(choice), on); return;
    case 'pick': {
      const chosen = choice.split(',').flatMap((id) => step.options.find((option) => option.id === id)?.label ?? []);
      const before = step.save === null ? [] : running.entries[step.save];
      const all = [...new Set([...(Array.isArray(before) ? before : []), ...chosen])].slice(0, step.atMost);
      if (choice === 'done' || choice.includes(',') || all.length >= step.atMost) { on(all); return; }
      if (step.save !== null) update(draft, { ...running, entries: { ...running.entries, [step.save]: all } });
      showCurrent(turn, draft);
      return;
    }
    case 'time': timed(turn, draft, step, choice, on); return;
    case 'share': if (shareChosen(turn, draft, flow, step, choice)) on(null); else showCurrent(turn, draft); return;
    case 'show': shown(turn, draft, flow, step, running, choice, on); return;
    case 'write': {
      const saved = step.save === null ? undefined : running.entries[step.save];
      // A sentence that is put together at the end would have a hole in it.
      const may = step.orDone || step.skip || saved !== undefined;
      if (choice === 'done' && !may) draft.say(draft.words('exercise.no-skip'));
      if (choice === 'done' && may) on(saved ?? null); else showCurrent(turn, draft);
      return;
    }
    case 'pace': if (choice === 'done') on(null); else showCurrent(turn, draft); return;
    case 'say':
    case 'end': showCurrent(turn, draft); return;
    default: step satisfies never;
  }
}

function rated(turn: Turn, draft: Draft, step: Extract<Step, { kind: 'scale' }>, running: Running, value: number, on: (value: Value, go: string | null) => void): void {
  if (!Number.isInteger(value) || value < step.from || value > step.to) {
    draft.say(draft.words('exercise.number-please'));
    showCurrent(turn, draft);
    return;
  }
  const earlier = step.after === null ? undefined : turn.know.flows[running.flow]?.steps.find((each) => each.id === step.after);
  const before = earlier && 'save' in earlier && earlier.save !== null ? running.entries[earlier.save] : undefined;
  if (typeof before === 'number' && value > before) {
    const wrote = Object.values(running.entries).some((entry) => typeof entry === 'string');
    drop(draft, running.flow);
    draft.set({ question: null });
    draft.say([draft.words('exercise.worse'), ...(wrote ? [draft.words('exercise.stopped')] : [])].join(' '), [
      ...(running.flow === 'exercise.grounding' ? [] : offer(turn, draft, 'exercise.grounding')), open('lines', 'now', draft.words('button.help-now')), open('menu', '', draft.words('button.menu'))]);
    return;
  }
  on(value, step.below.toSorted((a, b) => a.under - b.under).find((bound) => value < bound.under)?.go ?? null);
}

/** "Wait with me" is asked about when the wait is over; a promise at the time it was kept for (see `shown`). */
const waitName = 'wait_until';

function timed(turn: Turn, draft: Draft, step: Extract<Step, { kind: 'time' }>, choice: string, on: (value: Value | null) => void): void {
  const minutes = step.minutes.find((each) => choice === `in-${each}`);
  if (minutes === undefined) {
    if (choice === 'never' || choice === 'done') on(null); else showCurrent(turn, draft);
    return;
  }
  const at = turn.at + minutes * 60_000;
  if (step.save === waitName) draft.do({ kind: 'remind', name: 'wait', at });
  on(String(at));
}

function shown(turn: Turn, draft: Draft, flow: Flow, step: Extract<Step, { kind: 'show' }>, running: Running, choice: string, on: (value: Value | null) => void): void {
  if (choice !== 'done' && (step.keep === null || (choice !== 'keep' && choice !== 'discard'))) { showCurrent(turn, draft); return; }
  if (choice === 'keep') {
    const id = `${step.keep}-${draft.state.turns}`;
    const kind = step.keep === 'promise' ? 'promise' : 'result';
    draft.do({ kind: 'keep', record: { id, kind, at: turn.at, data: { flow: flow.id, title: flow.title, text: stepText(turn.know, step, running.entries), entries: running.entries } } });
    const askAt = Number(running.entries['ask_at']);
    if (kind === 'promise' && askAt > turn.at) draft.do({ kind: 'remind', name: `promise:${id}`, at: askAt });
    draft.say(draft.words('exercise.kept'));
  } else if (choice === 'discard') draft.say(draft.words('exercise.discarded'));
  on(null);
}
