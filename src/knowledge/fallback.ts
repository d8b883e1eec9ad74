/**
 * Another language shows English where a file has not been translated yet. Nothing is silent about it: every borrowed file is listed.
 */
import type { Flow } from '../conversation/knowledge.ts';
import type { Place, Report } from './problem.ts';
import type { Shelf } from './shelves.ts';
import type { Unit } from './unit.ts';

/** A file that is not there in a language. Told, not refused. */
export interface Note extends Place { readonly message: string }

export function withEnglish(shelf: Shelf, english: Shelf, language: string, notes: Note[]): Shelf {
  const fill = <T>(own: readonly Unit<T>[], from: readonly Unit<T>[]): Unit<T>[] => {
    const ids = new Set(own.map((unit) => unit.id));
    const missing = from.filter((unit) => !ids.has(unit.id));
    for (const unit of missing) notes.push({ file: translated(unit.file, language), line: 1, message: 'This file does not exist yet; the English one is used.' });
    return [...own, ...missing];
  };
  const byId = (own: Shelf['phrases'], from: Shelf['phrases']): Shelf['phrases'] => {
    const [mine] = own;
    const [theirs] = from;
    if (!mine || !theirs) return fill(own, from);
    for (const id of Object.keys(theirs.value)) if (!(id in mine.value)) notes.push({ file: mine.file, line: 1, message: `"${id}" is not translated yet; the English words are used.` });
    return [{ ...mine, value: { ...theirs.value, ...mine.value } }];
  };
  return {
    danger: shelf.danger, intents: fill(shelf.intents, english.intents), answers: fill(shelf.answers, english.answers), exercises: fill(shelf.exercises, english.exercises),
    checkIns: fill(shelf.checkIns, english.checkIns), paths: fill(shelf.paths, english.paths), safety: fill(shelf.safety, english.safety),
    countries: fill(shelf.countries, english.countries), phrases: byId(shelf.phrases, english.phrases), words: byId(shelf.words, english.words),
    sections: fill(shelf.sections, english.sections),
    reviewers: english.reviewers,
    forbidden: shelf.forbidden,
    broken: shelf.broken,
  };
}

/** A translated exercise has the same steps: somebody in the middle of it may change the language. */
export function checkSameSteps(shelf: Shelf, english: Shelf, report: Report): void {
  const pairs = [
    ...shelf.exercises.map((unit) => [unit, unit.value, english.exercises.find((other) => other.id === unit.id)?.value] as const),
    ...shelf.checkIns.map((unit) => [unit, unit.value.flow, english.checkIns.find((other) => other.id === unit.id)?.value.flow] as const),
  ];
  for (const [unit, own, model] of pairs) {
    if (!model) report(unit, `There is no English file "${unit.id}" that this could be a translation of.`, 'Give it the name of the English file.');
    else if (outline(own) !== outline(model)) report(unit, 'The steps are not those of the English file.', 'Use the same kinds, ids and saved names in the same order; only the words change.');
  }
}

function outline(flow: Flow): string {
  return flow.steps.map((step) => `${step.kind} ${step.id} ${step.next} ${'save' in step ? step.save : ''}`).join('\n');
}

function translated(file: string, language: string): string {
  return file.replace(/^(content|intents)\//, `$1/${language}/`);
}
