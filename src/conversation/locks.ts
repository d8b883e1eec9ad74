/**
 * What is left out after a disclosure. A lock is set by the person's own words and taken back only by them;
 * it hides exercises and answers from menus, search, buttons and links, for they may harm somebody who is in danger.
 */
import type { Answer, Flow, Knowledge, Lock } from './knowledge.ts';
import type { State } from './state.ts';

/** How long thoughts of dying keep demanding exercises away, in ms. */
export const crisisLockFor = 24 * 3_600_000;

/** The first lock that closes a unit now, or null. */
export function lockOn(locks: readonly Lock[], state: State, at: number): Lock | null {
  return locks.find((lock) => isSet(lock, state, at)) ?? null;
}

/** Which words explain a lock: somebody who did the hurting is told something else than somebody who was hurt. */
export function lockWords(lock: Lock, state: State): `locked.${Lock | 'harm'}` {
  return lock === 'abuse' && state.locks.abuse === null ? 'locked.harm' : `locked.${lock}`;
}

/** The answer may be shown, if need be in its version for somebody who is not safe. */
export function mayShow(answer: Answer, state: State, at: number): boolean {
  const lock = lockOn(answer.locks, state, at);
  return lock === null || (lock === 'abuse' && answer.unsafe !== null && state.locks.harm === null);
}

export function mayStart(flow: Flow | undefined, state: State, at: number): flow is Flow {
  return flow !== undefined && lockOn(flow.locks, state, at) === null;
}

/** The exercises that are open to this person now, in the order of the content. */
export function openExercises(know: Knowledge, state: State, at: number): readonly Flow[] {
  return Object.values(know.flows).filter((flow) => flow.id.startsWith('exercise.') && mayStart(flow, state, at));
}

/** Whether answers are told in their version for somebody who may not be safe. */
export function unsafe(state: State): boolean {
  return state.locks.abuse !== null;
}

function isSet(lock: Lock, state: State, at: number): boolean {
  switch (lock) {
    case 'abuse': return state.locks.abuse !== null || state.locks.harm !== null;
    case 'crisis': return state.locks.crisis !== null && state.locks.crisis > at;
    case 'minor': return state.locks.minor;
    default: return lock satisfies never;
  }
}

/** Nothing is sent unasked now: the chat is hidden, a crisis was told today, or a question about safety is open. */
export function isQuiet(state: State, at: number): boolean {
  const about = state.question?.about.kind;
  return state.hidden || (state.locks.crisis ?? 0) > at || about === 'safety' || about === 'which-danger';
}

/** What comes due meanwhile comes again after this long, in ms. */
export const quietFor = 3_600_000;
