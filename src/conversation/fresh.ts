/** The state of somebody who has never written before. */
import type { State } from './state.ts';

export function freshState(at: number): State {
  return {
    v: 2, turns: 0, asked: 0, said: {}, since: at, last: at, session: at, told: 0, greeted: false,
    question: null, taken: null, shown: [], opened: null, running: [], resting: {},
    path: null, topic: null, recent: [], misses: 0, counted: [],
    locks: { abuse: null, crisis: null, harm: null, minor: false },
    safety: null, replied: {},
    settings: { country: null, zone: null, language: null, plain: false, role: null, hideWord: null, returnWord: null, checkIn: null, clear: 'never', openWord: null },
    hidden: false, door: { until: 0, wrong: 0, since: 0 }, pair: null, codesTried: { n: 0, since: 0 }, direct: 'unknown', mention: null,
  };
}
