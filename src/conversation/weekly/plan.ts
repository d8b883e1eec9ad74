/** What a moderator typed, as a plan; everything that is wrong with it is said at once. And the plan as they see it before they confirm. */
import { findTime, findZone } from '../clock.ts';
import type { CommandEvent } from '../event.ts';
import type { Knowledge, QuestionSet } from '../knowledge.ts';
import type { Insert, Message } from '../message.ts';
import type { Plan, Schedule } from '../place-state.ts';
import { dayName, findDay } from '../weekday.ts';
import { nextOf } from './calendar.ts';
import { phrase } from './place-draft.ts';
import { placeOf, promptOf } from './prompt.ts';

/** The question sets that a community can choose; each has a question for every week. */
export const communitySets = (know: Knowledge): readonly QuestionSet[] => Object.values(know.sets).filter((set) => set.for.includes('community'));

/** What the bot may not do in the channel, as the platform's adapter found out. */
export type Missing = 'view' | 'send' | 'attach' | 'threads';

/** The phrases that say what is wrong with a wish. */
export type Problem = `weekly.${'day-unknown' | 'time-unknown' | 'zone-unknown' | 'channel-missing' | 'set-unknown'}`;

export interface Wish { readonly plan: Plan; readonly missing: readonly Missing[] }

export function readPlan(event: CommandEvent, know: Knowledge): Wish | { readonly problems: readonly Problem[] } {
  const typed = event.options['text'] === undefined ? event.options : positional(event.options['text']);
  const day = findDay(know, typed['day'] ?? '');
  const at = findTime(typed['time'] ?? '');
  const zone = findZone(typed['timezone'] ?? '');
  const sets = communitySets(know);
  const wished = typed['question-set']?.toLowerCase();
  const set = wished === undefined ? sets[0] : sets.find(({ id, title }) => id === wished || title.toLowerCase() === wished);
  const onDiscord = event.person.startsWith('discord:');
  const problems: Problem[] = [
    ...(day === null ? ['weekly.day-unknown' as const] : []), ...(at === null ? ['weekly.time-unknown' as const] : []), ...(zone === null ? ['weekly.zone-unknown' as const] : []),
    ...(onDiscord && !typed['channel'] ? ['weekly.channel-missing' as const] : []), ...(set === undefined ? ['weekly.set-unknown' as const] : []),
  ];
  if (day === null || at === null || zone === null || set === undefined || problems.length > 0) return { problems };
  return {
    plan: { day, at, zone, channel: typed['channel'] ?? null, role: typed['role'] ?? null, set: set.id, thread: false, language: know.language },
    missing: (event.options['missing'] ?? '').split(',').filter((each): each is Missing => ['view', 'send', 'attach', 'threads'].includes(each)),
  };
}

/** "monday 19:00 europe/dublin community", as it is typed in a group. */
function positional(text: string): Readonly<Record<string, string>> {
  const words = text.trim().split(/\s+/u).slice(1);
  const [day = '', ...rest] = words;
  const half = /^(?:am|pm)$/iu.test(rest[1] ?? '') ? 2 : 1;
  const [zone = '', ...set] = rest.slice(half);
  // "America/New York": a zone may be typed in two words.
  const wide = set.length > 0 && findZone(zone) === null && findZone(`${zone} ${set[0] ?? ''}`) !== null ? 1 : 0;
  const left = set.slice(wide).join(' ');
  return { day, time: rest.slice(0, half).join(' '), timezone: [zone, ...set.slice(0, wide)].join(' '), ...(left === '' ? {} : { 'question-set': left }) };
}

/** What is missing makes a post impossible. */
export const blocks = (missing: readonly Missing[]): boolean => missing.includes('view') || missing.includes('send');

/** The next three dates, where, what is missing, and how the message will look. `buttons`: to confirm. */
export function previewOf(know: Knowledge, { plan, missing }: Wish, at: number, buttons: (of: number) => Message['choices']): (of: number) => Message {
  return (of) => {
    const where = placeOf(know, plan);
    const dates = nextDates(plan, at, 3);
    const inserts: Insert[] = [...where.inserts, ...dates.map((date): Insert => ({ kind: 'time', at: date, zone: plan.zone }))];
    const sample = promptOf(know, plan, '0-preview', 0, 0);
    const parts = [
      phrase(know, 'weekly.preview', { channel: where.text, day: dayName(know, plan.day), time: plan.at, zone: plan.zone }),
      phrase(know, 'weekly.next-dates', { dates: dates.map(() => '\uFFFC').join('\n') }),
      ...missingLines(know, plan, missing),
      ...(plan.role === null ? [] : [phrase(know, 'weekly.role-note')]),
      phrase(know, 'weekly.looks-like'),
      sample.text,
    ];
    const choices = blocks(missing) ? undefined : buttons(of);
    return { kind: 'text', text: parts.join('\n\n'), inserts: [...inserts, ...(sample.inserts ?? [])], ...(choices ? { choices } : {}) };
  };
}

function missingLines(know: Knowledge, plan: Plan, missing: readonly Missing[]): readonly string[] {
  const names = missing.filter((each) => each !== 'threads' && each !== 'attach').map((each) => phrase(know, each === 'view' ? 'weekly.right-view' : 'weekly.right-send'));
  if (names.length > 0) return [phrase(know, 'weekly.missing', { rights: names.join(', ') })];
  return missing.includes('threads') && plan.channel !== null ? [phrase(know, 'weekly.missing-threads')] : [];
}

function nextDates(plan: Plan, at: number, count: number): readonly number[] {
  const schedule: Pick<Schedule, 'id' | 'plan'> = { id: 0, plan };
  const dates: number[] = [];
  for (let from = at; dates.length < count; ) {
    from = nextOf(schedule, from).at;
    dates.push(from);
  }
  return dates;
}
