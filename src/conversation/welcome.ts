/**
 * The first words, and saying again what this is: after seven days away, after three hours of use, and when asked.
 * Who writes something real first is answered first, under one line; the rest follows at the next pause.
 */
import type { Draft } from './draft.ts';
import { countryOf } from './lines.ts';
import { sayMenu } from './menu.ts';
import type { Turn } from './turn.ts';

const away = 7 * 24 * 3_600_000;
const longUse = 3 * 3_600_000;
/** A pause this long ends continuous use. */
export const rest = 30 * 60_000;

/** Both first messages and the menu. */
export function welcome(turn: Turn, draft: Draft): void {
  sayFirstWords(turn, draft);
  sayMenu(turn, draft);
}

/** What this is, who runs it, what it keeps, who could read along, how to leave quickly. */
export function sayFirstWords(turn: Turn, draft: Draft): void {
  draft.say(draft.words('first.what', { name: turn.operator.name }));
  draft.say(draft.words('first.keeps', { contact: contactOf(turn), returnWord: draft.words('hide.return-word') }));
  draft.set({ told: turn.at, greeted: true });
}

export function contactOf(turn: Turn): string {
  return turn.operator.contact ?? turn.know.phrases['contact.none'][0] ?? '';
}

/** One line before the first real answer, or the reminder of what this is when it is due. Null when nothing is. */
export function disclosureLine(turn: Turn, draft: Draft): string | null {
  if (draft.state.greeted && draft.state.told > 0) return isDue(turn) ? draft.words('disclosure', { name: turn.operator.name }) : null;
  if (draft.state.told > 0) return null;
  const country = countryOf(turn.know, draft.state.settings.country);
  const numbers = country?.emergency[0] ?? turn.know.phrases['first.local-emergency'][0] ?? '';
  return draft.words('first.line', { numbers });
}

function isDue(turn: Turn): boolean {
  const { told, last, session } = turn.before;
  return told > 0 && (turn.at - last > away || (turn.at - last < rest && turn.at - Math.max(told, session) > longUse));
}
