/**
 * The chat is cleared by itself where somebody chose so: an hour after the last word, or every night at four.
 * Each turn sets the time anew; what a platform no longer lets a bot delete (Telegram: after 48 h) stays, which the setting says.
 */
import { nextDaily } from './clock.ts';
import type { Draft } from './draft.ts';
import type { Turn } from './turn.ts';

const hour = 3_600_000;
const night = '04:00';

/** Called at the end of every turn. */
export function planClearing(turn: Turn, draft: Draft): void {
  const { clear, zone } = draft.state.settings;
  const before = turn.before.settings.clear;
  if (clear === 'never') {
    if (before !== 'never') draft.do({ kind: 'cancel', name: 'clear' });
    return;
  }
  if (draft.forgets || ((!('person' in turn.event)) && draft.messages.length === 0)) return;
  draft.do({ kind: 'remind', name: 'clear', at: clear === 'hour' ? turn.at + hour : nextDaily(turn.at, zone, night) });
}
