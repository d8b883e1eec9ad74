/**
 * A check-in for two on two phones: who may, how it begins, and how it ends. Whatever ends it - a word, a lock after a disclosure,
 * a hidden chat, silence - the other one reads the same sentence, minutes later, and nothing else.
 */
import { choose, open, type Draft } from './draft.ts';
import { lockOn } from './locks.ts';
import { codeLives, pairLives, type Half, type PairAct } from './pair.ts';
import type { State } from './state.ts';
import type { Turn } from './turn.ts';

/** Walked by two, each alone with their phone. */
export const pairFlow = 'pair.check-in';
/** The same on one phone; its rest holds for both. */
export const forTwo = 'exercise.partner-check-in';

/** Silence at the opening question, ms. */
const openingLives = 60 * 60_000;

/** Nobody is offered it, or led into it by a code, whom it could harm. */
export function mayPair(turn: Turn, state: State): boolean {
  const flow = turn.know.flows[pairFlow];
  return flow !== undefined && lockOn(flow.locks, state, turn.at) === null;
}

/** Both said yes, and the steps have begun. */
export function isWalking(pair: State['pair']): boolean {
  return pair?.stage === 'walk' || pair?.stage === 'told';
}

export function isResting(turn: Turn): boolean {
  return (turn.before.resting[forTwo] ?? 0) > turn.at;
}

export function askHow(draft: Draft): void {
  draft.ask({ kind: 'pair', what: 'how', code: null }, 'choice', (of) => ({ kind: 'text', text: draft.words('pair.how'), choices: [
    choose(of, 'phones', draft.words('button.two-phones'), 'main'), choose(of, 'code', draft.words('button.have-code')), choose(of, 'one', draft.words('button.one-phone')),
    open('menu', '', draft.words('button.menu'), 'quiet')] }));
}

export function invite(turn: Turn, draft: Draft, code: string): void {
  draft.set({ question: null, pair: { role: 'first', stage: 'invited', since: turn.at } });
  draft.do({ kind: 'pair', act: { do: 'open', code, half: { role: 'first', answer: null, shared: {} }, until: turn.at + codeLives } });
  draft.do({ kind: 'remind', name: 'pair-over', at: turn.at + codeLives });
  draft.add({ kind: 'text', text: draft.words('pair.code', { code: `${code.slice(0, 4)} ${code.slice(4)}` }), link: { words: draft.words('pair.link'), start: `pair_${code}` }, choices: [open('menu', 'pair', draft.words('button.look')), open('menu', '', draft.words('button.menu'))] });
}

/** Agreed by whoever typed the code: only now the other one hears that somebody is there. */
export function join(turn: Turn, draft: Draft, code: string): void {
  draft.set({ pair: { role: 'second', stage: 'day', since: turn.at }, running: draft.state.running.filter((run) => run.flow !== pairFlow) });
  draft.do({ kind: 'pair', act: { do: 'join', code, half: { role: 'second', answer: null, shared: {} }, until: turn.at + pairLives } });
  draft.do({ kind: 'remind', name: 'pair-over', at: turn.at + openingLives });
}

/** My half as it is now, sent with a letter. */
export function put(turn: Turn, draft: Draft, half: Half): void {
  draft.do({ kind: 'pair', act: { do: 'put', half, until: turn.at + pairLives } });
  draft.do({ kind: 'remind', name: 'pair-over', at: turn.at + (isWalking(draft.state.pair) ? pairLives : openingLives) });
}

const shared = 'shared ';
export const shareName = (step: string): string => `${shared}${step}`;

/** Made of what this person has decided to share, and of nothing else in their document. */
export function halfOf(draft: Draft): Half {
  const run = draft.state.running.find((each) => each.flow === pairFlow);
  const decided = Object.entries(run?.entries ?? {}).flatMap(([name, words]) => (name.startsWith(shared) && typeof words === 'string' ? [[name.slice(shared.length), words === '' ? null : words] as const] : []));
  return { role: draft.state.pair?.role ?? 'first', answer: 'yes', shared: Object.fromEntries(decided) };
}

/** Takes all of it out of this person's document. */
export function endPair(draft: Draft, act: Extract<PairAct, { do: 'leave' | 'finish' }>): void {
  const about = draft.state.question?.about;
  const asked = about?.kind === 'pair' || (about !== undefined && 'flow' in about && about.flow === pairFlow);
  draft.set({ pair: null, running: draft.state.running.filter((run) => run.flow !== pairFlow), ...(asked && act.do === 'leave' ? { question: null } : {}) });
  draft.do({ kind: 'pair', act });
  for (const name of ['pair', 'pair-left', 'pair-over', `later:${pairFlow}`] as const) draft.do({ kind: 'cancel', name });
}

/** "Not today" for both: no second try for half a day, on one phone or two. */
export const restFor = 12 * 3_600_000;

/**
 * After every turn, whatever it was about: somebody who told of danger, hid, stopped or blocked the bot is out of it,
 * without a word here and with the same word as ever on the other side.
 */
export function leaveWhereClosed(turn: Turn, draft: Draft): void {
  const { pair, hidden, running } = draft.state;
  if (pair === null) return;
  const stopped = isWalking(pair) && !running.some((run) => run.flow === pairFlow);
  const blocked = turn.act.kind === 'trouble' && turn.act.what === 'blocked';
  if (hidden || stopped || blocked || !mayPair(turn, draft.state)) endPair(draft, { do: 'leave', late: true });
}
