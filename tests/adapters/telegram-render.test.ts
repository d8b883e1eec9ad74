import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/conversation/message.ts';
import { decodePress, encodePress, type Press } from '../../src/conversation/press.ts';
import { render } from '../../src/adapters/telegram/render.ts';
import { violations } from '../fakes/telegram/rules.ts';
import { choose, hostileText, messagesOf } from './messages.ts';


describe('a message as Bot API calls', () => {
  it('a text with choices has one button a row, and short ones in pairs', () => {
    expect(render({ kind: 'text', text: 'Ready?', choices: [choose('y', 'Yes'), choose('n', 'No'), choose('m', 'Tell me more about this')] }, null)).toEqual([{
      method: 'sendMessage',
      text: 'Ready?',
      keyboard: { inline_keyboard: [
        [{ text: 'Yes', callback_data: 'c|4|y' }, { text: 'No', callback_data: 'c|4|n' }],
        [{ text: 'Tell me more about this', callback_data: 'c|4|m' }],
      ] },
    }]);
  });

  it('short buttons stand beside each other as far as they fit, answers apart from what steers', () => {
    const steer = (label: string): ReturnType<typeof choose> => ({ ...choose(label.toLowerCase(), label), style: 'quiet' });
    const rowsOf = (choices: readonly ReturnType<typeof choose>[]): unknown => render({ kind: 'text', text: 'x', choices }, null)[0]?.keyboard?.inline_keyboard.map((row) => row.map((button) => button.text));
    expect(rowsOf([choose('y', 'Yes'), choose('n', 'No'), ...['Back', 'Skip', 'Pause', 'Stop'].map(steer)])).toEqual([['Yes', 'No'], ['Back', 'Skip', 'Pause', 'Stop']]);
    expect(rowsOf(['United States', 'United Kingdom', 'Canada', 'Australia', 'Ireland', 'Another country'].map((label, index) => choose(String(index), label)))).toEqual([['United States', 'United Kingdom'], ['Canada', 'Australia', 'Ireland'], ['Another country']]);
  });

  it('a 0-10 scale is two rows of digits, its ends in words, its choices below', () => {
    const [call] = render({ kind: 'scale', of: 4, text: 'How sure?', from: 0, to: 10, low: 'not at all', high: 'completely', choices: [choose('back', 'Back')] }, null);
    expect(call).toMatchObject({ text: 'How sure?\n\n0: not at all\n10: completely' });
    expect(call?.keyboard?.inline_keyboard.map((row) => row.map((button) => button.text))).toEqual([['0', '1', '2', '3', '4', '5'], ['6', '7', '8', '9', '10'], ['Back']]);
    expect(call?.keyboard?.inline_keyboard[0]?.[3]?.callback_data).toBe('c|4|3');
  });

  it('a form is a question whose answer is typed', () => {
    expect(render({ kind: 'form', of: 4, text: 'What happened?', title: 'Your words', max: 300 }, null)).toEqual([{ method: 'sendMessage', text: 'What happened?', keyboard: null }]);
  });

  it('a pick has a button for every option', () => {
    const [call] = render({ kind: 'pick', of: 4, text: 'Which?', options: [{ id: 'a', label: 'Anger' }, { id: 'b', label: 'Sadness that stays' }], atMost: 2 }, null);
    expect(call?.keyboard?.inline_keyboard.flat().map((button) => button.callback_data)).toEqual(['c|4|a', 'c|4|b']);
  });

  it('a chart is its text where nothing draws, and a photo with the text as caption where something does', () => {
    const chart: Message = { kind: 'chart', text: 'Week 1: 4', title: 'Trust', labels: ['1'], lines: [], from: 0, to: 10 };
    expect(render(chart, null)).toEqual([{ method: 'sendMessage', text: 'Week 1: 4', keyboard: null }]);
    expect(render(chart, new Uint8Array([1]))).toMatchObject([{ method: 'sendPhoto', caption: 'Week 1: 4', file: { name: 'chart.png' } }]);
    expect(render({ ...chart, text: 'x'.repeat(1500) }, new Uint8Array([1]))).toMatchObject([{ method: 'sendPhoto', caption: null }, { method: 'sendMessage' }]);
  });

  it('a file is a document', () => {
    const [call] = render({ kind: 'file', text: 'Your data', name: 'mend/export.json', mime: 'application/json', content: '{"a":"\u00e9"}' }, null);
    expect(call).toMatchObject({ method: 'sendDocument', caption: 'Your data', file: { name: 'mend_export.json' } });
    expect(call?.method === 'sendDocument' && new TextDecoder().decode(call.file.bytes)).toBe('{"a":"\u00e9"}');
  });

  it('a long text is cut after sentences, loses nothing, and its buttons come last', () => {
    const sentences = Array.from({ length: 300 }, (_, index) => `This is sentence number ${index}.`);
    const calls = render({ kind: 'text', text: sentences.join(' '), choices: [choose('y', 'Yes')] }, null);
    expect(calls.length).toBe(3);
    const texts = calls.map((call) => (call.method === 'sendMessage' ? call.text : ''));
    for (const text of texts) expect(text.length <= 4096 && text.endsWith('.')).toBe(true);
    expect(texts.join(' ')).toBe(sentences.join(' '));
    expect(calls.map((call) => call.keyboard !== null)).toEqual([false, false, true]);
  });

  it('a press that does not fit on the wire is left out, the text is not', () => {
    const calls = render({ kind: 'text', text: 'Hello', choices: [{ label: 'Long', press: { kind: 'open', what: 'answer', id: 'x'.repeat(70) } }] }, null);
    expect(calls).toEqual([{ method: 'sendMessage', text: 'Hello', keyboard: null }]);
  });
});

describe('hostile text', () => {
  it('every message whatever its words keeps to the documented limits', () => {
    fc.assert(fc.property(messagesOf(hostileText), (messages) => {
      for (const call of messages.flatMap((each) => render(each, null))) {
        const words = call.method === 'sendMessage' ? { text: call.text } : { document: call.file, ...(call.caption === null ? {} : { caption: call.caption }) };
        expect(violations(call.method, { chat_id: '7', ...words, ...(call.keyboard ? { reply_markup: call.keyboard } : {}) })).toEqual([]);
      }
    }), { numRuns: 150 });
  });

  it('markup is shown as it was written', () => {
    expect(render({ kind: 'text', text: '<b>@everyone & *you*</b>' }, null)).toMatchObject([{ text: '<b>@everyone & *you*</b>' }]);
  });
});

describe('presses', () => {
  it.each<Press>([{ kind: 'choose', of: 3, choice: 'later' }, { kind: 'open', what: 'more', id: 'faq.how-long' }, { kind: 'join', slot: '2026-11-22' }, { kind: 'moderate', by: 'telegram:7', of: 2, choice: 'yes' }])('%j comes back as it went out', (press) => {
    const [call] = render({ kind: 'text', text: 'x', choices: [{ label: 'L', press }] }, null);
    const wire = call?.keyboard?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    expect(wire).toBe(encodePress(press));
    expect(decodePress(wire)).toEqual(press);
  });
});
