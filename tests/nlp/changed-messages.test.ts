/** What is asked for stays the same however the message arrives: on the project's own intents. */
import { describe, expect, test } from 'vitest';
import { changes } from '../../src/nlp/changes.ts';
import { projectUnderstanding } from '../knowledge-of-project.ts';

const { understand } = projectUnderstanding();
const asked = [
  'how do I forgive my partner for cheating',
  'how long does it take to trust again',
  'he never listens when we talk about our problems',
  'teach me a breathing exercise',
  'I keep checking his phone because I am jealous',
  'should I leave my relationship',
  'how do I set a boundary with my partner',
  'delete everything you know about me',
];
const seen = (text: string): string => {
  const { intent, decision } = understand(text, []);
  return `${decision} ${intent}`;
};

test.each(changes.filter(({ kind }) => kind === 'normalisable'))('$name changes nothing of what is asked for', ({ apply }) => {
  for (const text of asked) expect(seen(apply(text)), apply(text)).toBe(seen(text));
});

test.each(changes.filter(({ kind }) => kind === 'typo'))('$name seldom changes what is asked for', ({ apply }) => {
  expect(asked.filter((text) => seen(apply(text)) === seen(text)).length).toBeGreaterThanOrEqual(asked.length - 1);
});

describe('politeness around what is asked for', () => {
  test.each([
    ['a greeting', (text: string) => `Good evening everyone. ${text}`],
    ['a greeting in the same breath', (text: string) => `hi, ${text}`],
    ['an apology for writing', (text: string) => `I'm sorry for bothering you so late. ${text}.`],
    ['a question whether one may ask', (text: string) => `Can I ask you something? ${text}?`],
    ['thanks on a line of their own', (text: string) => `hello\n${text}\nthank you so much`],
    ['thanks in words of their own', (text: string) => `${text}? Thanks a million, you are a star`],
  ])('%s carries nothing away', (_name, frame) => {
    for (const text of asked) expect(seen(frame(text)), frame(text)).toBe(seen(text));
  });

  test.each(['hello there', 'thank you so much', "hey how's it going", 'hi. thanks', 'bye'])('%j alone is still small talk', (text) => {
    expect(understand(text, []).intent).toMatch(/^chat\./);
  });
});

test.each(['Он не верит мне, и я не знаю, что делать', 'мама', 'Δεν τον εμπιστεύομαι πια', '我不再相信他了', '彼を信じられない'])('%j is not taken for English', (text) => {
  const { decision, language } = understand(text, []);
  expect(language).toBe('und');
  expect(decision).not.toBe('answer');
});

test('danger is read from what was typed', () => {
  expect(understand('hi, sorry to bother you. i w4nt to k.i.l.l myself. thank you', []).safety).toMatchObject({ tier: 'hard' });
});
