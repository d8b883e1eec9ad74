/** A path: four weeks, one small step a week, each an answer or an exercise with one line of why. No dates: it waits. */
import { z } from 'zod';
import type { Path } from '../conversation/knowledge.ts';
import type { Report } from './problem.ts';
import { Evidence, Reviewed, Source, Text, Title, UnitId } from './provenance.ts';
import { checkShape } from './shape.ts';
import type { SourceFile } from './source-files.ts';
import type { Unit } from './unit.ts';
import { readYaml } from './yaml-source.ts';

export const PathFile = z.strictObject({
  title: Title,
  source: Source.optional(),
  evidence: Evidence.optional(),
  reviewed: Reviewed.optional(),
  weeks: z.array(z.strictObject({
    unit: UnitId.describe('the id of an answer or exercise: unit: exercise.promise'),
    why: Text.describe('one line that says why'),
  })).length(4).describe('four weeks: weeks: [{ unit: exercise.promise, why: ... }]'),
});

export function readPath(file: SourceFile, id: string, report: Report): Unit<Path> | null {
  const yaml = readYaml(file.path, file.text, report);
  const raw = yaml && checkShape(PathFile, yaml, report);
  if (!raw) return null;
  const at = (...path: (string | number)[]) => ({ file: file.path, line: yaml.lineOf(path) });
  return {
    id, ...at(), line: 1,
    texts: [{ ...at('title'), use: 'title', text: raw.title }, ...raw.weeks.map((week, index) => ({ ...at('weeks', index, 'why'), use: 'step' as const, text: week.why }))],
    links: raw.weeks.map((week, index) => ({ ...at('weeks', index, 'unit'), as: 'unit', to: week.unit })),
    reviewed: raw.reviewed === undefined ? null : { ...at('reviewed'), stamp: raw.reviewed },
    value: { id, title: raw.title, weeks: raw.weeks },
  };
}
