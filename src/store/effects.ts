/** The effects of one turn, written in the turn's own transaction. */
import type { Effect } from '../conversation/effect.ts';
import { personOf, placeOf, type Event, type Subject } from '../conversation/event.ts';
import type { Audit } from './audit.ts';
import type { Box } from './box.ts';
import { startErasure, type Erasures } from './erasure.ts';
import type { Heard } from './heard.ts';
import { openPost, type Post, type PostRoom } from './post.ts';
import type { Pairs } from './pairs.ts';
import type { Records } from './records.ts';
import { movePlace } from './move-place.ts';
import { slotAt } from './slots.ts';
import type { Known } from './subjects.ts';
import type { Tallies } from './tallies.ts';
import type { Timers } from './timers.ts';

/** Every shelf that a turn may write to. */
export interface Shelves extends PostRoom {
  readonly records: Records;
  readonly timers: Timers;
  readonly pairs: Pairs;
  readonly audit: Audit;
  readonly tallies: Tallies;
  readonly erasures: Erasures;
  readonly heard: Heard;
}

/** Returns the number of the erasure that must be finished before its receipts leave, or null. */
export function perform(shelves: Shelves, event: Event, effects: readonly Effect[]): number | null {
  const post = openPost(shelves, event);
  let forget = false;
  for (const effect of effects) {
    if (effect.kind === 'forget') forget = true;
    else write(shelves, event, post, effect);
  }
  const erasure = forget ? erased(shelves, event) : null;
  post.leave(erasure);
  return erasure;
}

function write(shelves: Shelves, event: Event, post: Post, effect: Exclude<Effect, { kind: 'forget' }>): void {
  const { box, records, timers, pairs, slots, audit, tallies } = shelves;
  switch (effect.kind) {
    case 'say': return post.say(effect);
    case 'mark': return post.mark(effect.ref, effect.chosen);
    case 'revise': return post.revise(effect.tag, effect.message);
    case 'hide': return post.hide();
    case 'clear': return post.clear(effect.what);
    case 'unhide': return post.unhide();
    case 'remind': return withKnown(box, timerSubject(event, effect.name), event, (known) => timers.set(known, effect.name, effect.at));
    case 'cancel': {
      const subject = timerSubject(event, effect.name);
      const known = subject && box.subjects.load(subject);
      return known ? timers.cancel(known, effect.name) : undefined;
    }
    case 'keep': return withKnown(box, personOf(event), event, (known) => records.keep(known, effect.record));
    case 'discard': return withKnown(box, personOf(event), event, (known) => records.discard(known, effect.record));
    case 'take-part': {
      const at = slotAt(effect.slot, placeOf(event));
      return withKnown(box, at?.place ?? null, event, (place) =>
        withKnown(box, personOf(event), event, (person) => slots.takePart(place, person, at?.slot ?? '', effect.values)));
    }
    case 'close-slot': {
      const at = slotAt(effect.slot, placeOf(event));
      return withKnown(box, at?.place ?? null, event, (place) => slots.close(place, at?.slot ?? '', effect));
    }
    case 'audit': return withKnown(box, placeOf(event), event, (place) => { if ('person' in event) audit.add(place, event.person, effect.what, effect.denied); });
    case 'pair': return withKnown(box, personOf(event), event, (known) => pairs.act(known, effect.act));
    case 'move': return movePlace(shelves, event, effect.to);
    case 'tally': return tallies.count(effect.metric, effect.key);
    default: return effect satisfies never;
  }
}

function withKnown(box: Box, subject: Subject | null, event: Event, use: (known: Known) => void): void {
  if (subject !== null) use(box.subjects.ensure(subject, box.dayOf(event.at)));
}

/** Weekly timers belong to the place, all others to the person. */
function timerSubject(event: Event, name: string): Subject | null {
  return name.startsWith('weekly-') ? placeOf(event) : (personOf(event) ?? placeOf(event));
}

function erased(shelves: Shelves, event: Event): number | null {
  const subject = personOf(event) ?? placeOf(event);
  const known = subject && shelves.box.subjects.load(subject);
  if (!known) return null;
  shelves.pairs.act(known, { do: 'leave', late: true });
  return startErasure(shelves.box, shelves.erasures, known);
}
