/**
 * Which week a schedule is in. A slot is `<schedule>-<local date>`: its name is the same in every process and after every
 * restart, so a post with this name can be made once and never again.
 */
import { nextWeekly } from '../clock.ts';
import type { Plan, Schedule } from '../place-state.ts';

export interface Occurrence { readonly at: number; readonly slot: string }

type Timed = Pick<Schedule, 'id'> & { readonly plan: Pick<Plan, 'day' | 'at' | 'zone'> };

const day = 24 * 3_600_000;

/** The first occurrence strictly after `at` (ms UTC). */
export function nextOf(schedule: Timed, at: number): Occurrence {
  return named(schedule, nextWeekly(at, schedule.plan.zone, schedule.plan.day, schedule.plan.at));
}

/** The latest occurrence at or before `at`. */
export function latestOf(schedule: Timed, at: number): Occurrence {
  // A local week has at most eight days' worth of hours: a clock goes back by an hour, a zone moves by less than a day.
  for (let from = at - 8 * day, found: Occurrence | null = null; ; ) {
    const next = nextOf(schedule, from);
    if (next.at > at) return found ?? next;
    found = next;
    from = next.at;
  }
}

/** The slot of a post made by hand at `at`: the local day counts. */
export function slotOn(schedule: Timed, at: number): string {
  return `${schedule.id}-${Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(schedule.plan.zone).toPlainDate().toString()}`;
}

/** The schedule and the local date (ISO) of a slot; null when it is no slot's name. */
export function readSlot(slot: string): { readonly schedule: number; readonly date: string } | null {
  const match = /^(\d{1,4})-(\d{4}-\d{2}-\d{2})$/u.exec(slot);
  return match ? { schedule: Number(match[1]), date: match[2] ?? '' } : null;
}

function named(schedule: Timed, at: number): Occurrence {
  return { at, slot: slotOn(schedule, at) };
}
