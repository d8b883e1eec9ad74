/**
 * Help lines of one country. A number that nobody has seen on an official page is kept in the file and never shown:
 * it waits until an operator has confirmed it.
 */
import { z } from 'zod';
import type { Country, HelpLine } from '../conversation/knowledge.ts';
import type { Report } from './problem.ts';
import { Text } from './provenance.ts';
import { lineKinds } from './safety-replies.ts';
import { checkShape } from './shape.ts';
import type { SourceFile } from './source-files.ts';
import type { Unit } from './unit.ts';
import { readYaml } from './yaml-source.ts';

const Number = Text.describe('numbers are texts, written as they are dialled and in quotes: "112"');
const Line = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).describe('an id of small letters, digits and hyphens: id: ie-samaritans'),
  kind: z.enum(lineKinds).describe('the kind of help: kind: suicide'),
  name: Text.describe('the name, as the line writes it'),
  call: Number.optional(), text: Number.optional(),
  chat: Text.optional(), url: Text.optional(),
  hours: Text.describe('when it is open: hours: "24/7"'),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).optional().describe('languages by their short names: languages: [en]'),
  note: Text.optional(),
  source: Text.describe('where the number was seen'),
  checked: z.iso.date().describe('the day it was last checked: checked: 2026-11-22'),
  how: z.enum(['phoned', 'page', 'dataset', 'memory']).describe('how it was checked: phoned, page, dataset or memory'),
});
export const HelpLines = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/).describe('the two-letter code of the country: country: IE'),
  names: z.array(Text).min(1).describe('what people call the country: names: [Ireland, Éire]'),
  emergency: z.array(Number).describe('the emergency numbers in quotes: emergency: ["112", "999"]'),
  silent: Text.optional(),
  lines: z.array(Line).describe('the list of help lines'),
});

/** `waiting`: lines that are not shown until an operator confirms them. `seen`: the shown lines with their place, for the date check. */
export interface CountryFile {
  readonly country: Country;
  readonly waiting: readonly HelpLine[];
  readonly seen: readonly { readonly line: number; readonly id: string; readonly checked: string }[];
  readonly namesLine: number;
  readonly allIds: readonly { readonly line: number; readonly id: string }[];
}

export function readHelpLines(file: SourceFile, id: string, report: Report): Unit<CountryFile> | null {
  const yaml = readYaml(file.path, file.text, report);
  const raw = yaml && checkShape(HelpLines, yaml, report);
  if (!raw) return null;
  const lineOf = (...path: (string | number)[]): number => yaml.lineOf(path);
  if (raw.country !== id) report({ file: file.path, line: lineOf('country') }, `The file is called ${id}.yaml and holds the country ${raw.country}.`, 'Give both the same code.');
  raw.lines.forEach((line, index) => {
    if (!line.call && !line.text && !line.chat && !line.url) report({ file: file.path, line: lineOf('lines', index, 'id') }, `"${line.id}" has no way to reach it.`, 'Add call, text, chat or url.');
  });

  const lines = raw.lines.map((line): HelpLine => ({
    id: line.id, kind: line.kind, name: line.name, call: line.call ?? null, text: line.text ?? null, chat: line.chat ?? null, url: line.url ?? null,
    hours: line.hours, note: line.note ?? null, source: line.source, checked: line.checked, how: line.how,
  }));
  const numbered = lines.map((line, index) => ({ ...line, line: lineOf('lines', index, 'checked') }));
  return {
    id, file: file.path, line: 1, texts: [], links: [], reviewed: null,
    value: {
      country: { code: raw.country, names: raw.names, emergency: raw.emergency, silent: raw.silent ?? null, lines: lines.filter(mayBeShown) },
      waiting: lines.filter((line) => !mayBeShown(line)),
      seen: numbered.filter(mayBeShown).map(({ line, id: lineId, checked }) => ({ line, id: lineId, checked })),
      namesLine: lineOf('names'),
      allIds: lines.map((line, index) => ({ line: lineOf('lines', index, 'id'), id: line.id })),
    },
  };
}

function mayBeShown(line: HelpLine): boolean {
  return line.how === 'phoned' || line.how === 'page' || line.kind === 'emergency';
}
