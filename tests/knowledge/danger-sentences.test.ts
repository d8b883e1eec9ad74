/** What an author reads about a mistake in the sentences that teach the safety detector, and what becomes of good ones. */
import { expect, test } from 'vitest';
import { readContent } from '../../src/knowledge/library.ts';
import { said, withTree } from './tree.ts';

const voice = 'about: Somebody thinks of dying.\nvoices:\n  - writer: one\n    tier: hard\n    who: self\n    when: now\n    says:\n      - the letters are written\n';
const file = 'intents/safety/self-harm.yaml';

test('a sentence is taught with its kind, person and time, and is no intent', () => {
  withTree({ [file]: voice, 'intents/safety/none.yaml': 'about: Calm talk.\nvoices:\n  - { writer: one, says: [this film kills me] }\n' }, (root) => {
    const read = readContent(root);
    expect(read.kind === 'compiled' && read.content.danger).toEqual([
      { kind: null, tier: 'none', who: 'unclear', when: 'unclear', writer: 'one', says: 'this film kills me' },
      { kind: 'crisis.self-harm', tier: 'hard', who: 'self', when: 'now', writer: 'one', says: 'the letters are written' },
    ]);
    expect(read.kind === 'compiled' && Object.keys(read.content.library.en.intents)).not.toContain('safety.self-harm');
    expect(read.kind === 'compiled' && read.content.training['en']?.map((row) => row.says)).not.toContain('the letters are written');
  });
});

test('a kind may have several files', () => {
  withTree({ [file]: voice, 'intents/safety/self-harm.forum.yaml': voice.replace('the letters are written', 'not a note, just the bills, in order') }, (root) => {
    const read = readContent(root);
    expect(read.kind === 'compiled' && read.content.danger.map(({ kind, says }) => [kind, says])).toEqual([
      ['crisis.self-harm', 'the letters are written'], ['crisis.self-harm', 'not a note, just the bills, in order'],
    ]);
  });
});

test('a kind that does not exist', () => {
  expect(said({ 'intents/safety/self-hram.yaml': voice })).toMatchInlineSnapshot(`
    "intents/safety/self-hram.yaml
      intents/safety/self-hram.yaml:1  "self-hram" is not a kind of danger that is known here.
          Did you mean "self-harm"?"
  `);
});

test('a person that is not known', () => {
  expect(said({ [file]: voice.replace('who: self', 'who: me') })).toMatchInlineSnapshot(`
    "intents/safety/self-harm.yaml
      intents/safety/self-harm.yaml:5  "who" has "me", which is not known here.
          Use one of: self, partner, friend, child, other, unclear."
  `);
});

test('the same sentence twice', () => {
  expect(said({ [file]: `${voice}      - The letters are written.\n` })).toMatchInlineSnapshot(`
    "intents/safety/self-harm.yaml
      intents/safety/self-harm.yaml:9  "The letters are written." stands in intents/safety/self-harm.yaml:8 already.
          Keep it where it belongs."
  `);
});
