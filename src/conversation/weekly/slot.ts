/**
 * A week from its post to its end. Everything here happens by the clock or by what the platform reports;
 * every step may happen twice or late and still leaves one post a week.
 *
 * - A slot is posted at its time, or up to a day late, once. Older ones are left out, and the keeper is told.
 * - The number of people is looked at every six hours from the post on, at moments that nobody can move, so the time of a
 *   change tells nothing about a person. It is told from five on, in steps of five, and never becomes smaller.
 * - A week closes when the next one is posted, or after seven days. One that was open for less than a day leaves no result,
 *   nor does one that was stopped: whoever runs the community could otherwise choose the minutes that a result is about.
 * - What the clock planned while it was wrong is planned anew.
 */
import type { DueEvent, TroubleEvent } from '../event.ts';
import type { Effect, Found, Need } from '../effect.ts';
import type { Knowledge, Library } from '../knowledge.ts';
import type { PlaceState, Schedule } from '../place-state.ts';
import { latestOf, nextOf } from './calendar.ts';
import { phrase, type PlaceDraft } from './place-draft.ts';
import { placeOf, promptOf, threadOf } from './prompt.ts';

const hour = 3_600_000;
/** A post later than this is no longer right. */
const latest = 24 * hour;
const week = 7 * 24 * hour;
const countEvery = 6 * hour;
/** A refused post is tried again after this long, as long as it is not too late. */
const retryAfter = hour;
const step = 5;
/** A look at the number later than this waits for the next one: two looks are never closer than six hours. */
const lookBy = 10 * 60_000;
/** A week leaves a result only when everybody had a day for it. */
const shortest = 24 * hour;

export function neededAt(event: DueEvent, place: PlaceState | null): readonly Need[] {
  const open = event.name.startsWith('weekly-count:') ? scheduleOf(event, place)?.open : null;
  return open ? [{ kind: 'slot', slot: open.slot }] : [];
}

export function cameDue(event: DueEvent, library: Library, found: Found, draft: PlaceDraft): void {
  const schedule = scheduleOf(event, draft.state);
  if (!schedule) return;
  const know = library[schedule.plan.language] ?? library.en;
  if (event.due > event.at) planAnew(event, schedule, draft);
  else if (event.name.startsWith('weekly-open:')) openDue(event, schedule, know, draft);
  else if (event.name.startsWith('weekly-count:')) countDue(event, schedule, know, found, draft);
  // The end of an earlier week may come in the same breath as the next post.
  else if (schedule.open && event.due >= schedule.open.at + week) closeOpen(schedule, draft, false);
}

/** The clock was set back since: nothing happens yet, and the time is found again by the right clock. */
function planAnew(event: DueEvent, schedule: Schedule, draft: PlaceDraft): void {
  if (event.name.startsWith('weekly-open:')) armNext(schedule, event.at, draft);
  else if (schedule.open && event.name.startsWith('weekly-count:')) armCount(schedule, schedule.open.at, event.at, draft);
  else if (schedule.open) draft.do({ kind: 'remind', name: event.name, at: Math.min(event.due, event.at + week) });
}

function openDue(event: DueEvent, schedule: Schedule, know: Knowledge, draft: PlaceDraft): void {
  armNext(schedule, event.at, draft);
  if (schedule.paused?.why === 'asked') return;
  const slot = latestOf(schedule, event.at);
  if (schedule.open?.slot === slot.slot) return;
  if (schedule.skip) {
    draft.change(schedule.id, { skip: false });
    return;
  }
  if (event.at - slot.at > latest) {
    if (schedule.paused === null) tell(schedule, draft, know, 'weekly.too-late');
    return;
  }
  post(schedule, slot.slot, event.at, know, draft);
}

/** Posts the slot and opens it; what was open is closed. `again`: it stands there already, and a second message is wanted. */
export function post(schedule: Schedule, slot: string, at: number, know: Knowledge, draft: PlaceDraft, again = false): void {
  const same = schedule.open?.slot === slot ? schedule.open : null;
  if (schedule.open && !same) draft.do(closing(schedule.open, at - schedule.open.at < shortest));
  const tries = (same?.tries ?? -1) + 1;
  const tag = tries === 0 ? `weekly:${slot}` : `weekly:${slot}~${tries}`;
  const prompt = same?.prompt ?? schedule.posts;
  draft.say({
    to: 'channel', cls: 'post', tag, ...(schedule.plan.channel === null ? {} : { channel: schedule.plan.channel }),
    ...(schedule.plan.thread ? { thread: threadOf(know, schedule.plan, slot) } : {}),
  }, promptOf(know, schedule.plan, slot, prompt, again ? (same?.shown ?? 0) : 0));
  draft.change(schedule.id, { posts: prompt + 1, open: { slot, tag, at: same?.at ?? at, prompt, shown: same?.shown ?? 0, tries } });
  // A second message for the same week moves nothing.
  if (same) return;
  armCount(schedule, at, at, draft);
  draft.do({ kind: 'remind', name: `weekly-close:${schedule.id}`, at: at + week });
}

/** Sets the timer of the next slot. */
export function armNext(schedule: Schedule, at: number, draft: PlaceDraft): void {
  draft.do({ kind: 'remind', name: `weekly-open:${schedule.id}`, at: nextOf(schedule, at).at });
}

