/**
 * `intents/safety/<kind>.yaml`, `<kind>.<more>.yaml`: what people in danger may write, for the detector that learns (`nlp/safety/`). No intents: nothing here
 * is answered as a topic. `none.yaml` holds what only sounds like danger. `over` and calm past are `tier: soft` in a crisis file.
 */
import { z } from 'zod';
import { safetyKinds, whens, whos } from '../conversation/reading.ts';
import type { DangerSentence } from '../nlp/safety/lessons.ts';
import { didYouMean } from './nearest-name.ts';
import type { Report } from './problem.ts';
import { Text } from './provenance.ts';
import { sameness } from './sameness.ts';
import { checkShape } from './shape.ts';
import type { SourceFile } from './source-files.ts';
import type { Unit } from './unit.ts';
import { readYaml } from './yaml-source.ts';

const Writer = Text.describe('who wrote the sentences, by any short name: what one wrote is tested on the others');
const Says = z.array(Text).min(1).describe('what people write, one sentence for each line');
const DangerFile = z.strictObject({
  about: Text.describe('one sentence about what happens'),
  voices: z.array(z.strictObject({
    writer: Writer,
    tier: z.enum(['hard', 'soft']).describe('hard: it stops everything; soft: it is answered with care and the talk goes on'),
    who: z.enum(whos).describe('whose life or body it is about: self, partner, friend, child, other or unclear'),
    when: z.enum(whens).describe('now, past, recovered or unclear'),
    says: Says,
  })).min(1),
});
const NoneFile = z.strictObject({ about: Text.describe('one sentence about them'), voices: z.array(z.strictObject({ writer: Writer, says: Says })).min(1) });

export interface DangerFileSentence extends DangerSentence { readonly line: number }

/** `name`: the file's name without ending, up to the first dot the kind: `self-harm`, `unsure.forum`, `none`. */
export function readDangerSentences(file: SourceFile, name: string, report: Report): Unit<readonly DangerFileSentence[]> | null {
  const [wanted = ''] = name.split('.');
  const kind = safetyKinds.find((each) => each.slice(each.indexOf('.') + 1) === wanted) ?? null;
  const names = [...safetyKinds.map((each) => each.slice(each.indexOf('.') + 1)), 'none'];
  if (kind === null && wanted !== 'none') {
    report({ file: file.path, line: 1 }, `"${wanted}" is not a kind of danger that is known here.`, didYouMean(wanted, names) || `Known: ${names.join(', ')}.`);
    return null;
  }
  const yaml = readYaml(file.path, file.text, report);
  if (!yaml) return null;
  const raw = kind === null ? checkShape(NoneFile, yaml, report) : checkShape(DangerFile, yaml, report);
  if (!raw) return null;
  const value = raw.voices.flatMap((voice, at) => voice.says.map((says, index) => ({ kind, ...calm, ...voice, says, line: yaml.lineOf(['voices', at, 'says', index]) })));
  return { id: name, file: file.path, line: 1, texts: [], links: [], reviewed: null, value };
}

const calm = { tier: 'none', who: 'unclear', when: 'unclear' } as const;

/** The same sentence twice would be learned as two things, or count for more than it is. */
export function checkDangerSentences(files: readonly Unit<readonly DangerFileSentence[]>[], report: Report): void {
  const first = new Map<string, { readonly file: string; readonly line: number }>();
  for (const unit of files.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const { line, says } of unit.value) {
      const other = first.get(sameness(says));
      if (other) report({ file: unit.file, line }, `"${says}" stands in ${other.file}:${other.line} already.`, 'Keep it where it belongs.');
      else first.set(sameness(says), { file: unit.file, line });
    }
  }
}

export function dangerSentencesOf(files: readonly Unit<readonly DangerFileSentence[]>[]): readonly DangerSentence[] {
  return files.toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap((unit) => unit.value.map(({ kind, tier, who, when, writer, says }) => ({ kind, tier, who, when, writer, says })));
}
