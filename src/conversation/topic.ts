/** The subject that is talked about: "more", "why" and "where is this from" belong to it for a while, whatever else they could mean. */
import type { ControlId } from './phrases.ts';
import type { Turn } from './turn.ts';

/** In ms. */
const topicStays = 30 * 60_000;
const topicWords: ReadonlySet<ControlId> = new Set(['more', 'why', 'how', 'example', 'shorter', 'source']);

export function liveTopic(turn: Turn): Turn['before']['topic'] {
  const { topic } = turn.before;
  return topic !== null && turn.at - topic.at <= topicStays ? topic : null;
}

export function staysWithTopic(turn: Turn): boolean {
  return turn.act.kind === 'word' && topicWords.has(turn.act.word) && liveTopic(turn) !== null;
}
