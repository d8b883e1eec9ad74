/**
 * Who was hurt, as the person's own words say it: set once, changed in the settings only. To be spoken to as the one who broke the
 * trust hurts somebody who was betrayed, so that takes a sure reading, or a guess that is about just that.
 */
import type { Draft } from './draft.ts';
import type { Turn } from './turn.ts';

/** "I cheated on my wife" may be read as either of these without being sure; who did it stands in the words. */
const ofTheBetrayer: ReadonlySet<string> = new Set(['topic.rebuild-as-betrayer', 'faq.after-infidelity']);

export function roleHeard(turn: Turn, draft: Draft): void {
  const { reading } = turn;
  if (reading === null || reading.role === null || draft.state.settings.role !== null) return;
  const sure = reading.role === 'hurt' || ofTheBetrayer.has(reading.intent) || (reading.decision === 'answer' && turn.know.answers[reading.intent] !== undefined);
  if (sure) draft.set({ settings: { ...draft.state.settings, role: reading.role } });
}
