/**
 * Closed weeks for moderators, as frozen by the store: nothing finer exists. The same figures in words, as pictures and as CSV.
 * A part of `-1` was counted together with its neighbour; a question or week that is left out had too few people.
 */
import type { SlotResult } from '../effect.ts';
import type { CommandEvent } from '../event.ts';
import type { Knowledge, QuestionSet } from '../knowledge.ts';
import type { Message } from '../message.ts';
import type { PlaceState } from '../place-state.ts';
import { readSlot } from './calendar.ts';
import { phrase } from './place-draft.ts';

const usualWeeks = 8;
const mostWeeks = 26;
const merged = -1;

export function weeksAsked(event: CommandEvent): number {
  const typed = Number(event.options['weeks'] ?? event.options['text']?.trim().split(/\s+/u)[1] ?? usualWeeks);
  return Number.isInteger(typed) && typed >= 1 ? Math.min(typed, mostWeeks) : usualWeeks;
}

interface Week { readonly date: string; readonly result: SlotResult }

/** Oldest first in `results`. One report a schedule; of the newest week a picture of shares, of all weeks a trend. */
export function resultsMessages(know: Knowledge, state: PlaceState, results: readonly SlotResult[], weeks: number): readonly Message[] {
  const series = new Map<number, Week[]>();
  for (const result of results) {
    const slot = readSlot(result.slot);
    if (slot) series.set(slot.schedule, [...(series.get(slot.schedule) ?? []), { date: slot.date, result }]);
  }
  const shown = [...series].map(([id, all]) => ({ id, weeks: all.slice(-weeks) })).slice(-3);
  if (shown.length === 0) return [{ kind: 'text', text: phrase(know, 'results.none') }];
  const csv: Message = { kind: 'file', name: 'weekly-results.csv', mime: 'text/csv', text: phrase(know, 'results.file'), content: csvOf(shown) };
  const reports = shown.flatMap((each) => reportOf(know, setOf(know, state, each.id, each.weeks), each.weeks));
  return [{ kind: 'text', text: phrase(know, 'results.head') }, ...reports, csv];
}

function reportOf(know: Knowledge, set: QuestionSet | null, weeks: readonly Week[]): readonly Message[] {
  const nameOf = (slider: string): string => set?.sliders.find((each) => each.id === slider)?.ask ?? slider;
  const order = set?.sliders.map(({ id }) => id) ?? [];
  const ids = [...new Set(weeks.flatMap((week) => Object.keys(week.result.bands)))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const newest = weeks.findLast((week) => week.result.people > 0);
  const text = weeks.map((week) => weekText(know, week, ids, nameOf)).join('\n\n');
  if (!newest || ids.length === 0) return [{ kind: 'text', text }];
  const bands = [phrase(know, 'results.low'), phrase(know, 'results.middle'), phrase(know, 'results.high')];
  const ofNewest = bandsOf(newest.result, ids);
  const shares: Message = {
    kind: 'chart', form: 'shares', title: phrase(know, 'results.shares-title', { date: newest.date }), from: 0, to: 100,
    labels: ofNewest.map(([id]) => nameOf(id)),
    lines: bands.map((name, band) => ({ name, points: ofNewest.map(([, parts]) => told(parts[band])) })),
    text,
  };
  if (weeks.length < 2) return [shares];
  const trend: Message = {
    kind: 'chart', form: 'lines', title: phrase(know, 'results.trend-title'), from: 0, to: 100,
    labels: weeks.map((week) => week.date.slice(5)),
    lines: ids.map((id) => ({ name: shortName(know, id) ?? nameOf(id), points: weeks.map((week) => told(week.result.bands[id]?.[2])) })),
    text: phrase(know, 'results.trend-text', { list: ids.map((id) => `${shortName(know, id) ?? nameOf(id)}: ${weeks.map((week) => shareText(know, week.result.bands[id]?.[2])).join(', ')}`).join('\n') }),
  };
  return [shares, trend];
}

/** The usual questions have names that fit a legend. */
function shortName(know: Knowledge, id: string): string | null {
  switch (id) {
    case 'self': return phrase(know, 'progress.self');
    case 'partner': return phrase(know, 'progress.partner');
    case 'safe': return phrase(know, 'progress.safe');
    default: return null;
  }
}

/** In the order of the questions. */
function bandsOf({ bands }: SlotResult, ids: readonly string[]): readonly (readonly [string, readonly [number, number, number]])[] {
  return ids.flatMap((id) => (bands[id] ? [[id, bands[id]] as const] : []));
}

function weekText(know: Knowledge, { date, result }: Week, ids: readonly string[], nameOf: (id: string) => string): string {
  if (result.people === 0) return phrase(know, result.tooShort ? 'results.too-short' : 'results.too-few', { date });
  const rows = bandsOf(result, ids).map(([id, [low, middle, high]]) => phrase(know, 'results.row', {
    question: nameOf(id), low: shareText(know, low), middle: shareText(know, middle), high: shareText(know, high) }));
  return [phrase(know, 'results.week', { date, people: String(result.people) }), ...(rows.length > 0 ? rows : [phrase(know, 'results.all-hidden')])].join('\n');
}

function shareText(know: Knowledge, share: number | undefined): string {
  return share === undefined ? phrase(know, 'results.hidden') : share === merged ? phrase(know, 'results.merged') : `${share}%`;
}

const told = (share: number | undefined): number | null => (share === undefined || share === merged ? null : share);

/** RFC 4180. A part counted with its neighbour is `merged`, a question with too few people does not stand there. */
function csvOf(series: readonly { readonly id: number; readonly weeks: readonly Week[] }[]): string {
  const cell = (share: number): string => (share === merged ? 'merged' : String(share));
  const rows = series.flatMap(({ id, weeks }) => weeks.flatMap(({ date, result }) => {
    const bands = Object.entries(result.bands);
    if (result.people === 0) return [`${date},${id},${result.tooShort ? 'too short' : 'fewer than 5'},,,,`];
    if (bands.length === 0) return [`${date},${id},${result.people},,,,`];
    return bands.map(([question, [low, middle, high]]) => `${date},${id},${result.people},${question},${cell(low)},${cell(middle)},${cell(high)}`);
  }));
  return `${['week,schedule,people from,question,percent 0-3,percent 4-6,percent 7-10', ...rows].join('\r\n')}\r\n`;
}

/** The question set of a schedule; of one that was stopped, the set that has its questions. */
function setOf(know: Knowledge, state: PlaceState, id: number, weeks: readonly Week[]): QuestionSet | null {
  const own = state.schedules.find((schedule) => schedule.id === id)?.plan.set;
  if (own !== undefined) return know.sets[own] ?? null;
  const ids = weeks.flatMap((week) => Object.keys(week.result.bands));
  return Object.values(know.sets).find((set) => set.for.includes('community') && ids.every((each) => set.sliders.some((slider) => slider.id === each))) ?? null;
}
