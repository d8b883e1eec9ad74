/** The last time that was sure, as a note in the database; what cannot be read counts as a first start. */
import type { Notes } from './start.ts';
import type { KeptTime } from './store.ts';

export function keptTimeIn(notes: Pick<Notes, 'get'>): KeptTime | null {
  try {
    const { sure, seen, since } = JSON.parse(notes.get('time') ?? 'null') as Partial<Record<keyof KeptTime, unknown>>;
    return typeof sure === 'number' && typeof seen === 'number' && (since === null || typeof since === 'number') ? { sure, seen, since } : null;
  } catch {
    return null;
  }
}
