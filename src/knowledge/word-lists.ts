/**
 * The lists beside the units: the bot's small sentences (`phrases.yaml`), what people type for its controls (`words.yaml`),
 * the sections of the source document, who may sign reviews, and words that are not used.
 */
import { z } from 'zod';
import { besideIds } from '../conversation/phrases.ts';
import { fold } from '../conversation/typed.ts';
import { didYouMean } from './nearest-name.ts';
import type { Report } from './problem.ts';
import { Text } from './provenance.ts';
import { checkShape } from './shape.ts';
import type { SourceFile } from './source-files.ts';
import type { Unit } from './unit.ts';
import { readYaml } from './yaml-source.ts';

type Lists = Readonly<Record<string, readonly string[]>>;

const Phrases = z.record(z.string(), z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(Text).min(1)))
  .describe('each id has one text, or a list of variants in brackets');
const Words = z.record(z.string(), z.array(Text).min(1)).describe('each id has a list of words: stop: [stop, enough]');
const Sections = z.record(z.string(), Text).describe('each section in quotes with its subject: "8.3": How forgiving can go');
const Forbidden = z.record(z.string(), z.preprocess(
  (value) => (typeof value === 'string' ? { why: value } : value),
  z.strictObject({ why: Text, except: z.array(Text).default([]).describe('longer phrases in which it may stand: except: [just as]') }),
)).describe('each word with the reason: simply: It is never simple for the reader.');
/** `except`: phrases that hold the word and are fine. */
export type ForbiddenWords = z.output<typeof Forbidden>;
const Reviewer = z.strictObject({
  name: Text.describe('the full name'), role: Text.describe('what makes this person fit to judge: role: couples counsellor'), date: z.iso.date().describe('the day of signing: date: 2026-11-22'),
});

/** `specs`: each id with the names that its text may hold as `{name}`. Every id must be there when `complete`. */
export function readPhrases(file: SourceFile, specs: Readonly<Record<string, readonly string[]>>, complete: boolean, report: Report): Unit<Lists> | null {
  const yaml = readYaml(file.path, file.text, report);
  const raw = yaml && checkShape(Phrases, yaml, report);
  if (!raw) return null;
  checkIds(Object.keys(raw), Object.keys(specs), 'phrase', complete, (id) => ({ file: file.path, line: id === null ? 1 : yaml.lineOfKey([], id) }), report);
  const texts = Object.entries(raw).flatMap(([id, variants]) => variants.map((text, index) => ({ file: file.path, line: yaml.lineOf([id, index]), use: /^(?:button|time)\./.test(id) ? 'label' as const : 'phrase' as const, text, id })));
  for (const { id, text, line } of texts) {
    for (const [, name = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
      const known = specs[id];
      if (known && !known.includes(name)) report({ file: file.path, line }, `"{${name}}" is not filled in here.`, didYouMean(name, known) || (known.length > 0 ? `Known here: ${known.map((each) => `{${each}}`).join(', ')}.` : 'Remove the braces: nothing is filled in in this phrase.'));
    }
  }
  return { id: 'phrases', file: file.path, line: 1, texts, links: [], reviewed: null, value: raw };
}

export function readWords(file: SourceFile, ids: readonly string[], complete: boolean, report: Report): Unit<Lists> | null {
  const yaml = readYaml(file.path, file.text, report);
  const raw = yaml && checkShape(Words, yaml, report);
  if (!raw) return null;
  checkIds(Object.keys(raw), ids, 'word', complete, (id) => ({ file: file.path, line: id === null ? 1 : yaml.lineOfKey([], id) }), report);
  const first = new Map<string, string>();
  for (const [id, words] of Object.entries(raw)) {
    if (besideIds.some((each) => each === id)) continue;
    words.forEach((word, index) => {
      const other = first.get(word.toLowerCase());
      if (other !== undefined) report({ file: file.path, line: yaml.lineOf([id, index]) }, `"${word}" stands under "${other}" already.`, 'Keep it in one place: the bot cannot know which is meant.');
      else first.set(word.toLowerCase(), id);
    });
  }
  const folded = Object.fromEntries(Object.entries(raw).map(([id, words]) => [id, [...new Set(words.map(id === 'times-of-day' ? timeOfDay : id === 'in-full' ? inFull : id === 'barriers' ? barrier : fold))]]));
  return { id: 'words', file: file.path, line: 1, texts: [], links: [], reviewed: null, value: folded };
}

/** "In the evening = 19:00": folded words, and the hour as it is written. */
const timeOfDay = (line: string): string => {
  const [words = '', hour = ''] = line.split('=');
  return `${fold(words)}=${hour.trim()}`;
};

/** "Hate calling = I cannot talk aloud": folded words, and the beginning of the button that answers them, folded too. */
const barrier = (line: string): string => line.split('=').map(fold).join('=');

/** "I'll = I will": the short form in small letters with a plain apostrophe, and what it stands for as it is written. */
const inFull = (line: string): string => {
  const [short = '', full = ''] = line.split('=');
  return `${short.trim().toLowerCase().replaceAll('’', "'")}=${full.trim()}`;
};

export function readSections(file: SourceFile, report: Report): Unit<Readonly<Record<string, string>>> | null {
  const yaml = readYaml(file.path, file.text, report);
  const raw = yaml && checkShape(Sections, yaml, report);
  if (!raw) return null;
  const texts = Object.entries(raw).map(([id, text]) => ({ file: file.path, line: yaml.lineOf([id]), use: 'note' as const, text }));
  return { id: 'sections', file: file.path, line: 1, texts, links: [], reviewed: null, value: raw };
}

/** Word, phrase or sign -> why it is not used. */
export function readForbidden(file: SourceFile, report: Report): Unit<ForbiddenWords> | null {
  const yaml = readYaml(file.path, file.text, report);
  const raw = yaml && checkShape(Forbidden, yaml, report);
  return raw && { id: 'forbidden', file: file.path, line: 1, texts: [], links: [], reviewed: null, value: raw };
}

/** The stamps that a unit may carry: "name, role, date". */
export function readReviewers(file: SourceFile, report: Report): Unit<readonly string[]> | null {
  const yaml = readYaml(file.path, file.text, report);
  if (!yaml) return null;
  if (yaml.value === null) return { id: 'reviewers', file: file.path, line: 1, texts: [], links: [], reviewed: null, value: [] };
  const raw = checkShape(z.array(Reviewer).describe('a list: - { name: ..., role: ..., date: 2026-11-22 }'), yaml, report);
  return raw && { id: 'reviewers', file: file.path, line: 1, texts: [], links: [], reviewed: null, value: raw.map((each) => `${each.name}, ${each.role}, ${each.date}`) };
}

function checkIds(found: readonly string[], known: readonly string[], what: string, complete: boolean, placeOf: (id: string | null) => { file: string; line: number }, report: Report): void {
  for (const id of found) {
    if (!known.includes(id)) report(placeOf(id), `"${id}" is not a ${what} that the bot uses.`, didYouMean(id, known.filter((each) => !found.includes(each))) || 'Remove it, or check its spelling.');
  }
  for (const id of complete ? known : []) {
    if (!found.includes(id)) report(placeOf(null), `The ${what} "${id}" is missing.`, `Add "${id}:" and its text.`);
  }
}
