/**
 * Writes docs/understanding-report.md: how well the project's own blind exams are understood.
 *
 *     node scripts/understanding-report.ts [FILE]
 *
 * Asked are the `exam:` and `not:` sentences of `intents/` and the held-out safety cases of the tests, none of which is learned
 * from: so the page can show every sentence that went astray without quoting anybody else's data.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { understandFrom } from '../src/commands/model.ts';
import { readContent } from '../src/knowledge/library.ts';
import { evaluate } from '../src/nlp/evaluation.ts';
import type { ExamRow } from '../src/nlp/json-lines.ts';
import { page } from '../src/nlp/commands/evaluate.ts';
import { casesOf, heldOutFile, type Case } from '../tests/nlp/safety/cases.ts';

const root = join(import.meta.dirname, '..');
const [file = join(root, 'docs/understanding-report.md')] = process.argv.slice(2);
const read = readContent(root);
if (read.kind === 'refused') throw new Error('The content has mistakes: npm run check:content names them.');
const unlabelled = { earlier: [], who: null, when: null, level: null };

const exams = (read.content.exams['en'] ?? []).map(({ intent, says }): ExamRow => ({ ...unlabelled, text: says, accept: [intent] }));
const cases = casesOf(heldOutFile).map(({ text, expect }: Case): ExamRow => {
  if (expect === null || 'not' in expect) return { ...unlabelled, text, accept: ['not-crisis'] };
  return { ...unlabelled, text, accept: [expect.kind], who: expect.who ?? null, when: expect.when ?? null, level: expect.tier };
});

const evaluation = evaluate([...exams, ...cases], understandFrom(read.content), true);
const today = new Date().toISOString().slice(0, 10);
writeFileSync(file, page(evaluation, `Made by \`node scripts/understanding-report.ts\` on ${today}; do not edit. Asked were ${exams.length} exam sentences of \`intents/\` and ${cases.length} held-out safety cases of \`tests/nlp/safety/cases/${heldOutFile}\`, in English. The bot has learned from none of them, but they were written by the same people as the sentences it learned from: messages of strangers are harder.`));
process.stdout.write(`${file}: ${evaluation.rows} sentences\n`);
