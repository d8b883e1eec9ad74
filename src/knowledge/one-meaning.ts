/**
 * Every button can be typed, and a country is found by its name: so no two things that can be meant at the same moment may be called the same.
 */
import type { PhraseId } from '../conversation/phrases.ts';
import type { Place, Report } from './problem.ts';
import type { Shelf } from './shelves.ts';

/** The bot's own buttons that stand beside an author's choices. */
const controls = ['button.back', 'button.skip', 'button.pause', 'button.stop', 'button.done'] as const satisfies readonly PhraseId[];

export function checkOneMeaning(shelf: Shelf, report: Report): void {
  const titled = [...shelf.answers, ...shelf.exercises].flatMap((unit) => unit.texts.filter((shown) => shown.use === 'title'));
  eachOnce(titled.map((shown) => ({ ...shown, name: shown.text })), (name, other) => [`The title "${name}" stands in ${other.file} already.`, 'Give one of them another title: people see both as buttons.'], report);

  const countries = shelf.countries.flatMap((unit) => unit.value.country.names.map((name) => ({ file: unit.file, line: unit.value.namesLine, name })));
  eachOnce(countries, (name, other) => [`The country name "${name}" stands in ${other.file} already.`, 'Keep it in one of the two.'], report);

  const [phrases] = shelf.phrases;
  const own = new Map(controls.flatMap((id) => (phrases?.value[id] ?? []).map((label) => [same(label), id] as const)));
  for (const shown of shelf.exercises.flatMap((unit) => unit.texts)) {
    const id = shown.use === 'label' ? own.get(same(shown.text)) : undefined;
    if (id !== undefined) report(shown, `"${shown.text}" is also the bot's own button (${id}).`, 'Use other words, so that both can be typed.');
  }
}

function eachOnce(named: readonly (Place & { readonly name: string })[], words: (name: string, other: Place) => readonly [string, string], report: Report): void {
  const first = new Map<string, Place>();
  for (const { file, line, name } of named) {
    const other = first.get(same(name));
    if (other && other.file !== file) report({ file, line }, ...words(name, other));
    if (!other) first.set(same(name), { file, line });
  }
}

function same(name: string): string {
  return name.toLowerCase().replace(/^the /, '').replace(/[.!?]+$/, '').trim();
}
