/** Which section of the source document is covered by which units, and whether somebody has reviewed them: a page, and a check. */
import type { Knowledge } from '../conversation/knowledge.ts';
import type { Problem } from './problem.ts';
import type { Shelf } from './shelves.ts';

type Covering = Readonly<Record<string, { readonly id: string; readonly source: readonly string[]; readonly reviewed: string }>>;

/** The page as Markdown. */
export function coveragePage(knowledge: Pick<Knowledge, 'sections' | 'answers' | 'flows'>): string {
  const units = { ...knowledge.answers, ...knowledge.flows };
  const rows = inOrder(Object.keys(knowledge.sections)).map((section) => {
    const covering = coveredBy(section, units);
    const shown = covering.map((unit) => `\`${unit.id}\`${unit.reviewed === 'none' ? '' : ' (reviewed)'}`).join(', ');
    return `| ${section} | ${knowledge.sections[section]} | ${shown || '**nothing yet**'} | ${covering.filter((unit) => unit.reviewed !== 'none').length} of ${covering.length} |`;
  });
  const covered = Object.keys(knowledge.sections).filter((section) => coveredBy(section, units).length > 0).length;
  const own = Object.values(units).filter((unit) => unit.source.every((section) => section === 'own')).map((unit) => `\`${unit.id}\``).toSorted();
  return [
    '# What the content covers',
    '',
    `Written from \`content/\`: change it there. ${covered} of ${rows.length} sections of the source document are covered.`,
    '',
    '| section | subject | units | reviewed |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Not from the source document: ${own.join(', ') || 'nothing'}.`,
    '',
  ].join('\n');
}

/** Sections that no answer and no exercise covers. */
export function uncovered(shelf: Shelf): readonly Problem[] {
  const [sections] = shelf.sections;
  if (!sections || shelf.broken.size > 0) return [];
  const units = [...shelf.answers, ...shelf.exercises].map((unit) => unit.value);
  return sections.texts.flatMap((text, index) => {
    const section = Object.keys(sections.value)[index] ?? '';
    if (units.some((unit) => unit.source.includes(section))) return [];
    return [{ file: text.file, line: text.line, message: `No answer and no exercise covers section "${section}" (${text.text}).`, cure: 'Write one, or add the section to the "source" of one that does.' }];
  });
}

function coveredBy(section: string, units: Covering) {
  return Object.values(units).filter((unit) => unit.source.includes(section)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** 2.3 before 10.1, and what is no number last. */
function inOrder(sections: readonly string[]): readonly string[] {
  return sections.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
