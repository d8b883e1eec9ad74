/** The reply of one turn in a community, while it is being written: the next state of the place and what is to be done. */
import type { Effect, Say } from '../effect.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Message } from '../message.ts';
import { fill, type PhraseId, type PhraseVars } from '../phrases.ts';
import type { Pending, PlaceState, Schedule } from '../place-state.ts';
import type { PersonId } from '../ids.ts';

export interface PlaceDraft {
  readonly state: PlaceState;
  readonly effects: readonly Effect[];
  set(patch: Partial<PlaceState>): void;
  /** Changes one schedule; nothing when it is gone. */
  change(id: number, patch: Partial<Schedule>): void;
  do(effect: Effect): void;
  say(to: Pick<Say, 'to' | 'cls'> & Partial<Say>, ...messages: readonly Message[]): void;
  /** Opens a question to one moderator. */
  ask(by: PersonId, at: number, about: Pending['about'], build: (of: number) => Message): Message;
}

const pendingAtMost = 5;

export function draftOf(before: PlaceState): PlaceDraft {
  let state = before;
  const effects: Effect[] = [];
  return {
    get state() { return state; },
    effects,
    set(patch) { state = { ...state, ...patch }; },
    change(id, patch) { state = { ...state, schedules: state.schedules.map((each) => (each.id === id ? { ...each, ...patch } : each)) }; },
    do(effect) { effects.push(effect); },
    say(to, ...messages) { effects.push({ kind: 'say', ...to, messages }); },
    ask(by, at, about, build) {
      const of = state.asked + 1;
      state = { ...state, asked: of, pending: [...state.pending, { of, by, at, about }].slice(-pendingAtMost) };
      return build(of);
    },
  };
}

/** The words of a phrase: its first variant. */
export function phrase<K extends PhraseId>(know: Knowledge, id: K, ...vars: PhraseVars<K>): string {
  return fill(know.phrases[id][0] ?? '', vars[0] ?? {});
}
