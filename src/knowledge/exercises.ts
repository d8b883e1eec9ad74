/** A guided exercise as its author writes it: a head, and a list of steps that a person walks one at a time. */
import { z } from 'zod';
import type { Flow, Step } from '../conversation/knowledge.ts';
import { didYouMean } from './nearest-name.ts';
import type { Report } from './problem.ts';
import { Locks, Title, provenance } from './provenance.ts';
import { checkShape } from './shape.ts';
import type { SourceFile } from './source-files.ts';
import { type RawStep, type StepKind, stepFrom, stepKinds, stepSchemas } from './steps.ts';
import type { Link, ShownText, Unit } from './unit.ts';
import { checkWalk } from './walkable.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

export const Exercise = z.strictObject({
  title: Title,
  minutes: z.number().min(1).max(60).describe('about how many minutes it takes: minutes: 4'),
  ...provenance,
  locks: Locks,
  steps: z.array(z.record(z.string(), z.unknown())).min(1).describe('the list of steps'),
});

export function readExercise(file: SourceFile, id: string, report: Report): Unit<Flow> | null {
  const yaml = readYaml(file.path, file.text, report);
  if (!yaml) return null;
  const head = checkShape(Exercise, yaml, report);
  const raw = rawSteps(yaml, report);
  if (!head || !raw) return null;
  const steps = linked(raw);
  const at = (path: (string | number)[]) => ({ file: file.path, line: yaml.lineOf(path) });
  checkWalk(steps, (index, key) => at(key === undefined ? ['steps', index] : ['steps', index, key]), report);

  const texts: ShownText[] = [
    { ...at(['title']), use: 'title', text: head.title },
    { ...at(['evidence', 'note']), use: 'note', text: head.evidence.note },
    ...steps.flatMap((step, index): ShownText[] => [
      { ...at(['steps', index, step.kind]), use: 'step', text: step.text },
      ...labelsOf(step).map((text): ShownText => ({ ...at(['steps', index]), use: 'label', text })),
    ]),
  ];
  return {
    id, ...at([]), line: 1, texts,
    links: [
      ...head.source.map((to, index): Link => ({ ...at(['source', index]), as: 'source', to })),
      ...steps.flatMap((step, index) => (step.kind === 'end' ? step.offer.map((to): Link => ({ ...at(['steps', index, 'offer']), as: 'related', to })) : [])),
    ],
    reviewed: { ...at(['reviewed']), stamp: head.reviewed },
    value: { id, title: head.title, minutes: head.minutes, source: head.source, evidence: head.evidence, reviewed: head.reviewed, locks: head.locks, steps },
  };
}

/** Every step with its own schema; null when one of them cannot be read. */
function rawSteps(yaml: YamlSource, report: Report): readonly RawStep[] | null {
  const list = typeof yaml.value === 'object' && yaml.value !== null && 'steps' in yaml.value ? yaml.value.steps : null;
  if (!Array.isArray(list)) return null;
  const steps = list.map((step: unknown, index) => rawStep(step, index, yaml, report));
  return steps.every((step) => step !== null) ? steps : null;
}

function rawStep(step: unknown, index: number, yaml: YamlSource, report: Report): RawStep | null {
  if (typeof step !== 'object' || step === null || Array.isArray(step)) return null;
  const keys = Object.keys(step);
  const kinds = stepKinds.filter((kind) => keys.includes(kind));
  const place = { file: yaml.file, line: yaml.lineOf(['steps', index]) };
  if (kinds.length > 1) {
    report(place, `This step is two things at once: ${kinds.map((kind) => `"${kind}"`).join(' and ')}.`, 'Make two steps of it.');
    return null;
  }
  const [kind] = kinds;
  if (kind === undefined) {
    report(place, 'This step does not say what it is.', keys.map((key) => didYouMean(key, stepKinds)).find((hint) => hint !== '') ?? `One of its keys must be: ${stepKinds.join(', ')}.`);
    return null;
  }
  return checkShape(stepSchemas[kind], yaml, report, ['steps', index]);
}

/** Gives ids to the steps that do not wait, and to every step the one after it. */
function linked(raw: readonly RawStep[]): readonly Step[] {
  const taken = new Set(raw.flatMap((step) => step.raw.id ?? []));
  const ids = raw.map((step) => step.raw.id ?? free(step.kind, taken));
  return raw.map((step, index) => {
    const id = ids[index] ?? '';
    const own = 'next' in step.raw ? step.raw.next : undefined;
    return stepFrom(step, id, step.kind === 'end' ? null : (own ?? ids[index + 1] ?? onlyByChoice(step)));
  });
}

/** A last step that cannot be skipped goes on by its choices alone. */
function onlyByChoice(step: RawStep): string | null {
  return step.kind === 'choose' && step.raw.skip === false ? (step.raw.choices[0]?.go ?? null) : null;
}

function free(kind: StepKind, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? kind : `${kind}-${number}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

function labelsOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'choose': return step.choices.map((choice) => choice.label);
    case 'pick': return step.options.map((option) => option.label);
    case 'pace': return step.phases.map((phase) => phase.label);
    case 'scale': return [step.low, step.high].filter((label) => label !== '');
    default: return [];
  }
}
