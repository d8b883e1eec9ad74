/** What depends on people and days: who signed a review, and when a help line was last checked. */
import type { Report } from './problem.ts';
import { everyUnit } from './links.ts';
import type { Shelf } from './shelves.ts';

/** A help line must have been checked within this many days. */
export const checkedWithinDays = 180;

/** A stamp is `none` or stands in the list of reviewers, word for word: people are told that somebody checked what they read. */
export function checkReviews(shelf: Shelf, report: Report): void {
  const signed = shelf.reviewers[0]?.value ?? [];
  for (const { reviewed } of everyUnit(shelf)) {
    if (!reviewed || reviewed.stamp === 'none') continue;
    if (!signed.includes(reviewed.stamp)) report(reviewed, `"${reviewed.stamp}" has not signed in content/reviewers.yaml.`, 'Write "reviewed: none", or let the reviewer add name, role and date there first.');
  }
}

/** `today`: ISO date. */
export function checkReviewDates(shelf: Shelf, today: string, report: Report): void {
  for (const { reviewed } of everyUnit(shelf)) {
    if (reviewed && reviewed.stamp !== 'none' && reviewed.stamp.slice(-10) > today) report(reviewed, `"${reviewed.stamp}" is signed on a day that has not come yet.`, 'Correct the date.');
  }
}

export function checkHelpLineDates(shelf: Shelf, today: string, report: Report): void {
  const now = Temporal.PlainDate.from(today);
  for (const unit of shelf.countries) {
    for (const { line, id, checked } of unit.value.seen) {
      const days = Temporal.PlainDate.from(checked).until(now, { largestUnit: 'days' }).days;
      const at = { file: unit.file, line };
      if (days < 0) report(at, `"${id}" was checked on ${checked}, a day that has not come yet.`, 'Correct the date.');
      else if (days > checkedWithinDays) report(at, `"${id}" was last checked ${days} days ago; at most ${checkedWithinDays}.`, 'Look at its official page again, correct what changed, and write the new date.');
    }
  }
}
