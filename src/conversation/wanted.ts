/**
 * One place that knows the three ways to ask for something built in: the command `/export`, the menu button "A copy of my
 * data", and the sentence "give me my data" (intent `chat.privacy-export`).
 */
import type { Turn } from './turn.ts';

/** The first of `names` that this turn asks for by command, menu button or a confident reading; null when none. */
export function wanted<N extends string>(turn: Turn, names: readonly N[]): N | null {
  return names.find((name) => asksFor(turn, name)) ?? null;
}

function asksFor(turn: Turn, name: string): boolean {
  const { act, reading } = turn;
  if (act.kind === 'command') return act.name.replaceAll('_', '-') === name;
  if (act.kind === 'press') return act.press.kind === 'open' && act.press.what === 'menu' && act.press.id === name;
  if (act.kind !== 'text' && act.kind !== 'word') return false;
  if (reading?.decision !== 'answer') return false;
  return turn.know.intents[reading.intent]?.builtIn === name && !isEntry(turn);
}

/**
 * The text is meant for the open question rather than for the bot: an exercise waits for words,
 * and they do not look like a question or a request.
 */
export function isEntry(turn: Turn): boolean {
  const question = turn.before.question;
  return question?.about.kind === 'step' && question.expects === 'text' && turn.act.kind === 'text' && turn.reading?.question !== true && !isSmallTalk(turn);
}

const smallTalk: ReadonlySet<string> = new Set(['greet', 'goodbye', 'thanks', 'help', 'human']);

/** "hello", "thanks, bye": somebody who comes back after days and greets is not writing an entry. */
export function isSmallTalk(turn: Turn): boolean {
  const { act, reading } = turn;
  if (act.kind !== 'text' || reading?.decision !== 'answer' || act.text.trim().split(/\s+/u).length > 4) return false;
  return smallTalk.has(turn.know.intents[reading.intent]?.builtIn ?? '');
}
