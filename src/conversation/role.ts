/** Who was hurt, as the person's own words say it: set once, changed in the settings only. */
import type { Draft } from './draft.ts';
import type { Turn } from './turn.ts';

export function roleHeard(turn: Turn, draft: Draft): void {
  const role = turn.reading?.role ?? null;
  if (role !== null && draft.state.settings.role === null) draft.set({ settings: { ...draft.state.settings, role } });
}
