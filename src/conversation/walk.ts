/**
 * Walking a guided exercise or a check-in, one small step at a time.
 * Where somebody stands is a step id in the state, so coming back after an interruption, a restart or days away is
 * showing that step again. A step that a content change took away leads to the nearest earlier one that is left.
 */
import { choose, open, type Draft } from './draft.ts';
import type { Flow, Knowledge, Step } from './knowledge.ts';
import type { Choice } from './press.ts';
import type { Running } from './state.ts';
import { fillEntries } from './entries.ts';
import { lockOn, lockWords, mayShow, mayStart } from './locks.ts';
import { fill } from './phrases.ts';
import { askShare, cameToEnd, passed } from './together.ts';
import type { Turn } from './turn.ts';

export type Value = Running['entries'][string];

/** Entries of an unfinished exercise wait this long, in ms; then they are dropped unread. */
const entriesKept = 30 * 24 * 3_600_000;

export function inFront(draft: Draft): Running | null {
  return draft.state.running.at(-1) ?? null;
}

/** Starts a flow in front of whatever is under way (at most three; the oldest gives way) and shows its first step. */
export function start(turn: Turn, draft: Draft, flow: Flow, slot: string | null = null): void {
  const first = flow.steps[0];
  if (!first) return;
  const others = draft.state.running.filter((running) => running.flow !== flow.id);
  draft.set({ running: [...others.slice(-2), { flow: flow.id, step: first.id, trail: [], entries: {}, since: turn.at, slot }] });
  draft.do({ kind: 'remind', name: `later:${flow.id}`, at: turn.at + entriesKept });
  showCurrent(turn, draft);
}

/** Brings a flow that is under way to the front and shows the step where it stands. */
export function goOn(turn: Turn, draft: Draft, flowId: string): void {
  const running = draft.state.running.find((each) => each.flow === flowId);
  if (!running) return;
  draft.set({ running: [...draft.state.running.filter((each) => each !== running), running] });
  showCurrent(turn, draft);
}

/** Shows the step in front: what is only said first, then the step that waits. Returns the run when it has ended. */
export function showCurrent(turn: Turn, draft: Draft): Running | null {
  const running = inFront(draft);
  const flow = running && turn.know.flows[running.flow];
  if (!running) return null;
  if (!flow) {
    drop(draft, running.flow);
    draft.say(draft.words('exercise.gone'));
    return null;
  }
  const lock = lockOn(flow.locks, draft.state, turn.at);
  if (lock) {
    draft.set({ question: null });
    draft.say(draft.words(lockWords(lock, draft.state)), [open('lines', 'now', draft.words('button.help-now')), open('menu', '', draft.words('button.menu'))]);
    return null;
  }
  const here = surviving(flow, running);
  if (here.id !== running.step) draft.say(draft.words('exercise.changed', { title: flow.title }));
  const at = said(turn, draft, flow, here);
  update(draft, { ...(inFront(draft) ?? running), step: at.id });
  if (at.kind === 'end') {
    // The end of a check-in has no words of its own.
    if (at.text !== '') draft.say(at.text, offered(turn, draft, at.offer));
    cameToEnd(draft, flow);
    drop(draft, flow.id);
    if (at.rest > 0) draft.set({ resting: { ...draft.state.resting, [flow.id]: turn.at + at.rest * 3_600_000 } });
    return running;
  }
  if (at.kind === 'share') askShare(turn, draft, flow, at, controlsAt(turn.know, flow, at, running));
  else askStep(turn.know, draft, flow, at, running);
  return null;
}

/** Takes a value for the step in front, moves on and shows what follows. Returns the run when it has ended. */
export function advance(turn: Turn, draft: Draft, value: Value | null, go: string | null): Running | null {
  const running = inFront(draft);
  const flow = running && turn.know.flows[running.flow];
  const step = flow && stepOf(flow, running.step);
  if (!running || !flow || !step) return showCurrent(turn, draft);
  const save = 'save' in step ? step.save : null;
  const entries = save !== null && value !== null ? { ...running.entries, [save]: value } : running.entries;
  update(draft, { ...running, entries, trail: [...running.trail, step.id].slice(-60), step: go ?? step.next ?? step.id });
  return showCurrent(turn, draft);
}

