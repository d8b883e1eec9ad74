/**
 * Walking a check-in for two on two phones. Each person walks the same list of steps: what is the other one's turn is passed,
 * and at the other one's share step this person waits until something is there, shared or kept.
 * What crosses is only what "share it" was pressed for: the half (see `pair.ts`) is made of nothing else.
 */
import { choose, open, type Draft } from './draft.ts';
import type { Flow, Step } from './knowledge.ts';
import type { Half } from './pair.ts';
import { endPair, halfOf, pairFlow, put, shareName } from './pairing.ts';
import type { Choice } from './press.ts';
import type { Turn } from './turn.ts';

type Share = Extract<Step, { kind: 'share' }>;

/** The step from which this person goes on: `from`, or one behind what belongs to the other. Says what the other one shared. */
export function passed(turn: Turn, draft: Draft, flow: Flow, from: Step): Step {
  if (flow.id !== pairFlow || from.turn === null || from.kind === 'end') return from;
  const isMine = from.turn === draft.state.pair?.role;
  if (from.kind === 'share') {
    if (isMine && writtenFor(draft, from) !== null) return from;
    if (isMine) decide(turn, draft, from, null);
    else if (!said(turn, draft, from)) return from;
  } else if (isMine) return from;
  const next = flow.steps.find((step) => step.id === from.next);
  return next ? passed(turn, draft, flow, next) : from;
}

/** Whether the other one has brought something that this person waits for. */
export function hasNews(turn: Turn): boolean {
  const running = turn.before.running.find((each) => each.flow === pairFlow);
  const step = turn.know.flows[pairFlow]?.steps.find((each) => each.id === running?.step);
  return step?.kind === 'share' && step.turn !== turn.before.pair?.role && sharedBy(turn.found.pair?.theirs ?? null, step) !== undefined;
}

/** The writer sees exactly what would cross; the other one only that it is not their turn. */
export function askShare(turn: Turn, draft: Draft, flow: Flow, step: Share, controls: (of: number) => readonly Choice[]): void {
  const about = { kind: 'step', flow: flow.id, step: step.id } as const;
  const words = writtenFor(draft, step);
  if (step.turn !== draft.state.pair?.role || words === null) {
    draft.ask(about, 'choice', (of) => ({ kind: 'text', text: draft.words('pair.their-turn'), choices: [open('menu', 'pair', draft.words('button.look')), ...controls(of)] }));
    return;
  }
  draft.ask(about, 'choice', (of) => ({ kind: 'text', text: `${step.text}\n\n${words}`, choices: [
    choose(of, 'share', draft.words('button.share-it')), choose(of, 'change', draft.words('button.change-it')), choose(of, 'keep', draft.words('button.keep-to-myself')),
    ...controls(of)] }));
}

/** True: on to the next step. False: the step where this person stands now is shown. */
export function shareChosen(turn: Turn, draft: Draft, flow: Flow, step: Share, choice: string): boolean {
  const isMine = step.turn === draft.state.pair?.role;
  const words = writtenFor(draft, step);
  const written = flow.steps.find((each) => each.kind === 'write' && each.save === step.of && each.turn === step.turn);
  if (isMine && choice === 'change' && written) {
    draft.set({ running: draft.state.running.map((run) => (run.flow === flow.id ? { ...run, step: written.id, trail: run.trail.slice(0, -1) } : run)) });
    return false;
  }
  if (!isMine || (choice !== 'share' && choice !== 'keep')) return false;
  decide(turn, draft, step, choice === 'share' ? words : null);
  return true;
}

/** The end of the list: my half stays for the other one to read. */
export function cameToEnd(draft: Draft, flow: Flow): void {
  if (flow.id === pairFlow && draft.state.pair) endPair(draft, { do: 'finish' });
}

function decide(turn: Turn, draft: Draft, step: Share, words: string | null): void {
  draft.set({ running: draft.state.running.map((run) => (run.flow === pairFlow ? { ...run, entries: { ...run.entries, [shareName(step.id)]: words ?? '' } } : run)) });
  put(turn, draft, halfOf(draft));
}

/** False while there is nothing yet. Shared or kept: both are said once, when this person passes. */
function said(turn: Turn, draft: Draft, step: Share): boolean {
  const words = sharedBy(turn.found.pair?.theirs ?? null, step);
  if (words === undefined) return false;
  if (draft.state.pair) draft.set({ pair: { ...draft.state.pair, stage: 'walk' } });
  draft.say(words === null ? draft.words('pair.nothing-shared') : draft.words('pair.they-share', { text: words }), [open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
  return true;
}

function sharedBy(half: Half | null, step: Share): string | null | undefined {
  return half !== null && Object.hasOwn(half.shared, step.id) ? half.shared[step.id] : undefined;
}

function writtenFor(draft: Draft, step: Share): string | null {
  const entry = draft.state.running.find((run) => run.flow === pairFlow)?.entries[step.of];
  return typeof entry === 'string' && entry !== '' ? entry : null;
}
