/**
 * A translation changes words and nothing else. What locks an answer, whom a safety reply is for and which help lines it shows
 * hold in every language, so a translator cannot loosen them by a slip.
 */
import type { Answer, SafetyReply } from '../conversation/knowledge.ts';
import type { Report } from './problem.ts';
import type { Shelf } from './shelves.ts';
import type { Unit } from './unit.ts';

/** `shelf`: what the language has of its own. */
export function checkSameRules(shelf: Shelf, english: Shelf, report: Report): void {
  for (const unit of shelf.answers) compare(unit, english.answers, rulesOfAnswer, report);
  for (const unit of shelf.safety) compare(unit, english.safety, rulesOfSafetyReply, report);
}

/** Each rule under its key in the file. Links are no rules: a language may have fewer answers to lead to. */
function rulesOfAnswer(answer: Answer): Readonly<Record<string, unknown>> {
  const { evidence, locks, deciding, unsafe } = answer;
  return { 'evidence: strength': evidence.strength, locks: locks.toSorted(), deciding, '## If you are not safe': unsafe !== null };
}

function rulesOfSafetyReply(reply: SafetyReply): Readonly<Record<string, unknown>> {
  const { kind, who, when, locks, lines, safeToRead, plain, barrier, offer } = reply;
  return {
    kind, who: who.toSorted(), when: when.toSorted(), locks: locks.toSorted(), lines, 'safe-to-read': safeToRead !== null,
    plain: plain?.yes, barrier: barrier?.choices.length, offer,
  };
}

function compare<T>(unit: Unit<T>, models: readonly Unit<T>[], rulesOf: (value: T) => Readonly<Record<string, unknown>>, report: Report): void {
  const model = models.find((other) => other.id === unit.id);
  if (!model) return report(unit, `There is no English file "${unit.id}" that this could be a translation of.`, 'Give it the name of the English file.');
  const wanted = rulesOf(model.value);
  for (const [key, own] of Object.entries(rulesOf(unit.value))) {
    if (JSON.stringify(own) !== JSON.stringify(wanted[key])) report(unit, `"${key}" is not as in the English file.`, `Make it the same as in ${model.file}; only the words are translated.`);
  }
}
