/** The days of the week, by the words of the content. Days are ISO: Monday is 1. */
import type { Knowledge } from './knowledge.ts';

export function dayName(know: Knowledge, day: number): string {
  const name = know.words.days[day - 1] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** "Monday", "mon", "1"; null when it is no day. */
export function findDay(know: Knowledge, typed: string): number | null {
  const wanted = typed.trim().toLowerCase();
  if (/^[1-7]$/u.test(wanted)) return Number(wanted);
  const index = wanted.length < 2 ? -1 : know.words.days.findIndex((day) => day === wanted || (wanted.length >= 3 && day.startsWith(wanted)));
  return index < 0 ? null : index + 1;
}
