/** A question asked in vain becomes a stub in an intent file, and the check reminds of it until an author has written sentences. */
import { describe, expect, it } from 'vitest';
import { withStub } from '../../src/knowledge/stub.ts';
import { intent, said } from './tree.ts';

const file = 'intents/topic/in-laws.yaml';

describe('a stub', () => {
  it('begins a new file in the grammar of intents, and the check says in plain words what to write', () => {
    const text = withStub(null, 'kid, separate, tell', 7);
    expect(text).toBe('about:\nsays:\n  # stub: 7 people asked in vain with these words: kid, separate, tell\n');
    expect(said({ [file]: text })).toMatchInlineSnapshot(`
      "intents/topic/in-laws.yaml
        intents/topic/in-laws.yaml:3  This is not finished: people asked with the words "kid, separate, tell", and nobody has written sentences for that yet.
            Write after "about:" what they want, and under "says:" 30 sentences as different people would write them, each on a line that begins with "- ". Then remove the line that begins with "# stub:"."
    `);
  });

  it('is a comment in a file that is there: nothing of it is lost, and only the check reminds', () => {
    const before = 'about: They ask how to forgive.\nsays:\n  - how do i forgive\n';
    const after = withStub(before, 'forgive, grandmother', 3);
    expect(after).toBe('about: They ask how to forgive.\nsays:\n  # stub: 3 people asked in vain with these words: forgive, grandmother\n  - how do i forgive\n');
    const words = said({ 'intents/faq/how-to-forgive.yaml': after });
    expect(words).toContain('intents/faq/how-to-forgive.yaml:3  This is not finished: people asked with the words "forgive, grandmother"');
    expect(words).toContain('Then remove this line.');
    expect(said({ 'intents/faq/how-to-forgive.yaml': after.replace(/ {2}# stub.*\n/u, '') })).toBe('');
  });

  it('stands at the top where the sentences are a list in brackets', () => {
    expect(withStub(intent('They ask.', 'one'), 'garage', 1)).toBe('# stub: 1 person asked in vain with these words: garage\nabout: They ask.\nsays: ["one"]\n');
  });

  it('half finished, it is an intent file with mistakes like any other', () => {
    const half = withStub(null, 'garage', 4).replace('about:', 'about: They ask about the garage.');
    expect(said({ [file]: half })).toContain('There is nothing after "says".');
  });
});
