/**
 * An answer as its author writes it: Markdown with front matter. Before the first heading stands the short text;
 * the headings are fixed, so that a translator and the bot both know what each part is for.
 */
import { z } from 'zod';
import type { Answer } from '../conversation/knowledge.ts';
import { splitAnswer, type Part } from './answer-parts.ts';
import type { Report } from './problem.ts';
import { Deciding, Locks, Title, UnitId, provenance } from './provenance.ts';
import { checkShape } from './shape.ts';
import type { SourceFile } from './source-files.ts';
import type { Link, ShownText, Unit, Use } from './unit.ts';
import { readYaml } from './yaml-source.ts';

export const AnswerHead = z.strictObject({
  title: Title,
  ...provenance,
  related: z.array(UnitId).max(2).default([]).describe('at most two related answers: related: [topic.self-trust]'),
  exercise: UnitId.optional().describe('at most one exercise that fits: exercise: exercise.boundary'),
  locks: Locks,
  deciding: Deciding,
});

export function readAnswer(file: SourceFile, id: string, report: Report): Unit<Answer> | null {
  const split = splitAnswer(file, report);
  const yaml = split && readYaml(file.path, split.head, report, 1);
  const head = yaml && checkShape(AnswerHead, yaml, report);
  if (!split || !head) return null;
  const at = (line: number) => ({ file: file.path, line });

  const of = (heading: Part['heading']): readonly Part[] => split.parts.filter((part) => part.heading === heading);
  const [short] = of('');
  const [shorter] = of('Shorter');
  if (!short) report(at(split.bodyLine), 'The short text is missing.', 'Write it between the second "---" and the first heading.');
  if (!shorter) report(at(split.bodyLine), 'The part "## Shorter" is missing.', 'Add "## Shorter" and below it one line of at most 20 words.');
  if (!short || !shorter) return null;
  if (head.locks.includes('abuse') && of('If you are not safe').length === 0) {
    report(at(yaml.lineOf(['locks'])), 'This answer is locked after abuse, but has no words for somebody who is not safe.', 'Add "## If you are not safe", or take "abuse" out of the locks.');
  }

  const links: Link[] = head.related.map((to, index) => ({ ...at(yaml.lineOf(['related', index])), as: 'related', to }));
  links.push(...head.source.map((to, index): Link => ({ ...at(yaml.lineOf(['source', index])), as: 'source', to })));
  if (head.exercise !== undefined) links.push({ ...at(yaml.lineOf(['exercise'])), as: 'exercise', to: head.exercise });
  const texts: ShownText[] = split.parts.map((part) => ({ ...at(part.line), use: useOf(part), text: part.text }));
  texts.push({ ...at(yaml.lineOf(['title'])), use: 'title', text: head.title }, { ...at(yaml.lineOf(['evidence', 'note'])), use: 'note', text: head.evidence.note });
  return {
    id, ...at(1), links, texts,
    reviewed: { ...at(yaml.lineOf(['reviewed'])), stamp: head.reviewed },
    value: {
      id, title: head.title, source: head.source, evidence: head.evidence, reviewed: head.reviewed,
      related: head.related, exercise: head.exercise ?? null, locks: head.locks, deciding: head.deciding,
      texts: [short.text, ...of('Or').map((part) => part.text)],
      shorter: shorter.text,
      more: of('More')[0]?.text ?? null,
      unsafe: of('If you are not safe')[0]?.text ?? null,
      betrayer: of('If you did the hurting')[0]?.text ?? null,
    },
  };
}

function useOf(part: Part): Use {
  if (part.heading === 'Shorter') return 'shorter';
  return part.heading === '' || part.heading === 'Or' ? 'screen' : 'message';
}