/** The next look at the number of people: a whole number of six hours after the post. */
function armCount(schedule: Schedule, posted: number, at: number, draft: PlaceDraft): void {
  const from = posted > at ? at : posted;
  draft.do({ kind: 'remind', name: `weekly-count:${schedule.id}`, at: from + (Math.floor((at - from) / countEvery) + 1) * countEvery });
}

function countDue(event: DueEvent, schedule: Schedule, know: Knowledge, found: Found, draft: PlaceDraft): void {
  const { open } = schedule;
  if (!open) return;
  // So long after a try that followed the trouble no refusal came: it stands.
  const { paused } = schedule;
  const triedSince = paused !== null && (open.tries > 0 || open.at >= paused.at);
  if (paused !== null && paused.why !== 'asked' && triedSince && Math.abs(event.at - paused.at) >= countEvery) draft.change(schedule.id, { paused: null });
  armCount(schedule, open.at, event.at, draft);
  if (event.at - event.due > lookBy) return;
  const people = found.slot?.people ?? 0;
  const shown = Math.max(open.shown, people - (people % step));
  if (shown === open.shown) return;
  draft.change(schedule.id, { open: { ...open, shown } });
  draft.do({ kind: 'revise', tag: open.tag, message: promptOf(know, schedule.plan, open.slot, open.prompt, shown) });
}

export function closeOpen(schedule: Schedule, draft: PlaceDraft, tooShort: boolean): void {
  if (schedule.open) draft.do(closing(schedule.open, tooShort));
  draft.change(schedule.id, { open: null });
  draft.do({ kind: 'cancel', name: `weekly-count:${schedule.id}` });
  draft.do({ kind: 'cancel', name: `weekly-close:${schedule.id}` });
}

function closing({ slot, shown }: NonNullable<Schedule['open']>, tooShort: boolean): Effect {
  return { kind: 'close-slot', slot, shown, ...(tooShort ? { tooShort } : {}) };
}

/** The platform refused a post, lost a channel or put the bot out: the schedules there pause, and their keepers are told once. */
export function hadTrouble(event: TroubleEvent, library: Library, draft: PlaceDraft): void {
  if (event.what === 'moved' && event.to !== undefined) draft.do({ kind: 'move', to: `telegram-place:${event.to}` });
  for (const schedule of draft.state.schedules) {
    const know = library[schedule.plan.language] ?? library.en;
    if (event.to !== undefined && event.what !== 'moved' && event.to !== schedule.plan.channel) continue;
    switch (event.what) {
      case 'no-permission':
      case 'gone':
      case 'blocked':
        pauseBy(event.what === 'no-permission' ? 'no-permission' : 'gone', event, schedule, know, draft);
        break;
      case 'maybe-missing':
        if (isAbout(event, schedule)) tell(schedule, draft, know, 'weekly.maybe-missing');
        break;
      case 'expired':
        if (isAbout(event, schedule)) tell(schedule, draft, know, 'weekly.too-late');
        break;
      // A chat that moved takes its schedules along. The other is about people.
      case 'moved': case 'dm-closed': break;
      default: event.what satisfies never;
    }
  }
}

/** Its open week is the one that the post with this name began; only who keeps it has to look. */
const isAbout = (event: TroubleEvent, { open }: Schedule): boolean => open !== null && event.tag === open.tag;

function pauseBy(why: 'no-permission' | 'gone', event: TroubleEvent, schedule: Schedule, know: Knowledge, draft: PlaceDraft): void {
  if (schedule.paused?.why === 'asked') return;
  const first = schedule.paused === null;
  draft.change(schedule.id, { paused: { why, at: event.at } });
  const { open } = schedule;
  // Only a post that was refused is tried again: one that stands stays the only one, whatever is lost after it.
  if (event.refused === true && open !== null && event.at - open.at < latest && event.what === 'no-permission') draft.do({ kind: 'remind', name: `weekly-retry:${schedule.id}`, at: event.at + retryAfter });
  if (first) tell(schedule, draft, know, why === 'gone' ? 'weekly.gone' : 'weekly.no-permission');
}

/** A refused post is tried once more, with a name of its own. */
export function retryDue(event: DueEvent, library: Library, draft: PlaceDraft): void {
  const schedule = scheduleOf(event, draft.state);
  if (schedule && event.due > event.at) return planAnew(event, schedule, draft);
  if (!schedule?.open || schedule.paused === null || schedule.paused.why === 'asked' || event.at - schedule.open.at > latest) return;
  post(schedule, schedule.open.slot, event.at, library[schedule.plan.language] ?? library.en, draft);
}

function tell(schedule: Schedule, draft: PlaceDraft, know: Knowledge, id: 'weekly.too-late' | 'weekly.maybe-missing' | 'weekly.gone' | 'weekly.no-permission'): void {
  const { text, inserts } = placeOf(know, schedule.plan);
  draft.say({ to: 'direct', person: schedule.keeper, cls: 'reply' }, { kind: 'text', text: phrase(know, id, { channel: text }), inserts });
}

function scheduleOf(event: DueEvent, place: PlaceState | null): Schedule | null {
  const id = Number(event.name.slice(event.name.indexOf(':') + 1));
  return place?.schedules.find((schedule) => schedule.id === id) ?? null;
}
