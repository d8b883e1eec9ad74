/** What stands in the way, in one's own words, leads to a button that is there, in every language. */
import { describe, expect, test } from 'vitest';
import { barrierNamed } from '../../src/conversation/barriers.ts';
import { projectLibrary } from '../knowledge-of-project.ts';

const library = projectLibrary();

describe.each(Object.keys(library))('barriers in %s', (language) => {
  const know = library[language]!;
  const replies = know.safety.filter((reply) => reply.barrier !== null);

  test('every line of the list leads to a choice of a reply', () => {
    const lost = know.words.barriers.filter((line) => replies.every((reply) => barrierNamed(line.split('=')[0] ?? '', know, reply) === null));
    expect(lost).toEqual([]);
  });
});

test('words that name no barrier lead nowhere, and neither does a barrier where nothing is asked', () => {
  const know = library.en;
  const reply = know.safety.find((each) => each.id.endsWith('partner-abuse'))!;
  expect(barrierNamed('the weather is nice', know, reply)).toBe(null);
  expect(barrierNamed('i hate phone calls', know, { barrier: null })).toBe(null);
  expect(reply.barrier?.choices[barrierNamed("He'd hear me, I can't talk", know, reply) ?? -1]?.label).toBe('I cannot talk aloud');
});
