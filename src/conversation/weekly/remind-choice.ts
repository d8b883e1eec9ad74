/** "Ask me next time", after the check-in of a community's week. */
import { open, type Draft } from '../draft.ts';
import { placeOfSlot } from '../event.ts';
import type { Choice } from '../press.ts';

/** The page of the menu that sets the reminder of a place. */
export const remindPrefix = 'weekly-remind:';

export function remindChoice(draft: Draft, slot: string): readonly Choice[] {
  const place = placeOfSlot(slot);
  return place === null ? [] : [open('menu', `${remindPrefix}${place}`, draft.words('button.weekly-remind'))];
}
