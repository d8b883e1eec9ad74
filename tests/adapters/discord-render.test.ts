import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped } from '../../src/adapters/discord/markdown.ts';
import { readFormId } from '../../src/adapters/discord/rows.ts';
import { render, type Component } from '../../src/adapters/discord/render.ts';
import { decodePress } from '../../src/conversation/press.ts';
import type { Message } from '../../src/conversation/message.ts';
import { brokenBy } from '../fakes/discord/rules.ts';
import { wrongIn } from '../fakes/discord/specification/against.ts';
import { choose, hostileText, messagesOf } from './messages.ts';

const body = (...messages: Message[]) => render(messages, new Map()).body;
const labels = (components: readonly Component[]) => components.flatMap((each) => (each.type === 1 ? [each.components.map((button) => ('label' in button ? button.label : button.options.map((option) => option.label).join(', ')))] : []));

describe('the messages of a turn as one body', () => {
  it('texts and their buttons stay together, in order, and nobody is pinged', () => {
    expect(body({ kind: 'text', text: 'First.' }, { kind: 'text', text: 'Ready?', choices: [{ ...choose('y', 'Yes'), style: 'main' }, choose('n', 'No')] })).toEqual({
      components: [
        { type: 10, content: 'First.' },
        { type: 10, content: 'Ready?' },
        { type: 1, components: [{ type: 2, style: 1, label: 'Yes', custom_id: 'c|4|y' }, { type: 2, style: 2, label: 'No', custom_id: 'c|4|n' }] },
      ],
      flags: 1 << 15,
      allowed_mentions: { parse: [] },
      attachments: [],
    });
  });

  it('a 0-10 scale is rows of 4, 4 and 3, with its ends in words', () => {
    const scale = body({ kind: 'scale', of: 4, text: 'How sure?', from: 0, to: 10, low: 'not at all', high: 'completely', choices: [choose('back', 'Back')] });
    expect(scale.components[0]).toEqual({ type: 10, content: 'How sure?\n\n0: not at all\n10: completely' });
    expect(labels(scale.components)).toEqual([['0', '1', '2', '3'], ['4', '5', '6', '7'], ['8', '9', '10'], ['Back']]);
  });

  it('a form is a button that says for itself how long the answer may be', () => {
    const [, row] = body({ kind: 'form', of: 9, text: 'What happened?', title: 'Write about it', max: 300 }).components;
    expect(row).toMatchObject({ components: [{ label: 'Write about it', custom_id: 'f|9~300' }] });
    expect(readFormId('f|9~300')).toEqual({ of: 9, max: 300 });
  });

  it.each(['f|9', 'f|9~0', 'f|9~x', 'f|99999999999~1', 'c|9|f~1', 'f|9~300~1'])('%s does not open a form', (wire) => {
    expect(readFormId(wire)).toBeNull();
  });

  it('a pick of 25 options is a menu whose values are presses', () => {
    const options = Array.from({ length: 25 }, (_, index) => ({ id: `o${index}`, label: `Option ${index}` }));
    const [, menu, done] = body({ kind: 'pick', of: 4, text: 'Which?', options, atMost: 3, choices: [choose('done', 'Done')] }).components;
    expect(menu).toMatchObject({ type: 1, components: [{ type: 3, options: options.map((option) => ({ label: option.label, value: `c|4|${option.id}` })) }] });
    expect(done).toMatchObject({ type: 1, components: [{ type: 2, label: 'Done' }] });
  });

  it('a long list is a menu, and what is marked as more or less important stays a button', () => {
    const exercises = Array.from({ length: 30 }, (_, index) => ({ label: `Exercise ${index}`, press: { kind: 'open', what: 'exercise', id: `exercise.${index}` } }) as const);
    const sent = body({ kind: 'text', text: 'Which?', choices: [...exercises, { ...choose('menu', 'Menu'), style: 'quiet' }] });
    expect(sent.components.flatMap((each) => (each.type === 1 ? [each.components.map((one) => ('options' in one ? one.options.length : one.label))] : []))).toEqual([[25], [5], ['Menu']]);
    expect(brokenBy({ kind: 'message', body: { ...sent }, files: [] })).toEqual([]);
  });

  it('the same press twice in one reply is one button', () => {
    expect(labels(body({ kind: 'text', text: 'a', choices: [choose('y', 'Yes')] }, { kind: 'text', text: 'b', choices: [choose('y', 'Yes again')] }).components)).toEqual([['Yes']]);
  });

  it('a drawn chart has its text as alt text, and as text', () => {
    const { body: drawn, files } = render([{ kind: 'chart', text: 'Week 1: 4', title: 'Trust', labels: ['1'], lines: [], from: 0, to: 10 }], new Map([[0, new Uint8Array([1])]]));
    expect(drawn.components).toEqual([{ type: 10, content: 'Week 1: 4' }, { type: 12, items: [{ media: { url: 'attachment://chart-0.png' }, description: 'Week 1: 4' }] }]);
    expect(files.map((file) => file.name)).toEqual(['chart-0.png']);
  });

  it('two files of one name are both there', () => {
    const file: Message = { kind: 'file', text: 'x', name: '../a b.json', mime: 'application/json', content: '{}' };
    expect(render([file, file], new Map()).files.map((each) => each.name)).toEqual(['__a_b.json', '1-__a_b.json']);
  });

  it('what is too long for one reply is there as a whole in a file, and the buttons stay', () => {
    const long = 'One sentence more. '.repeat(600);
    const { body: sent, files } = render([{ kind: 'text', text: long }, { kind: 'text', text: 'Ready?', choices: [choose('y', 'Yes')] }], new Map());
    expect(files.map((file) => new TextDecoder().decode(file.bytes))).toEqual([`${long.trim()}\n\nReady?`]);
    expect(sent.components.map((each) => each.type)).toEqual([10, 10, 1, 13]);
    expect(brokenBy({ kind: 'message', body: { ...sent }, files: [{ name: 'whole-text.txt', size: 1 }] })).toEqual([]);
  });

  it('every message whatever its words keeps to the documented limits', () => {
    fc.assert(fc.property(messagesOf(hostileText), (messages) => {
      const { body: sent, files } = render(messages, new Map());
      expect(brokenBy({ kind: 'message', body: { ...sent }, files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) })).toEqual([]);
      expect(wrongIn('IncomingWebhookUpdateRequestPartial', sent)).toEqual([]);
    }), { numRuns: 150 });
  });

  it('every button but a form comes back as a press', () => {
    fc.assert(fc.property(messagesOf(fc.constant('x')), (messages) => {
      const wires = render(messages, new Map()).body.components.flatMap((each) => (each.type === 1 ? each.components.map((button) => button.custom_id) : []));
      for (const wire of wires) expect(readFormId(wire) ?? decodePress(wire)).not.toBeNull();
    }), { numRuns: 20 });
  });
});

describe('text as Discord shows it', () => {
  it.each([
    ['*bold* _it_ ~gone~ `code` ||spoiler||', String.raw`\*bold\* \_it\_ \~gone\~ ${'\\`code\\`'} \|\|spoiler\|\|`],
    ['# no heading\n> no quote\n- no list', '\\# no heading\n\\> no quote\n\\- no list'],
    ['[click](https://evil.example)', String.raw`\[click\](https://evil.example)`],
    ['<@1> <@&2> <#3> <:x:4>', String.raw`\<@1> \<@&2> \<#3> \<:x:4>`],
    ['See https://findahelpline.com/a_b_c today', 'See https://findahelpline.com/a_b_c today'],
    ['Next: <t:1700000000:F>', 'Next: <t:1700000000:F>'],
    ['back\\slash', 'back\\\\slash'],
    ['a - b > c # d', 'a - b > c # d'],
  ])('%s', (plain, shown) => {
    expect(escaped(plain)).toBe(shown);
  });
});
