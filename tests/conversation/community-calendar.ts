/**
 * The weeks of one schedule, run through the step that the bot runs, with timers in a list instead of a database.
 * Beside it the same weeks by another way: from offsets alone, as RFC 5545 (section 3.3.5) has it. Also used by `scripts/weekly-zones.ts`.
 */
import type { Effect } from '../../src/conversation/effect.ts';
import type { DueEvent, TimerName } from '../../src/conversation/event.ts';
import type { Library } from '../../src/conversation/knowledge.ts';
import { freshPlace, type PlaceState } from '../../src/conversation/place-state.ts';
import { armNext } from '../../src/conversation/weekly/slot.ts';
import { communityStep } from '../../src/conversation/weekly/community.ts';
import { draftOf } from '../../src/conversation/weekly/place-draft.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const place = 'discord-place:900';
const nothing = { records: [], slot: null, results: [], audit: [] };

export interface Post { readonly at: number; readonly slot: string }

export interface Calendar {
  /** Lets the clock go to `until` with all that comes due on the way. */
  run(until: number): void;
  /** The clock jumps; what is due by then comes late, and what was planned too far ahead comes early. */
  jump(to: number): void;
  readonly posts: readonly Post[];
  readonly told: readonly string[];
  readonly next: number;
}

/** One schedule, set up at `from`. `looks`: with the looks at the number of people, which are the most of the work. */
export function openCalendar(library: Library, zone: string, weekday: number, time: string, from: number, looks = false): Calendar {
  const posts: Post[] = [];
  const told: string[] = [];
  const timers = new Map<TimerName, number>();
  const left = new Set<string>();
  let now = from;
  let state: PlaceState = {
    ...freshPlace, last: 1,
    schedules: [{ id: 1, plan: { day: weekday, at: time, zone, channel: '55', role: null, set: 'community', thread: false, language: 'en' }, keeper: 'discord:1', posts: 0, skip: false, paused: null, open: null }],
  };
  const perform = (effects: readonly Effect[]): void => {
    for (const effect of effects) {
      if (effect.kind === 'remind' && (looks || !effect.name.startsWith('weekly-count'))) timers.set(effect.name, effect.at);
      else if (effect.kind === 'cancel' && effect.name !== 'all') timers.delete(effect.name);
      else if (effect.kind === 'say' && effect.to === 'direct') told.push(effect.messages[0]?.text ?? '');
      else if (effect.kind === 'say' && effect.tag !== undefined && !left.has(effect.tag)) {
        left.add(effect.tag);
        posts.push({ at: now, slot: effect.tag.slice('weekly:'.length) });
      }
    }
  };
  const happens = (name: TimerName, due: number): void => {
    timers.delete(name);
    const event: DueEvent = { kind: 'due', id: `due:${name}:${due}:${now}`, at: now, subject: place, name, due };
    const { after, effects } = communityStep(event, library, { person: null, place: state }, nothing);
    state = after.place ?? state;
    perform(effects);
  };
  const first = (until: number): readonly [TimerName, number] | undefined => [...timers].filter(([, at]) => at <= until).toSorted((a, b) => a[1] - b[1])[0];
  const draft = draftOf(state);
  const schedule = state.schedules[0];
  if (schedule) armNext(schedule, from, draft);
  perform(draft.effects);
  return {
    posts, told,
    get next() { return timers.get('weekly-open:1') ?? Infinity; },
    run(until) {
      for (let due = first(until); due; due = first(until)) {
        now = Math.max(now, due[1]);
        happens(...due);
      }
      now = until;
    },
    jump(to) {
      const back = to < now;
      now = to;
      for (let due = first(now); due; due = first(now)) happens(...due);
      if (back) for (const [name, at] of [...timers]) happens(name, at);
    },
  };
}

/** Every time in `from`..`until` that it is `time` on `weekday` in `zone`: in a gap as if the clock had not moved yet, in an overlap the first. */
export function weeksByOffsets(zone: string, weekday: number, time: string, from: number, until: number): readonly Post[] {
  const offset = offsetsOf(zone);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const found: Post[] = [];
  for (let midnight = Math.floor(from / day) * day - 2 * day; midnight < until + 2 * day; midnight += day) {
    const date = new Date(midnight);
    if ((date.getUTCDay() + 6) % 7 !== weekday - 1) continue;
    const local = midnight + (hours * 60 + minutes) * minute;
    const before = offset(local - day);
    const after = offset(local + day);
    const right = [before, after].map((each) => local - each).filter((at) => at + offset(at) === local);
    const at = right.length > 0 ? Math.min(...right) : local - before;
    if (at > from && at <= until) found.push({ at, slot: `1-${new Date(at + offset(at)).toISOString().slice(0, 10)}` });
  }
  return found;
}

/** ms east of UTC at a time. */
function offsetsOf(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'], parts['hour'], parts['minute'], parts['second']) - at;
  };
}

/** Monday (ISO date) of the local week of a slot. */
export function weekOf(slot: string): string {
  const date = Temporal.PlainDate.from(slot.slice(slot.indexOf('-') + 1));
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}
