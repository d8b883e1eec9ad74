/** Names in braces are filled in in phrases and in the steps of an exercise, and nowhere else: there a person would read the braces. */
import type { Report } from './problem.ts';
import { type Shelf, everyList } from './shelves.ts';

export function checkNoPlaceholders(shelf: Shelf, report: Report): void {
  for (const units of everyList(shelf)) {
    if (units === shelf.phrases) continue;
    for (const shown of units.flatMap((unit) => unit.texts)) {
      if (units === shelf.exercises && shown.use === 'step') continue;
      const name = /\{[^{}]*\}/.exec(shown.text)?.[0];
      if (name !== undefined) report(shown, `"${name}" is not filled in here.`, 'Write what is meant, without braces.');
    }
  }
}
