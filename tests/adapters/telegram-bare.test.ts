/** The adapter against a server that does only what it must, and against what it must never be thrown off by. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { telegram, type TelegramOptions } from '../../src/adapters/telegram/adapter.ts';
import { wordsFrom } from '../../src/adapters/telegram/words.ts';
import { bareTelegram, type BareTelegram } from '../fakes/telegram/bare.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { parcel, scriptedInbox } from './inbox.ts';

let bare: BareTelegram;
let notices: string[];
const started: Adapter[] = [];
const far = 2 ** 52 - 7;
const route = { kind: 'telegram', id: String(far) } as const;
let updateId = 2 ** 40;

beforeEach(async () => {
  bare = await bareTelegram();
  notices = [];
});
afterEach(async () => {
  for (const adapter of started.splice(0)) await adapter.stop();
  await bare.close();
});

function adapterFor(more: Partial<TelegramOptions> = {}): Adapter {
  const adapter = telegram({ token: bare.token, apiRoot: bare.root, now: () => 1_000_000, notice: ({ code }) => notices.push(code), ...more });
  started.push(adapter);
  return adapter;
}

const update = (content: object): object => ({ update_id: updateId += 1, ...content });
const said = (text: unknown, id = far): object => update({ message: { message_id: 1, date: 1, text, chat: { id, type: 'private' }, from: { id, is_bot: false, first_name: 'x' } } });
const pressed = (content: object): object => update({ callback_query: { id: '1', chat_instance: '1', from: { id: 9, is_bot: false, first_name: 'x' }, ...content } });
const polls = (): number => bare.calls.filter(({ method }) => method === 'getUpdates').length;
const methods = (): readonly string[] => bare.calls.map(({ method }) => method);

describe('a server that does only what it must', () => {
  it('is served, with ids of any size', async () => {
    const bot = scriptedInbox();
    await adapterFor({ words: wordsFrom(projectLibrary()) }).start(bot.inbox);
    bare.updates = [said('hello')];
    await bot.until(1);
    expect(bot.events[0]).toMatchObject({ person: `telegram:${far}`, text: 'hello', locale: 'en' });
  });

  it('is not asked without end when it does not wait, nor when it says the same again and again', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    await pause(600);
    expect(polls()).toBeLessThanOrEqual(4);
    bare.updates = [said('hello')];
    await bot.until(1);
    const before = polls();
    await pause(600);
    expect(polls() - before).toBeLessThanOrEqual(4);
    expect(new Set(bot.events.map(({ id }) => id)).size).toBe(1);
  });

  it('is waited for while it is out of order, also at the start', async () => {
    const troubles = ['page', 'cut', { error_code: 502 }, { error_code: 429, parameters: { retry_after: 0.01 } }] as const;
    let next = 0;
    bare.spoil = (method) => (method === 'getMe' ? (troubles[next++] ?? null) : null);
    const bot = scriptedInbox();
    bare.updates = [said('hello')];
    await adapterFor().start(bot.inbox);
    await bot.until(1);
    expect(notices).toEqual(['telegram-start']);
  });

  it.each([
    ['an error page was no answer of Telegram: it is tried again', [502, '<html>Bad Gateway</html>'], { kind: 'retry' }],
    ['a wrong token is the operator\'s to mend: it is tried again', [401, '{"ok":false,"error_code":401,"description":"Unauthorized"}'], { kind: 'retry' }],
    ['an empty answer may follow a message that was sent', [200, ''], { kind: 'unknown' }],
    ['an answer that was cut off, too', [200, '{"ok":true,"resu'], { kind: 'unknown' }],
    ['JSON that is no answer, too', [200, '{}'], { kind: 'unknown' }],
    ['a message that was sent without a word about it was sent', [200, '{"ok":true}'], { kind: 'sent', refs: [] }],
    ['a wait that is only said in words is kept', [429, '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 9"}'], { kind: 'retry', at: 1_009_000 }],
  ] as const)('%s', async (_, answer, settled) => {
    bare.spoil = () => answer;
    expect((await adapterFor().deliver(parcel(route, [{ kind: 'text', text: 'one' }]))).settled).toMatchObject(settled);
  });

  it('need not say which message it made, and need not know every method', async () => {
    const adapter = adapterFor();
    expect(await adapter.deliver(parcel(route, [{ kind: 'text', text: 'one' }]))).toEqual({ settled: { kind: 'sent', refs: [] } });
    expect(await adapter.deliver({ ...parcel(route, []), work: [{ kind: 'mark', ref: '5', chosen: 'Yes' }, { kind: 'send', messages: [{ kind: 'text', text: 'two' }] }] })).toMatchObject({ settled: { kind: 'sent' } });
    expect(methods()).toEqual(['sendMessage', 'editMessageReplyMarkup', 'sendMessage']);
  });

  it('that deletes nothing together is asked to delete one by one: who hides is not left with a page of messages', async () => {
    await adapterFor().deliver({ ...parcel(route, []), work: [{ kind: 'delete', refs: ['5', '6'] }] });
    expect(methods()).toEqual(['deleteMessages', 'deleteMessage', 'deleteMessage']);
  });

  it('that takes no pictures gets the words of a chart', async () => {
    const chart = { kind: 'chart', text: 'Safe: 3, 4.', title: 'Weeks', labels: ['a'], lines: [{ name: 'Safe', points: [3] }], from: 0, to: 10 } as const;
    await adapterFor({ drawChart: () => Promise.resolve(new Uint8Array([1])) }).deliver(parcel(route, [chart]));
    expect(bare.calls.at(-1)).toMatchObject({ method: 'sendMessage', payload: { text: 'Safe: 3, 4.' } });
  });
});

describe('updates of shapes that nobody foresaw', () => {
  const chat = { id: 9, type: 'private' };
  const strange: readonly unknown[] = [
    null, 5, 'x', {}, { update_id: 'a' }, update({}), update({ message: null }), update({ message: 5 }), update({ message: { message_id: 1 } }), said(5),
    update({ message: { message_id: 1, date: 1, chat: { id: -9, type: 'group' }, text: 'nobody wrote this' } }),
    update({ channel_post: { message_id: 1, date: 1, chat: { id: -100, type: 'channel' }, text: 'i want to die' } }),
    update({ message_reaction: { chat } }), update({ poll: {} }), update({ chat_boost: {} }),
    update({ my_chat_member: { chat, date: 1 } }), pressed({ data: 'x', inline_message_id: 'a' }), pressed({ data: 5, message: { message_id: 1, date: 0, chat } }), pressed({ inline_message_id: 'a', game_short_name: 'g' }),
  ];

  it('are left out, and hold up nobody', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    bare.updates = [...strange, said('i want to die')];
    await bot.until(1);
    bare.updates = [];
    expect(new Set(bot.events.map((event) => ('text' in event ? event.text : event.kind)))).toEqual(new Set(['i want to die']));
  });
});
