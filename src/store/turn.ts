/**
 * One turn inside its transaction: seen? -> load -> decide -> save. `decide` is pure and synchronous,
 * so nothing can come between what was read and what is written.
 */
import type { Decide, PersonalRecord, Found, Need } from '../conversation/effect.ts';
import { personOf, placeOf, type Event, type PersonEvent, type Subject } from '../conversation/event.ts';
import type { Box } from './box.ts';
import { perform, type Shelves } from './effects.ts';
import { isPrivate } from './outbox.ts';
import { slotAt } from './slots.ts';
import type { Known } from './subjects.ts';

export interface Turned {
  readonly outcome: 'done' | 'seen';
  /** To be finished before the receipts leave. */
  readonly erasure: number | null;
}

export interface Turns<P, L> {
  run(event: Event, decide: Decide<P, L>): Turned;
  /** Marks the event as handled; false when it was before. */
  see(event: Event): boolean;
}

export function openTurns<P, L>(shelves: Shelves): Turns<P, L> {
  const { box } = shelves;
  const insertSeen = box.db.prepare<[Buffer, number]>('insert or ignore into seen (event, at) values (?, ?)');
  const see = (event: Event): boolean => insertSeen.run(box.pseudonyms.ofEvent(event.id), box.now()).changes === 1;
  return {
    see,
    run(event, decide) {
      const first = see(event);
      shelves.timers.remove(event);
      if (!first) {
        const known = 'here' in event && event.here.kind === 'discord-dm' && box.subjects.load(event.person);
        if (known) shelves.heard.again(known, event);
        return { outcome: 'seen', erasure: null };
      }
      const placeId = placeOf(event);
      const personId = personOf(event);
      const place = placeId && box.subjects.load(placeId);
      const person = personId && box.subjects.load(personId);
      const before = { person: documentOf<P>(person), place: documentOf<L>(place) };
      const needs = decide.needs(before);
      const { after, effects } = decide.step(before, needs.length === 0 ? nothingFound : found(shelves, needs, event, person, place));
      const forgets = effects.some((effect) => effect.kind === 'forget');
      if (placeId && after.place !== before.place && after.place !== null) save(box, event, placeId, after.place);
      if (personId && after.person !== before.person && after.person !== null && !forgets) save(box, event, personId, after.person);
      if (placeId) touch(box, event, placeId);
      if ('here' in event && !forgets) meet(shelves, event);
      return { outcome: 'done', erasure: perform(shelves, event, effects) };
    },
  };
}

const nothingFound: Found = { records: [], slot: null, results: [], audit: [] };

// The store keeps what `step` gave it and gives it back after `upgradePerson` or `upgradePlace`: the type is theirs.
function documentOf<D>(known: Known | null | undefined): D | null {
  return (known?.document ?? null) as D | null;
}

function save(box: Box, event: Event, id: Subject, document: unknown): void {
  box.subjects.save(box.subjects.ensure(id, box.dayOf(event.at)), document);
}

/** The day of the last contact; a weekly post counts as one for its place. */
function touch({ subjects, dayOf }: Box, event: Event, id: Subject): void {
  const known = subjects.load(id);
  const day = dayOf(event.at);
  if (known && known.lastDay !== day) subjects.touch(known, day);
}

/** Somebody wrote: the private route, and what waited for such a route. */
function meet({ box, outbox, heard }: Shelves, event: PersonEvent): void {
  const { subjects } = box;
  touch(box, event, event.person);
  let person = subjects.load(event.person);
  if (!person) return;
  const lasting = isPrivate(event.here, event.place);
  if (lasting && (person.route?.id !== event.here.id || person.route.kind !== event.here.kind)) person = subjects.setRoute(person, event.here);
  heard.note(person, event);
  if (lasting || event.here.kind === 'discord-interaction') outbox.release(person, event.here);
}

/** Two responders may need the same records: each is read once, oldest first. */
function merged(some: readonly PersonalRecord[], others: readonly PersonalRecord[]): readonly PersonalRecord[] {
  if (some.length === 0) return others;
  const known = new Set(some.map((record) => record.id));
  return [...some, ...others.filter((record) => !known.has(record.id))].toSorted((a, b) => a.at - b.at);
}

function found(shelves: Shelves, needs: readonly Need[], event: Event, person: Known | null, place: Known | null): Found {
  const { box, records, pairs, slots, audit } = shelves;
  let all = nothingFound;
  for (const need of needs) {
    switch (need.kind) {
      case 'records':
        if (person) all = { ...all, records: merged(all.records, records.last(person, need.of, need.last)) };
        break;
      case 'slot': {
        const at = slotAt(need.slot, placeOf(event));
        const where = at && box.subjects.load(at.place);
        all = { ...all, slot: where ? slots.standing(where, person, at.slot) : { people: 0, mine: false, open: false } };
        break;
      }
      case 'place': all = { ...all, place: documentOf<unknown>(box.subjects.load(need.id)) }; break;
      case 'results':
        if (place) all = { ...all, results: slots.results(place, need.last) };
        break;
      case 'audit':
        if (place) all = { ...all, audit: audit.last(place, need.last) };
        break;
      case 'pair': {
        const pair = person && pairs.of(person);
        if (pair) all = { ...all, pair };
        break;
      }
      case 'new-code': all = { ...all, code: pairs.newCode() }; break;
      case 'invitation': all = { ...all, invited: pairs.isOpen(need.code, person) }; break;
      default: need satisfies never;
    }
  }
  return all;
}
