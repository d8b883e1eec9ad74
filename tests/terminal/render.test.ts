import { describe, expect, it } from 'vitest';
import { jsonOf, pageOf } from '../../src/adapters/terminal/render.ts';
import { wrap } from '../../src/adapters/terminal/wrap.ts';
import type { Message } from '../../src/conversation/message.ts';

const choices = [{ label: 'Tell me more', press: { kind: 'open', what: 'more', id: 'faq.how-long' } }, { label: 'Menu', press: { kind: 'open', what: 'menu', id: '' } }] as const;
const plainLook = { width: null, colour: false };

describe('a message as a JSON line', () => {
  it.each<[string, Message, unknown]>([
    ['text', { kind: 'text', text: 'Hello', choices }, { text: 'Hello', buttons: ['Tell me more', 'Menu'] }],
    ['text without buttons', { kind: 'text', text: 'Hello' }, { text: 'Hello', buttons: [] }],
    ['a pick', { kind: 'pick', of: 1, text: 'Which?', options: [{ id: 'a', label: 'Sad' }], atMost: 2, choices: choices.slice(1) }, { text: 'Which?', buttons: ['Sad', 'Menu'] }],
    ['a scale', { kind: 'scale', of: 1, text: 'How much?', from: 0, to: 2, low: 'none', high: 'all', choices: choices.slice(1) }, { text: 'How much?\n\n0: none\n2: all', buttons: ['0 of 2', '1 of 2', '2 of 2', 'Menu'] }],
    ['a form', { kind: 'form', of: 1, text: 'Write it here.', title: 'Entry', max: 300 }, { text: 'Write it here.', buttons: [] }],
    ['a file', { kind: 'file', text: 'Your data.', name: 'mend.json', mime: 'application/json', content: '{"a":1}' }, { text: 'Your data.\n\n{"a":1}', buttons: [] }],
  ])('%s', (_, message, line) => {
    expect(JSON.parse(jsonOf(message, null))).toEqual(line);
    expect(jsonOf(message, null).match(/\n/g)).toHaveLength(1);
  });
  it('names the picture of a chart', () => {
    const chart: Message = { kind: 'chart', text: 'Up.', title: 'Trust', labels: ['w'], lines: [], from: 0, to: 10 };
    expect(JSON.parse(jsonOf(chart, '/tmp/chart.png'))).toEqual({ text: 'Up.', buttons: [], image: '/tmp/chart.png' });
  });
});

describe('a message for a person', () => {
  it('numbers its buttons, on from those of the message before', () => {
    expect(pageOf({ kind: 'text', text: 'Hello', choices }, null, 3, plainLook)).toBe('Hello\n   3  Tell me more\n   4  Menu\n\n');
  });
  it('leaves the numbers of a scale to its values', () => {
    expect(pageOf({ kind: 'scale', of: 1, text: 'How much?', from: 0, to: 10, low: 'none', high: 'all', choices: choices.slice(1) }, null, 1, plainLook))
      .toBe('How much?\n\n0: none\n10: all\n  Type a number from 0 to 10.\n  - Menu\n\n');
  });
  it('cannot be made to move the cursor or change colours', () => {
    expect(pageOf({ kind: 'text', text: 'a\u001b[2Jb\u0007\u202ec' }, null, 1, plainLook)).toBe('a[2Jbc\n\n');
  });
  it('is coloured only where colour is wanted', () => {
    expect(pageOf({ kind: 'text', text: 'Hello', choices }, null, 1, { width: 80, colour: true })).toContain('\u001b[36m');
    expect(pageOf({ kind: 'text', text: 'Hello', choices }, null, 1, { width: 80, colour: false })).not.toContain('\u001b');
  });
});

describe('wrapping', () => {
  it('breaks at spaces, keeps line breaks and indents, and leaves a long word whole', () => {
    expect(wrap('one two three four five\n\n  - six seven eight nine ten', 20)).toBe('one two three four\nfive\n\n  - six seven eight\n  nine ten');
    expect(wrap('x'.repeat(30), 20)).toBe('x'.repeat(30));
  });
  it('counts wide characters as two columns', () => {
    expect(wrap('日本語日本語日本 語日本語', 20)).toBe('日本語日本語日本\n語日本語');
  });
});
