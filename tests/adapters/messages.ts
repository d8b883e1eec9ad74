/** Messages for the rendering tests: of every kind, with words that somebody might try. */
import fc from 'fast-check';
import type { Message } from '../../src/conversation/message.ts';
import type { Choice } from '../../src/conversation/press.ts';

export const choose = (choice: string, label: string): Choice => ({ label, press: { kind: 'choose', of: 4, choice } });

export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '<b>x</b>&lt;', '@everyone <@1> @channel', '[x](https://evil.example)', '\u202Eevil\u2066', '\uD800', 'a\uDC00b', '\0\0', `z${'\u0301'.repeat(5000)}`, '', ' \n ',
    'a'.repeat(10_000), '\u{1F600}'.repeat(5_000), '*'.repeat(9_999), '\\'.repeat(9_999), '\u200B', '\u3164', '\u2028',
  ),
  fc.array(fc.string(), { maxLength: 3000 }).map((words) => words.join(' ')),
);

/** One message of every kind. */
export function messagesOf(words: fc.Arbitrary<string>): fc.Arbitrary<Message[]> {
  return fc.record({ text: words, label: words, low: words }).map(({ text, label, low }) => [
    { kind: 'text', text, choices: [choose('y', label)] },
    { kind: 'scale', text, of: 5, from: 0, to: 10, low, high: low },
    { kind: 'pick', text, of: 6, options: [{ id: 'a', label }, { id: 'b', label }], atMost: 1 },
    { kind: 'form', text, of: 7, title: label, max: 10 },
    { kind: 'chart', text, title: label, labels: [label], lines: [], from: 0, to: 10 },
    { kind: 'file', text, name: label, mime: 'text/plain', content: low },
  ]);
}
