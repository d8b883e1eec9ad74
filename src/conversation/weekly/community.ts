/**
 * What happens in a community as such: the weekly schedule and those who run it. Pure, and apart from the conversation with
 * a person: no document of a person is read here, so nothing of one can be shown.
 */
import type { Documents, Effect, Found, Need } from '../effect.ts';
import { isPlace, type CommandEvent, type DueEvent, type Event, type PressEvent, type TroubleEvent } from '../event.ts';
import type { Library } from '../knowledge.ts';
import { knowledgeIn } from '../language.ts';
import { freshPlace, type PlaceState } from '../place-state.ts';
import type { State } from '../state.ts';
import { commanded, neededFor, pressed } from './moderator.ts';
import { draftOf } from './place-draft.ts';
import { cameDue, hadTrouble, neededAt, retryDue } from './slot.ts';

export type CommunityEvent = CommandEvent | PressEvent | DueEvent | TroubleEvent;

/** The event, where it is about a community; null where it is a person's. Somebody who hid sees the cover, whatever they press. */
export function communityEvent(event: Event, person: State | null): CommunityEvent | null {
  if (event.kind === 'due' || event.kind === 'trouble') return isPlace(event.subject) ? event : null;
  if (person?.hidden === true || event.place === undefined) return null;
  if (event.kind === 'command') return event.name === 'weekly' || event.name === 'what-can-i-say' ? event : null;
  return event.kind === 'press' && event.press.kind === 'moderate' ? event : null;
}

export function communityNeeds(event: CommunityEvent, place: PlaceState | null): readonly Need[] {
  if (event.kind === 'command') return neededFor(event);
  return event.kind === 'due' ? neededAt(event, place) : [];
}

export function communityStep(event: CommunityEvent, library: Library, before: Documents<State, PlaceState>, found: Found): { readonly after: Documents<State, PlaceState>; readonly effects: readonly Effect[] } {
  const draft = draftOf(before.place ?? freshPlace);
  switch (event.kind) {
    case 'due':
      if (event.name.startsWith('weekly-retry:')) retryDue(event, library, draft);
      else cameDue(event, library, found, draft);
      break;
    case 'trouble': hadTrouble(event, library, draft); break;
    case 'command': commanded(event, { know: knowledgeIn(library, event.locale), found, draft }); break;
    case 'press': pressed(event, { know: knowledgeIn(library, event.locale), found, draft }); break;
    default: event satisfies never;
  }
  const changed = draft.state !== (before.place ?? freshPlace);
  return { after: { person: before.person, place: changed ? draft.state : before.place }, effects: draft.effects };
}
