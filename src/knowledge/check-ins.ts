/**
 * A question set: one to three sliders and one optional line, for a person's own week or for a community.
 * The same file also becomes a flow `check-in.<name>`, so that checking in is walked like any exercise.
 */
import { z } from 'zod';
import type { Flow, QuestionSet, Step } from '../conversation/knowledge.ts';
import type { Report } from './problem.ts';
import { Name, Reviewed, Text, Title } from './provenance.ts';
import { checkShape } from './shape.ts';
import type { SourceFile } from './source-files.ts';
import type { ShownText, Unit } from './unit.ts';
import { readYaml } from './yaml-source.ts';

export const CheckIn = z.strictObject({
  title: Title,
  for: z.array(z.enum(['person', 'community'])).min(1).describe('for whom: for: [person, community]'),
  reviewed: Reviewed,
  sliders: z.array(z.strictObject({
    id: Name.describe('the id of a slider never changes: what people answered is kept under it'),
    ask: Text.describe('the question'),
    low: Text.describe('what 0 means: low: not at all'),
    high: Text.describe('what 10 means: high: completely'),
  })).min(1).max(3).describe('one to three sliders: sliders: [{ id: self, ask: ..., low: not at all, high: completely }]'),
  line: Text.optional(),
  prompts: z.array(Text).default([]).describe('one question a week, in turn: prompts: [What helped you this week?]'),
});

/** Ids of the flow's own steps, beside those of the sliders. */
const ownSteps = ['line', 'end'];
const longestLine = 300;

export function readCheckIn(file: SourceFile, id: string, report: Report): Unit<{ readonly set: QuestionSet; readonly flow: Flow }> | null {
  const yaml = readYaml(file.path, file.text, report);
  const raw = yaml && checkShape(CheckIn, yaml, report);
  if (!raw) return null;
  const at = (...path: (string | number)[]) => ({ file: file.path, line: yaml.lineOf(path) });
  raw.sliders.forEach((slider, index) => {
    if (ownSteps.includes(slider.id) || raw.sliders.findIndex((other) => other.id === slider.id) < index) {
      report(at('sliders', index, 'id'), `The slider id "${slider.id}" is taken.`, 'Give it another id.');
    }
  });
  if (raw.for.includes('community') && raw.prompts.length === 0) report(at('for'), 'A set for a community needs at least one question of the week.', 'Add prompts: [...].');

  const texts: ShownText[] = [
    { ...at('title'), use: 'title', text: raw.title },
    ...raw.sliders.flatMap((slider, index): ShownText[] => [
      { ...at('sliders', index, 'ask'), use: 'step', text: slider.ask },
      { ...at('sliders', index, 'low'), use: 'label', text: slider.low },
      { ...at('sliders', index, 'high'), use: 'label', text: slider.high },
    ]),
    ...(raw.line === undefined ? [] : [{ ...at('line'), use: 'step' as const, text: raw.line }]),
    ...raw.prompts.map((text, index): ShownText => ({ ...at('prompts', index), use: 'step', text })),
  ];
  const set: QuestionSet = { id, title: raw.title, for: raw.for, reviewed: raw.reviewed, sliders: raw.sliders, line: raw.line ?? null, prompts: raw.prompts };
  return { id, file: file.path, line: 1, texts, links: [], reviewed: { ...at('reviewed'), stamp: raw.reviewed }, value: { set, flow: flowOf(set) } };
}

function flowOf(set: QuestionSet): Flow {
  const rest = { private: false, turn: null } as const;
  const sliders = set.sliders.map((slider, index): Step => ({
    ...rest, kind: 'scale', id: slider.id, text: slider.ask, skip: true, from: 0, to: 10, low: slider.low, high: slider.high, save: slider.id, below: [], after: null,
    next: set.sliders[index + 1]?.id ?? (set.line === null ? 'end' : 'line'),
  }));
  const line: Step[] = set.line === null ? [] : [{ ...rest, kind: 'write', id: 'line', text: set.line, skip: true, save: 'line', max: longestLine, count: 1, orDone: false, next: 'end' }];
  const end: Step = { ...rest, kind: 'end', id: 'end', text: '', skip: false, next: null, rest: 0, offer: [] };
  return {
    id: `check-in.${set.id}`, title: set.title, minutes: 1, locks: [], steps: [...sliders, ...line, end],
    source: ['own'], evidence: { strength: 'practice', note: '' }, reviewed: set.reviewed,
  };
}
