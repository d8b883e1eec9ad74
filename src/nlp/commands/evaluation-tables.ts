/** An evaluation as titled tables, and tables as plain text or Markdown. */
import type { Found, Groups } from '../crisis-figures.ts';
import type { Evaluation } from '../evaluation.ts';
import { wilson, type Share } from '../measure.ts';

export interface Table { readonly title: string; readonly note?: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

export function tablesOf({ figures, crisis, changes }: Evaluation): readonly Table[] {
  const groups: [string, Groups][] = [['kind', crisis.kinds], ['what would be right', crisis.tiers], ['level', crisis.levels], ['whose danger', crisis.who], ['when', crisis.when]];
  return [
    { title: 'In all', columns: ['what', 'share', 'sentences', '95% between'], rows: [
      ['right at once', figures.right], ['right, or among three offered', figures.rightOrOffered], ['wrong with confidence', figures.wrongWithConfidence], ['out of scope, yet answered', figures.outOfScopeAnswered],
      ['out of scope, honest no', figures.outOfScopeTurnedAway], ['crisis found (hard)', figures.crisisFound], ['crisis of the right kind', figures.crisisKind], ['false alarms (hard)', figures.falseAlarms],
    ].map(([name, share]) => [name as string, ...full(share as Share)]) },
    { title: 'Danger: the alarm raised, and met in any way', note: '"At least" is the lower end of the 95% interval.', columns: ['group', '', 'sentences', 'alarm', 'at least', 'alarm or care', 'at least'],
      rows: groups.flatMap(([name, all]) => Object.entries(all).map(([group, found]) => [name, group, ...recall(found)])) },
    { title: 'Danger that was met: read rightly', columns: ['what', 'share', 'sentences', '95% between'], rows: [['the kind', ...full(crisis.rightKind)], ['whose danger', ...full(crisis.rightWho)], ['when', ...full(crisis.rightWhen)]] },
    { title: 'How far confidence can be believed', note: `Expected calibration error ${figures.calibrationError.toFixed(3)}.`, columns: ['confidence', 'answers', 'mean confidence', 'right'],
      rows: figures.reliability.filter(({ right }) => right.of > 0).map(({ from, to, confidence, right }) => [`${from.toFixed(1)} to ${to.toFixed(1)}`, String(right.of), percent(confidence), percent(right.part / right.of)]) },
    ...(changes === null ? [] : [{ title: 'The same messages, changed as they may arrive', note: '"Still" counts only what was right, or found, as it was typed.', columns: ['change', 'kind', 'right or offered', 'still right', 'wrong with confidence', 'crisis found', 'still found', 'false alarms'],
      rows: changes.map((each) => [each.change, each.kind, ...[each.rightOrOffered, each.stillRight, each.wrongWithConfidence, each.crisisFound, each.stillFound, each.falseAlarms].map(short)]) }]),
    { title: 'By intent: right, or among three offered', columns: ['intent', 'share', 'sentences', '95% between'], rows: Object.entries(figures.intents).map(([intent, share]) => [intent, ...full(share)]) },
  ].filter(({ rows }) => rows.length > 0);
}

/** Columns padded, for a terminal. */
export function asText({ title, note, columns, rows }: Table): string {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd();
  return [`${title}:`, ...(note === undefined ? [] : [`  ${note}`]), line(columns), ...rows.map(line), ''].join('\n');
}

export function asMarkdown({ title, note, columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`## ${title}`, '', ...(note === undefined ? [] : [note, '']), line(columns), line(columns.map(() => '---')), ...rows.map(line), ''].join('\n');
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const short = ({ part, of }: Share): string => (of === 0 ? '-' : percent(part / of));

function full(share: Share): string[] {
  if (share.of === 0) return ['-', 'none', ''];
  const { low, high } = wilson(share);
  return [short(share), `${share.part} of ${share.of}`, `${percent(low)} and ${percent(high)}`];
}

function recall({ hard, met }: Found): string[] {
  return [String(hard.of), short(hard), percent(wilson(hard).low), short(met), percent(wilson(met).low)];
}
