/** Whatever an author saves, the readers answer: with a unit, or with at least one mistake. They never throw. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer } from '../../src/knowledge/answers.ts';
import { readCheckIn } from '../../src/knowledge/check-ins.ts';
import { readExercise } from '../../src/knowledge/exercises.ts';
import { readHelpLines } from '../../src/knowledge/help-lines.ts';
import { readIntent } from '../../src/knowledge/intents.ts';
import { type Problem, collecting, type Report } from '../../src/knowledge/problem.ts';
import { readSafetyReply } from '../../src/knowledge/safety-replies.ts';
import type { SourceFile } from '../../src/knowledge/source-files.ts';
import { answer, checkIn, exercise, helplines, safety } from './tree.ts';

const kinds: Readonly<Record<string, [string, (file: SourceFile, id: string, report: Report) => unknown]>> = {
  answer: [answer, readAnswer],
  exercise: [exercise, readExercise],
  'check-in': [checkIn, readCheckIn],
  'help lines': [helplines, readHelpLines],
  intent: ['about: Hello.\nsays:\n  - hello\n  - "good day"\nexam: [hi]\nnot: { chat.thanks: [ta] }\n', readIntent],
  safety: [safety('crisis.self-harm', 'who: [self]\nbarrier: { ask: Why?, choices: [{ label: Cost, reply: It is free. }] }\n'), readSafetyReply],
};

const piece = fc.oneof(
  fc.constantFrom('', ':', ': ', '- ', '[', ']', '{', '}', '"', "'", '#', '&a ', '*a', '!x ', '|', '>', '\t', '\n', '\n  ', '---\n', '~', 'null', 'true', '0', '-1', '1e999', '__proto__: 1\n', '## More\n', ', ', '? ', '%', '@', '\u0000', '\ud800', '\u2028'),
  fc.string({ maxLength: 6 }),
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(12), insert: piece });

test.each(Object.entries(kinds))('%s', (_, [good, read]) => {
  fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
    const text = edits.reduce((before, { at, remove, insert }) => {
      const index = Math.floor(at * before.length);
      return before.slice(0, index) + insert + before.slice(index + remove);
    }, good);
    const problems: Problem[] = [];
    const unit = read({ path: 'x', text }, 'x', collecting(problems));
    expect(unit !== null || problems.length > 0).toBe(true);
    expect(problems.every((problem) => problem.line >= 1 && problem.message !== '' && problem.cure !== '')).toBe(true);
  }), { numRuns: 300 });
});