/** Back to the step before. Returns false at the first step. */
export function back(turn: Turn, draft: Draft): boolean {
  const running = inFront(draft);
  const previous = running?.trail.at(-1);
  if (!running || previous === undefined || !mayGoBack(turn.know.flows[running.flow], running)) return false;
  update(draft, { ...running, step: previous, trail: running.trail.slice(0, -1) });
  showCurrent(turn, draft);
  return true;
}

/** A private answer on a shared phone is never shown again, and what was shared cannot be taken back. */
function mayGoBack(flow: Flow | undefined, running: Running): boolean {
  const previous = flow && stepOf(flow, running.trail.at(-1) ?? null);
  return previous !== undefined && !previous.private && previous.kind !== 'share';
}

/** Takes a run out of the state; its entries and its open question are gone with it. */
export function drop(draft: Draft, flowId: string): void {
  const about = draft.state.question?.about;
  const asked = about !== undefined && 'flow' in about && about.flow === flowId;
  draft.set({ running: draft.state.running.filter((each) => each.flow !== flowId), ...(asked ? { question: null } : {}) });
  draft.do({ kind: 'cancel', name: `later:${flowId}` });
}

export function stepOf(flow: Flow, id: string | null): Step | undefined {
  return id === null ? undefined : flow.steps.find((step) => step.id === id);
}

export function update(draft: Draft, running: Running): void {
  draft.set({ running: draft.state.running.map((each) => (each.flow === running.flow ? running : each)) });
}

/** The text of a step with what was saved so far filled in; "(left out)" for what was skipped. */
export function stepText(know: Knowledge, step: Step, entries: Running['entries']): string {
  const leftOut = know.phrases['exercise.left-out'][0] ?? '';
  return fillEntries(step.text, entries, { leftOut, and: know.phrases['list.and'][0] ?? ',', ordinary: know.words['inside-sentence'], inFull: know.words['in-full'] });
}

type Waiting = Exclude<Step, { readonly kind: 'say' }>;

/** Says what is only to be said and returns the step after it that waits. Content without one never compiles. */
function said(turn: Turn, draft: Draft, flow: Flow, from: Step): Waiting {
  const at = passed(turn, draft, flow, from);
  if (at.kind !== 'say') return at;
  draft.say(at.text);
  const next = stepOf(flow, at.next);
  if (!next) throw new Error(`flow ${flow.id}: nothing follows step ${at.id}`);
  return said(turn, draft, flow, next);
}

function surviving(flow: Flow, running: Running): Step {
  const candidates = [running.step, ...running.trail.toReversed()];
  const found = candidates.map((id) => stepOf(flow, id)).find((step) => step !== undefined) ?? flow.steps[0];
  if (!found) throw new Error(`flow ${flow.id} has no steps`);
  return found;
}

