/** What the person chose to keep, read back: the words of a result or a promise, and what became of it. */
import { localDate } from './clock.ts';
import type { PersonalRecord } from './effect.ts';
import type { Turn } from './turn.ts';

export interface Kept { readonly id: string; readonly title: string; readonly date: string; readonly text: string; readonly outcome: string | null }

/** Results and promises, newest first. */
export function keptThings(turn: Turn): readonly Kept[] {
  return turn.found.records.filter((record) => record.kind !== 'check-in').toReversed().map((record) => keptOf(turn, record));
}

function keptOf(turn: Turn, record: PersonalRecord): Kept {
  const data: Readonly<Record<string, unknown>> = typeof record.data === 'object' && record.data !== null ? { ...record.data } : {};
  const text = (name: string): string | null => (typeof data[name] === 'string' ? data[name] : null);
  return { id: record.id, title: text('title') ?? '', date: localDate(record.at, turn.before.settings.zone), text: text('text') ?? '', outcome: text('outcome') };
}
