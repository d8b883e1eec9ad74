/** What an author reads when YAML itself stumbles: which sign caused it, and what to type instead. */
import { describe, expect, test } from 'vitest';
import { answer, helplines, said, withTree } from './tree.ts';
import { readContent } from '../../src/knowledge/library.ts';

const greet = (text: string): string => said({ 'intents/chat/greet.yaml': text });

describe('YAML traps', () => {
  test('a tab at the start of a line', () => {
    expect(greet('about: Hello.\nsays:\n\t- hello\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  There is a tab at the start of this line; YAML only understands spaces there.
            Replace the tab by two spaces."
    `);
  });

  test('a second colon in a line', () => {
    expect(greet('about: They say: hello.\nsays: [hello]\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:1  There is a second colon in this line, and YAML takes it for a new key.
            Put the whole text in quotes: "like this"."
    `);
  });

  test('a colon in a list entry', () => {
    expect(greet('about: Hello.\nsays:\n  - i want to say: hello\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  Number 1 in "says": the colon after "i want to say" makes YAML see a key there.
            Put the whole text in quotes: "like: this"."
    `);
  });

  test('a key that stands twice', () => {
    expect(greet('about: Hello.\nsays: [hello]\nsays: [hi]\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  The key "says" stands here a second time.
            Keep one of the two."
    `);
  });

  test('a quote inside single quotes', () => {
    expect(greet("about: Hello.\nsays:\n  - 'i can't say hello'\nbuilt-in: greet\n")).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  A text in single quotes ends at the next single quote, also at the one in "can't".
            Use double quotes around the text: "I can't"."
    `);
  });

  test('text after the closing quote', () => {
    expect(greet('about: Hello.\nsays:\n  - "hello" you\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  There is more text after the closing quotation mark.
            Put the whole text inside one pair of quotes, and use single quotes inside it."
    `);
  });

  test('a quote that is never closed', () => {
    expect(greet('about: Hello.\nsays:\n  - "hello\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  A quotation mark is opened here and never closed.
            Add the missing quotation mark at the end of the text."
    `);
  });

  test('a bracket that is never closed', () => {
    expect(greet('about: Hello.\nsays: [hello, hi\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  A bracket that is opened above is not closed before this line.
            Close every [ with ] and every { with }, and put a text that contains brackets or commas in quotes."
    `);
  });

  test('a line that is not indented like its neighbours', () => {
    expect(greet('about: Hello.\nsays:\n    - hello\n  - hi\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:4  YAML looks for a key with a colon here and finds none.
            Write "key: text", or indent the line if it belongs to the text above."
    `);
  });

  test('a text that begins with @', () => {
    expect(greet('about: Hello.\nsays:\n  - @you hello\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  A text may not begin with @ unless it is in quotes.
            Put the whole text in quotes: "like this"."
    `);
  });

  test('a text that begins with *', () => {
    expect(greet('about: Hello.\nsays: [*waves*]\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:2  A word that begins with * or & means something of its own in YAML, and that is not used here.
            Put the text in quotes: "*like this*"."
    `);
  });

  test('a text that begins with &', () => {
    expect(greet('about: Hello.\nsays:\n  - &hello\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  A word that begins with * or & means something of its own in YAML, and that is not used here.
            Put the text in quotes: "*like this*"."
    `);
  });

  test('a text that begins with !', () => {
    expect(greet('about: Hello.\nsays:\n  - !hello you\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  A word that begins with ! means something of its own in YAML.
            Put the whole text in quotes: "like this"."
    `);
  });

  test('a text that begins with {', () => {
    expect(greet('about: {hello}\nsays: [hello]\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:1  "about": a text that begins with { is taken for something else.
            Put the whole text in quotes: "{like this}"."
    `);
  });

  test('a list on the line of its key', () => {
    expect(greet('about: Hello.\nsays: - hello\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:2  A list begins on the same line as its key.
            Begin the list on the next line, or write it as [one, two]."
    `);
  });

  test('a number where a text is meant keeps what was typed', () => {
    expect(said({ 'content/answers/faq/how-to-forgive.md': answer.replace('["8.3"]', '[8.10]') })).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:3  YAML reads 8.10 as a number, not as a text.
            Put it in quotes: "8.10"."
    `);
  });

  test('true where a text is meant', () => {
    expect(greet('about: Hello.\nsays: [hello, true]\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:2  YAML reads true as a yes-or-no sign, not as a text.
            Put it in quotes: "true"."
    `);
  });

  test('an emergency number without quotes', () => {
    expect(said({ 'content/helplines/IE.yaml': helplines.replace('["112", "999"]', '[112, "999"]') })).toMatchInlineSnapshot(`
      "content/helplines/IE.yaml
        content/helplines/IE.yaml:3  YAML reads 112 as a number, not as a text.
            Put it in quotes: "112"."
    `);
  });

  test('yes, no, 20:30 and a date stay what the author typed', () => {
    expect(greet('about: no\nsays: [yes, no, 20:30, 2026-11-22]\nbuilt-in: greet\n')).toMatchInlineSnapshot(`""`);
  });

  test('a key with nothing after it', () => {
    expect(greet('about:\nsays: [hello]\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:1  There is nothing after "about".
            One sentence about what they want: about: They ask how to forgive a partner."
    `);
  });

  test('two documents in one file', () => {
    expect(greet('about: Hello.\nsays: [hello]\n---\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:3  A line "---" divides this file in two; a file holds one thing.
            Remove the line, or put the second part in a file of its own."
    `);
  });

  test('an empty file', () => {
    expect(greet('')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:1  This file is empty.
            Write it, or remove the file."
    `);
  });

  test('a word without a colon', () => {
    expect(greet('about: Hello.\nsays\nbuilt-in: greet\n')).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:2  YAML looks for a key with a colon here and finds none.
            Write "key: text", or indent the line if it belongs to the text above."
    `);
  });
});

describe('files that would stop the bot', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
${'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[index]}`).join(', ')}]`).join('\n')}
`;

  test('an alias bomb is refused before anything is built from it', () => {
    expect(greet(bomb)).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:1  A word that begins with * or & means something of its own in YAML, and that is not used here.
            Put the text in quotes: "*like this*"."
    `);
  });

  test('a file of 50 MB is refused by its size alone', () => {
    expect(withTree({ 'intents/chat/greet.yaml': Buffer.alloc(50 * 1_048_576, 'a') }, (root) => {
      const result = readContent(root);
      return result.kind === 'refused' ? result.problems : [];
    })).toMatchInlineSnapshot(`
      [
        {
          "cure": "Split it, or check whether something else was saved under this name.",
          "file": "intents/chat/greet.yaml",
          "line": 1,
          "message": "This file has 51,200 KB; at most 256 KB are read.",
        },
      ]
    `);
  });

  test('brackets inside brackets without end', () => {
    expect(greet(`about: Hello.\nsays: ${'['.repeat(100_000)}\n`)).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:2  Lists inside lists inside lists: this is nested too deep to be meant.
            Remove the brackets or dashes that do not belong here."
    `);
  });

  test('a file that is not UTF-8', () => {
    expect(said({ 'intents/chat/greet.yaml': new Uint8Array([0x61, 0xff, 0xfe]) })).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:1  This file is not saved as UTF-8, so some letters cannot be read.
            Save it again in your editor with the encoding "UTF-8"."
    `);
  });

  test('a file with the other ending, and one of another kind', () => {
    expect(said({ 'intents/chat/hi.yml': 'about: Hi.\n', 'content/answers/notes.docx': 'x', 'content/answers/faq/x.yaml': 'x' })).toMatchInlineSnapshot(`
      "content/answers/faq/x.yaml
        content/answers/faq/x.yaml:1  Files in this folder end in ".md".
            Rename it, or move it to the folder where it belongs.

      content/answers/notes.docx
        content/answers/notes.docx:1  This kind of file has no meaning here: content is in .yaml and .md files.
            Move it somewhere else or give it the right ending.

      intents/chat/hi.yml
        intents/chat/hi.yml:1  Files here end in ".yaml", this one in ".yml", so it would be overlooked.
            Rename it to hi.yaml."
    `);
  });
});
