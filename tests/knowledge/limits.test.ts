import { describe, expect, test } from 'vitest';
import { maxPressBytes } from '../../src/conversation/press.ts';
import { checkLength, checkPresses, limits } from '../../src/knowledge/limits.ts';
import { type Problem, collecting } from '../../src/knowledge/problem.ts';
import { maxFileBytes } from '../../src/knowledge/source-files.ts';
import type { ShownText, Use } from '../../src/knowledge/unit.ts';
import { exercise, said } from './tree.ts';

function told(use: Use, text: string): readonly string[] {
  const problems: Problem[] = [];
  const shown: ShownText = { file: 'x', line: 1, use, text };
  checkLength(shown, collecting(problems));
  return problems.map((problem) => problem.message);
}

const uses = Object.keys(limits) as Use[];

describe('how long a text may be', () => {
  test('nothing that is allowed is longer than a Discord message, the smaller of the two platforms', () => {
    expect(Math.max(...uses.map((use) => limits[use].characters))).toBeLessThan(2000);
  });

  test.each(uses)('%s: the last character that fits, and the first that does not', (use) => {
    const { characters } = limits[use];
    expect(told(use, 'a'.repeat(characters))).toEqual([]);
    expect(told(use, 'a'.repeat(characters + 1))).toEqual([`This text has ${characters + 1} characters; at most ${characters}.`]);
  });

  test.each(uses)('%s: the last paragraph that fits, and the first that does not', (use) => {
    const { paragraphs } = limits[use];
    expect(told(use, Array(paragraphs).fill('a').join('\n\n'))).toEqual([]);
    expect(told(use, Array(paragraphs + 1).fill('a').join('\n\n'))).toContain(`This text has ${paragraphs + 1} paragraphs; at most ${paragraphs}.`);
  });

  test('20 words for the short form and two sentences of care', () => {
    expect(told('shorter', 'a '.repeat(20))).toEqual([]);
    expect(told('shorter', 'a '.repeat(21))).toEqual(['This text has 21 words; at most 20.']);
    expect(told('care', 'One. Two.')).toEqual([]);
    expect(told('care', 'One. Two. Three.')).toEqual(['This text has 3 sentences; at most 2.']);
  });

  test('an id fits into a button up to the last byte', () => {
    const problems: Problem[] = [];
    const fits = 'a'.repeat(maxPressBytes - 'o|m|'.length);
    checkPresses(fits, null, { file: 'x', line: 1 }, collecting(problems));
    expect(problems).toEqual([]);
    checkPresses(`${fits}a`, null, { file: 'x', line: 1 }, collecting(problems));
    expect(problems.map((problem) => problem.cure)).toEqual(['Use a shorter name.']);
  });

  test('60 steps are walked, 61 are too many', () => {
    const of = (steps: number): string => `${exercise.slice(0, exercise.indexOf('steps:'))}steps:\n${Array.from({ length: steps - 1 }, () => '  - say: Rest.\n').join('')}  - end: Bye.\n`;
    expect(said({ 'content/exercises/promise.yaml': of(60) })).toBe('');
    expect(said({ 'content/exercises/promise.yaml': of(61) })).toContain('There are 61 steps; at most 60.');
  });

  test('a file is read up to the last byte that is allowed', () => {
    const padded = (bytes: number): string => { const text = 'about: Hello.\nsays: [hello]\nbuilt-in: greet\n#'; return text + 'x'.repeat(bytes - text.length); };
    expect(said({ 'intents/chat/greet.yaml': padded(maxFileBytes) })).toBe('');
    expect(said({ 'intents/chat/greet.yaml': padded(maxFileBytes + 1) })).toContain('at most 256 KB are read');
  });
});
