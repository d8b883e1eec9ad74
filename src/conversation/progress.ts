/** The weeks so far, as words and as a chart. Drawn only when asked for; no streaks, no marks, nothing compared. */
import { localDate } from './clock.ts';
import type { Draft } from './draft.ts';
import type { Message } from './message.ts';
import type { PersonalRecord } from './effect.ts';
import type { Turn } from './turn.ts';

/** At most this many weeks are shown. */
const weeksShown = 12;

/** The weeks in words, oldest first; null when there is nothing to look back at. */
export function progressText(turn: Turn, draft: Draft): string | null {
  const weeks = checkIns(turn);
  const promises = turn.found.records.filter((record) => record.kind === 'promise');
  if (weeks.length === 0 && promises.length === 0) return null;
  const rows = weeks.map((record) => row(turn, record));
  const keptCount = promises.filter((record) => outcome(record) === 'kept').length;
  const parts = [
    ...(rows.length > 0 ? [`${draft.words('progress.weeks')}\n${rows.join('\n')}`] : []),
    ...(promises.length > 0 ? [draft.words('progress.promises', { made: String(promises.length), kept: String(keptCount) })] : []),
  ];
  return parts.join('\n\n');
}

/** The last weeks of check-ins as lines, or null when there are none. */
export function weeksText(turn: Turn, draft: Draft, weeks: number): string | null {
  const rows = checkIns(turn).slice(-weeks).map((record) => row(turn, record));
  return rows.length === 0 ? null : `${draft.words('progress.weeks')}\n${rows.join('\n')}`;
}

/** The same as a picture; its text is the text version. */
export function chartOf(turn: Turn): Message {
  const weeks = checkIns(turn);
  const title = turn.know.phrases['progress.title'][0] ?? '';
  const sliders = slidersOf(turn);
  return {
    kind: 'chart', title, from: 0, to: 10,
    labels: weeks.map((record) => localDate(record.at, turn.before.settings.zone).slice(5)),
    lines: sliders.map((slider) => ({ name: slider.name, points: weeks.map((record) => valueOf(record, slider.id)) })),
    text: weeks.map((record) => row(turn, record)).join('\n'),
  };
}

function row(turn: Turn, record: PersonalRecord): string {
  return `${localDate(record.at, turn.before.settings.zone)}: ${slidersOf(turn).map((slider) => `${slider.name} ${valueOf(record, slider.id) ?? '–'}`).join(', ')}`;
}

function checkIns(turn: Turn): readonly PersonalRecord[] {
  return turn.found.records.filter((record) => record.kind === 'check-in').slice(-weeksShown);
}

/** The sliders of the personal check-in under short names, so that a row fits a phone. */
function slidersOf(turn: Turn): readonly { readonly id: string; readonly name: string }[] {
  const names: Readonly<Record<string, string>> = {
    self: turn.know.phrases['progress.self'][0] ?? '', partner: turn.know.phrases['progress.partner'][0] ?? '', safe: turn.know.phrases['progress.safe'][0] ?? '',
  };
  return Object.entries(names).map(([id, name]) => ({ id, name }));
}

function valueOf(record: PersonalRecord, slider: string): number | null {
  const value = typeof record.data === 'object' && record.data !== null ? Object.entries(record.data).find(([key]) => key === slider)?.[1] : null;
  return typeof value === 'number' ? value : null;
}

function outcome(record: PersonalRecord): unknown {
  return typeof record.data === 'object' && record.data !== null && 'outcome' in record.data ? record.data.outcome : null;
}