function askStep(know: Knowledge, draft: Draft, flow: Flow, step: Exclude<Waiting, { readonly kind: 'end' | 'share' }>, running: Running): void {
  const text = stepText(know, step, running.entries);
  const about = { kind: 'step', flow: flow.id, step: step.id } as const;
  const secret = step.private ? { secret: true as const } : {};
  const controls = controlsAt(know, flow, step, running);
  if (step.private && step.turn === 'second') draft.say(draft.words('exercise.hand-over'));
  const label = (id: 'button.done' | 'button.keep' | 'button.discard'): string => know.phrases[id][0] ?? '';
  switch (step.kind) {
    case 'write': {
      const written = running.entries[step.save ?? ''];
      const done = step.orDone || Array.isArray(written);
      const place = step.count > 1 ? `${fill(know.phrases['exercise.count'][0] ?? '', { n: String((Array.isArray(written) ? written.length : 0) + 1), of: String(step.count) })} ` : '';
      draft.ask(about, 'text', (of) => ({ kind: 'form', of, title: know.phrases['button.write'][0] ?? '', max: step.max, text: place + text, ...secret, choices: [...(done ? [choose(of, 'done', label('button.done'), 'main')] : []), ...controls(of)] }));
      return;
    }
    case 'scale':
      draft.ask(about, 'scale', (of) => ({ kind: 'scale', of, text, from: step.from, to: step.to, low: step.low, high: step.high, ...secret, choices: controls(of) }));
      return;
    case 'choose':
      draft.ask(about, 'choice', (of) => ({ kind: 'text', text, ...secret, choices: [...step.choices.map((option) => choose(of, option.id, option.label)), ...controls(of)] }));
      return;
    case 'pick': {
      const picked = running.entries[step.save ?? ''];
      const left = step.options.filter((option) => !Array.isArray(picked) || !picked.includes(option.label));
      draft.ask(about, 'pick', (of) => ({ kind: 'pick', of, text, ...secret, options: left, atMost: step.atMost, choices: [choose(of, 'done', label('button.done'), 'main'), ...controls(of)] }));
      return;
    }
    case 'time':
      draft.ask(about, 'choice', (of) => ({ kind: 'text', text, ...secret, choices: [...timeChoices(know, of, step.minutes), ...controls(of)] }));
      return;
    case 'pace':
      draft.ask(about, 'choice', (of) => ({ kind: 'text', text, ...secret, choices: [choose(of, 'done', label('button.done'), 'main'), ...controls(of)] }));
      return;
    case 'show':
      draft.ask(about, 'choice', (of) => ({
        kind: 'text', text, ...secret,
        choices: [...(step.keep ? [choose(of, 'keep', label('button.keep'), 'main'), choose(of, 'discard', label('button.discard'))] : [choose(of, 'done', label('button.done'), 'main')]), ...controls(of)],
      }));
      return;
    default: step satisfies never;
  }
}

function timeChoices(know: Knowledge, of: number, minutes: readonly number[]): Choice[] {
  const known = { 1440: 'time.in-1', 4320: 'time.in-3', 10080: 'time.in-7' } as const;
  const labelOf = (wait: number): string => {
    const id = Object.entries(known).find(([each]) => Number(each) === wait)?.[1];
    return id ? (know.phrases[id][0] ?? '') : fill(know.phrases['time.in-minutes'][0] ?? '', { minutes: String(wait) });
  };
  return [...minutes.map((wait) => choose(of, `in-${wait}`, labelOf(wait))), choose(of, 'never', know.phrases['time.never'][0] ?? '')];
}

/** What fits after the end, as buttons: only what is open to this person. */
function offered(turn: Turn, draft: Draft, ids: readonly string[]): Choice[] {
  return ids.flatMap((id) => {
    const flow = turn.know.flows[id];
    if (flow) return mayStart(flow, draft.state, turn.at) ? [open('exercise', id, flow.title)] : [];
    const answer = turn.know.answers[id];
    return answer && mayShow(answer, draft.state, turn.at) ? [open('answer', id, answer.title)] : [];
  });
}

/** Back, Skip, Pause and Stop, as far as they are possible here. */
function controlsAt(know: Knowledge, flow: Flow, step: Step, running: Running): (of: number) => Choice[] {
  return (of) => controlChoices(know, of, step.skip, mayGoBack(flow, running));
}

function controlChoices(know: Knowledge, of: number, skip: boolean, hasPast: boolean): Choice[] {
  const label = (id: 'button.back' | 'button.skip' | 'button.pause' | 'button.stop'): string => know.phrases[id][0] ?? '';
  return [
    ...(hasPast ? [choose(of, 'back', label('button.back'), 'quiet')] : []),
    ...(skip ? [choose(of, 'skip', label('button.skip'), 'quiet')] : []),
    choose(of, 'pause', label('button.pause'), 'quiet'),
    choose(of, 'stop', label('button.stop'), 'quiet'),
  ];
}
