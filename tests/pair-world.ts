/**
 * Two people who do something together, as the store keeps them (`src/store/pairs.ts`), in memory: the same rules in a few lines,
 * for talks without a disk. `tests/adapters/*-talks.test.ts` plays the same talks on the real one.
 */
import type { PersonId } from '../src/conversation/event.ts';
import type { Half, Pair, PairAct } from '../src/conversation/pair.ts';

export interface PairWorld {
  of(person: PersonId, at: number): Pair | null;
  isOpen(code: string, person: PersonId, at: number): boolean;
  newCode(): string;
  /** `letter`: a timer of the other one's. */
  act(person: PersonId, act: PairAct, at: number, letter: (to: PersonId, name: 'pair' | 'pair-left', at: number) => void): void;
}

interface Together { code: string | null; until: number; readonly halves: Map<PersonId, { half: Half; done: boolean }> }

/** Somebody's leaving is told after two to six minutes; here after four. */
const lateBy = 4 * 60_000;

export function pairWorld(): PairWorld {
  const all = new Set<Together>();
  let codes = 48_291_374;
  const find = (person: PersonId): Together | undefined => [...all].find((each) => each.halves.has(person));
  const other = (pair: Together, person: PersonId): PersonId | undefined => [...pair.halves.keys()].find((each) => each !== person);
  const remove = (person: PersonId): void => {
    const pair = find(person);
    pair?.halves.delete(person);
    if (pair?.halves.size === 0) all.delete(pair);
  };
  return {
    of(person, at) {
      const pair = find(person);
      const mine = pair?.halves.get(person);
      const theirs = pair && pair.halves.get(other(pair, person) ?? person);
      return pair && mine && pair.until > at ? { joined: pair.code === null, mine: mine.half, theirs: theirs === mine ? null : (theirs?.half ?? null) } : null;
    },
    isOpen: (code, person, at) => [...all].some((each) => each.code === code && each.until > at && !each.halves.has(person)),
    newCode: () => String((codes += 1)),
    act(person, act, at, letter) {
      const tell = (late: boolean): void => {
        const pair = find(person);
        const to = pair && other(pair, person);
        if (to) letter(to, late ? 'pair-left' : 'pair', at + (late ? lateBy : 0));
      };
      const pair = act.do === 'join' ? [...all].find((each) => each.code === act.code) : find(person);
      const mine = pair?.halves.get(person);
      switch (act.do) {
        case 'open': tell(true); remove(person); all.add({ code: act.code, until: act.until, halves: new Map([[person, { half: act.half, done: false }]]) }); return;
        case 'join':
          if (!pair) return;
          tell(true);
          remove(person);
          pair.code = null;
          pair.until = act.until;
          pair.halves.set(person, { half: act.half, done: false });
          tell(false);
          return;
        case 'put': if (pair) { pair.until = act.until; pair.halves.set(person, { half: act.half, done: false }); tell(false); } return;
        case 'leave': tell(act.late); remove(person); return;
        case 'finish':
          if (mine) mine.done = true;
          if (pair && [...pair.halves.values()].every((each) => each.done)) all.delete(pair);
          return;
        default: act satisfies never;
      }
    },
  };
}
