/**
 * An intent: what people may say when they want one thing. `says` is learned from; `exam` and `not` never are,
 * they are put to the finished model as questions.
 */
import { z } from 'zod';
import type { Report } from './problem.ts';
import { Text, UnitId } from './provenance.ts';
import { checkShape } from './shape.ts';
import type { SourceFile } from './source-files.ts';
import { isBareStub, reportStub, type Stub, stubsIn } from './stub.ts';
import type { Unit } from './unit.ts';
import { readYaml } from './yaml-source.ts';

const Sentences = z.array(Text);
export const IntentFile = z.strictObject({
  about: Text.describe('one sentence about what they want: about: They ask how to forgive a partner.'),
  says: Sentences.min(1).describe('what people say, one sentence for each line: says: [how do i forgive my partner]'),
  exam: Sentences.default([]).describe('sentences that are never learned from: exam: [how can i let it go]'),
  not: z.record(UnitId, Sentences).default({}).describe('sentences that belong to another intent: not: { topic.anger: [i am so angry] }'),
  'built-in': z.string().regex(/^[a-z]+(?:-[a-z]+)*$/).optional().describe('something the bot does by itself: built-in: privacy-delete'),
});

export interface Sentence { readonly line: number; readonly text: string }
export interface Intent {
  readonly about: string;
  readonly builtIn: string | null;
  readonly says: readonly Sentence[];
  readonly exam: readonly Sentence[];
  /** What people asked in vain and nobody has written for yet. */
  readonly stubs: readonly Stub[];
  /** To be read as `intent`, which is not the file's own. */
  readonly not: readonly (Sentence & { readonly intent: string })[];
}

export function readIntent(file: SourceFile, id: string, report: Report): Unit<Intent> | null {
  const yaml = readYaml(file.path, file.text, report);
  const stubs = stubsIn(file.text);
  if (yaml && stubs.length > 0 && isBareStub(yaml.value)) {
    for (const stub of stubs) reportStub(file.path, stub, true, report);
    return null;
  }
  const raw = yaml && checkShape(IntentFile, yaml, report);
  if (!raw) return null;
  const sentences = (texts: readonly string[], ...path: string[]): Sentence[] => texts.map((text, index) => ({ line: yaml.lineOf([...path, index]), text }));
  return {
    id, file: file.path, line: 1, texts: [], reviewed: null,
    links: Object.keys(raw.not).map((to) => ({ file: file.path, line: yaml.lineOfKey(['not'], to), as: 'not', to })),
    value: {
      about: raw.about, builtIn: raw['built-in'] ?? null, stubs,
      says: sentences(raw.says, 'says'),
      exam: sentences(raw.exam, 'exam'),
      not: Object.entries(raw.not).flatMap(([intent, texts]) => sentences(texts, 'not', intent).map((sentence) => ({ ...sentence, intent }))),
    },
  };
}
