/** Where every schedule stands, and who changed what. Nothing here is finer than what the channel shows. */
import type { AuditEntry } from '../effect.ts';
import type { PersonId } from '../ids.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Insert, Message } from '../message.ts';
import type { PhraseId } from '../phrases.ts';
import type { PlaceState, Schedule } from '../place-state.ts';
import { dayName } from '../weekday.ts';
import { nextOf } from './calendar.ts';
import { phrase } from './place-draft.ts';
import { placeOf } from './prompt.ts';

export function statusMessage(know: Knowledge, state: PlaceState, at: number): Message {
  if (state.schedules.length === 0) return { kind: 'text', text: phrase(know, 'weekly.none') };
  const inserts: Insert[] = [];
  const parts = state.schedules.map((schedule) => {
    const where = placeOf(know, schedule.plan);
    inserts.push(...where.inserts);
    const lines = [phrase(know, 'weekly.status', { id: String(schedule.id), channel: where.text, day: dayName(know, schedule.plan.day), time: schedule.plan.at, zone: schedule.plan.zone })];
    lines.push(standing(know, schedule, at, inserts));
    if (schedule.open) lines.push(schedule.open.shown > 0 ? phrase(know, 'weekly.people', { people: String(schedule.open.shown) }) : phrase(know, 'weekly.few'));
    return lines.join('\n');
  });
  return { kind: 'text', text: parts.join('\n\n'), inserts };
}

const pausedWords = { asked: 'weekly.status-paused', 'no-permission': 'weekly.status-no-permission', gone: 'weekly.status-gone' } as const satisfies Record<string, PhraseId>;

function standing(know: Knowledge, schedule: Schedule, at: number, inserts: Insert[]): string {
  if (schedule.paused) return phrase(know, pausedWords[schedule.paused.why]);
  const next = nextOf(schedule, at).at;
  const time = (ms: number): Insert => ({ kind: 'time', at: ms, zone: schedule.plan.zone });
  inserts.push(time(next));
  if (!schedule.skip) return phrase(know, 'weekly.status-next', { next: '\uFFFC' });
  inserts.push(time(nextOf(schedule, next).at));
  return phrase(know, 'weekly.status-skip', { next: '\uFFFC', after: '\uFFFC' });
}

/** Apart, so that many refusals do not hide a change. */
const changesShown = 15;
const refusalsShown = 5;

/** `schedule 2 1 19:00 Europe/Dublin`, as `audit` wrote it, in words. */
export function historyMessage(know: Knowledge, audit: readonly AuditEntry[]): Message {
  if (audit.length === 0) return { kind: 'text', text: phrase(know, 'weekly.no-history') };
  const newest = [...audit.filter((entry) => !entry.denied).slice(-changesShown), ...audit.filter((entry) => entry.denied).slice(-refusalsShown)].toSorted((a, b) => a.at - b.at);
  const inserts: Insert[] = [];
  const lines = newest.map((entry) => {
    inserts.push({ kind: 'time', at: entry.at, zone: 'UTC' });
    const [what = '', id, day, time, zone] = entry.what.split(' ');
    const done = id === undefined ? `/weekly ${what}` : `/weekly ${what} (${id}: ${dayName(know, Number(day))} ${time ?? ''}, ${zone ?? ''})`;
    if (entry.denied) return phrase(know, 'weekly.history-denied', { when: '\uFFFC', what: done, who: entry.by });
    inserts.push({ kind: 'person', id: entry.by as PersonId });
    return phrase(know, 'weekly.history', { when: '\uFFFC', what: done, who: '\uFFFC' });
  });
  return { kind: 'text', text: [phrase(know, 'weekly.history-head'), ...lines].join('\n'), inserts };
}
