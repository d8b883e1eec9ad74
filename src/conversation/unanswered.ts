/**
 * What was asked in vain is counted, so that authors learn what is missing: the gist of a reading (see `nlp/gist.ts`), never the text.
 * Nobody who is or was just in danger is counted, and nobody twice for the same gist: a count is a number of people.
 */
import type { Draft } from './draft.ts';
import type { State } from './state.ts';
import type { Turn } from './turn.ts';

export function countUnanswered(turn: Turn, draft: Draft): void {
  const gist = turn.reading?.gist ?? null;
  if (gist === null || turn.reading?.safety !== null || isProtected(turn.before, turn.at)) return;
  const mark = markOf(gist);
  if (turn.before.counted.includes(mark)) return;
  draft.set({ counted: [mark, ...turn.before.counted].slice(0, mostMarks) });
  draft.do({ kind: 'tally', metric: 'unanswered', key: gist });
}

/** Any lock but that of age, any safety reply of the last day, a question about safety, a hidden chat. */
function isProtected({ locks, replied, question, safety, hidden }: State, at: number): boolean {
  const about = question?.about.kind;
  const recent = Object.values(replied).some((reply) => at - reply.at < day) || (safety !== null && at - safety.at < day);
  return hidden || recent || locks.abuse !== null || locks.harm !== null || (locks.crisis ?? 0) > at || about === 'safety' || about === 'which-danger';
}
const day = 24 * 3_600_000;

/** The document keeps this many, the newest first. */
export const mostMarks = 20;

/**
 * One of 4,096 numbers for a gist: enough to know it again, too little to tell it from the thousands of others with the same number.
 * FNV-1a (Fowler, Noll, Vo, 1991), folded.
 */
export function markOf(gist: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gist.length; at++) hash = Math.imul(hash ^ gist.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 12) ^ (hash >>> 24)) & 0xfff;
}
