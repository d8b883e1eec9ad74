/** What leads where: every link ends at something that exists, every intent gets a reply, and nothing is written that nobody can reach. */
import { safetyKinds } from '../conversation/reading.ts';
import { didYouMean } from './nearest-name.ts';
import type { Report } from './problem.ts';
import { type Shelf, everyList } from './shelves.ts';
import type { Unit } from './unit.ts';

/** Read, but answered by "I have no answer to that". */
export const outOfScope = 'out-of-scope';

export function checkLinks(shelf: Shelf, builtIns: readonly string[] | null, report: Report): void {
  const answers = new Map(shelf.answers.map((unit) => [unit.id, unit]));
  const exercises = new Map(shelf.exercises.map((unit) => [unit.id, unit]));
  const intents = new Set(shelf.intents.map((unit) => unit.id));
  const shown = [...answers.keys(), ...exercises.keys()];

  const sections = shelf.sections[0] && ['own', ...Object.keys(shelf.sections[0].value)];
  for (const link of everyUnit(shelf).flatMap((unit) => unit.links)) {
    if (link.as === 'source') {
      if (sections && !sections.includes(link.to)) report(link, `The source document has no section "${link.to}".`, didYouMean(link.to, sections) || 'Use one that stands in content/sections.yaml, or own.');
      continue;
    }
    const known = link.as === 'not' ? [...intents] : link.as === 'exercise' ? [...exercises.keys()] : shown;
    if (!known.includes(link.to) && !shelf.broken.has(link.as === 'not' ? `intents/${link.to}` : link.to)) report(link, `"${link.as}" leads to "${link.to}", which does not exist.`, didYouMean(link.to, known) || 'Write it first, or take the link out.');
  }
  for (const unit of shelf.answers) {
    if (unit.value.related.includes(unit.id)) report(unit, 'This answer names itself as related.', 'Take it out of "related".');
  }
  for (const unit of shelf.safety) {
    for (const link of unit.links.filter((each) => each.as === 'offer')) {
      const locks = (exercises.get(link.to) ?? answers.get(link.to))?.value.locks ?? [];
      const clash = locks.find((lock) => unit.value.locks.includes(lock));
      if (clash) report(link, `"${link.to}" is offered here, but it is locked after "${clash}", which this same reply sets.`, 'Offer something else.');
    }
  }
  for (const intent of shelf.intents) checkReply(intent, new Set([...shown, ...shelf.broken]), builtIns, report);
  checkReachable(shelf, intents, report);
}

function checkReply(intent: Shelf['intents'][number], shown: ReadonlySet<string>, builtIns: readonly string[] | null, report: Report): void {
  const { builtIn } = intent.value;
  const isSafety = safetyKinds.some((kind) => kind === intent.id);
  if (intent.id === outOfScope) return;
  if (builtIn !== null && builtIns !== null && !builtIns.includes(builtIn)) {
    report(intent, `"built-in: ${builtIn}" is nothing that the bot does by itself.`, didYouMean(builtIn, builtIns) || `Known: ${builtIns.join(', ')}.`);
  }
  if (builtIn !== null && shown.has(intent.id)) report(intent, `Both "built-in: ${builtIn}" and a file of the same id would reply.`, 'Keep one of the two.');
  if (builtIn !== null || isSafety || shown.has(intent.id)) return;
  const file = intent.id.startsWith('exercise.')
    ? `content/exercises/${intent.id.slice('exercise.'.length).replaceAll('.', '/')}.yaml`
    : `content/answers/${intent.id.replace('.', '/')}.md`;
  report(intent, `Nothing replies to "${intent.id}".`, `Write ${file}, or add "built-in:" if the bot does it by itself.`);
}

function checkReachable(shelf: Shelf, intents: ReadonlySet<string>, report: Report): void {
  if (shelf.broken.size > 0) return;
  const linked = new Set(everyUnit(shelf).flatMap((unit) => unit.links.filter((link) => link.as !== 'not' && link.as !== 'source' && link.to !== unit.id).map((link) => link.to)));
  for (const unit of shelf.answers) {
    if (!intents.has(unit.id) && !linked.has(unit.id)) report(unit, `Nobody can reach the answer "${unit.id}".`, `Write intents/${unit.id.replace('.', '/')}.yaml, or link to it.`);
  }
}

export function everyUnit(shelf: Shelf): readonly Unit<unknown>[] {
  return everyList(shelf).flat();
}
