import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Notice } from '../../src/adapters/cannot-start.ts';
import { telegram, type TelegramOptions } from '../../src/adapters/telegram/adapter.ts';
import type { Message } from '../../src/conversation/message.ts';
import { fakeTelegram, type FakeTelegram } from '../fakes/telegram/server.ts';
import { deferred, nothingWrong, parcel, scriptedInbox } from './inbox.ts';

let fake: FakeTelegram;
let notices: Notice[];
const started: Adapter[] = [];
const route = { kind: 'telegram', id: '7' } as const;
const now = 1_000_000;

beforeEach(async () => {
  fake = await fakeTelegram();
  notices = [];
});
afterEach(async () => {
  for (const adapter of started.splice(0)) await adapter.stop();
  await fake.close();
  nothingWrong(fake, notices);
});

function adapterFor(more: Partial<TelegramOptions> = {}): Adapter {
  const adapter = telegram({ token: fake.token, apiRoot: fake.root, now: () => now, notice: (notice) => notices.push(notice), pollSeconds: 5, ...more });
  started.push(adapter);
  return adapter;
}

const text = (said: string, chat = 7): object => ({ message: { message_id: 1, date: 1, text: said, from: { id: chat, is_bot: false, first_name: 'A' }, chat: { id: chat, type: 'private', first_name: 'A' } } });
const press = (data: string): object => ({ callback_query: { id: 'q1', chat_instance: '1', data, from: { id: 7, is_bot: false, first_name: 'A' }, message: { message_id: 8, date: 1, chat: { id: 7, type: 'private', first_name: 'A' } } } });
const words = (content: string): Message => ({ kind: 'text', text: content });

describe('taking messages from Telegram', () => {
  it('confirms nothing before every event of the batch is durable', async () => {
    const commit = deferred();
    fake.add(text('one', 7));
    fake.add(text('two', 8));
    const bot = scriptedInbox((event) => (event.kind === 'text' && event.text === 'two' ? commit.promise : Promise.resolve()));
    await adapterFor().start(bot.inbox);
    await bot.until(2);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect([fake.waiting(), fake.of('getUpdates').length]).toEqual([2, 1]);
    commit.resolve();
    await fake.until(() => fake.waiting() === 0);
    expect(fake.of('getUpdates').at(-1)).toMatchObject({ offset: 1003 });
  });

  it('a killed process gets the same update again, with the same event id', async () => {
    fake.add(text('one'));
    const first = scriptedInbox(() => new Promise(() => {}));
    // Never stopped: as if killed before the commit.
    await telegram({ token: fake.token, apiRoot: fake.root, now: () => now, notice: () => {}, pollSeconds: 5 }).start(first.inbox);
    await first.until(1);
    const second = scriptedInbox();
    await adapterFor().start(second.inbox);
    await second.until(1);
    expect(second.events[0]?.id).toBe(first.events[0]?.id);
    expect(first.events[0]?.id).toBe('telegram:4242:1001');
  });

  it('hears what is numbered anew after a quiet week, also where the machine slept through it', async () => {
    let at = now;
    const bot = scriptedInbox();
    await adapterFor({ now: () => at, pollSeconds: 0 }).start(bot.inbox);
    fake.add(text('one'));
    await bot.until(1);
    await fake.until(() => fake.waiting() === 0);
    at += 7 * 86_400_000;
    const asked = fake.of('getUpdates').length;
    await fake.until(() => fake.of('getUpdates').length >= asked + 2);
    fake.add({ ...text('two'), update_id: 5 });
    await fake.until(() => fake.waiting() === 0);
    expect(bot.events.map((event) => event.kind === 'text' && event.text)).toEqual(['one', 'two']);
  });

  it('keeps the order within a chat while another chat goes on', async () => {
    const slow = deferred();
    const log: string[] = [];
    for (const [said, chat] of [['a1', 7], ['a2', 7], ['b1', 8]] as const) fake.add(text(said, chat));
    const bot = scriptedInbox(async (event) => {
      const said = event.kind === 'text' ? event.text : '';
      if (said === 'a1') await slow.promise;
      log.push(said);
    });
    await adapterFor().start(bot.inbox);
    await bot.until(2);
    expect(log).toEqual(['b1']);
    slow.resolve();
    await bot.until(3);
    await fake.until(() => fake.waiting() === 0);
    expect(log).toEqual(['b1', 'a1', 'a2']);
  });

  it('stops only when nothing is in hand, and confirms what was handled', async () => {
    const commit = deferred();
    fake.add(text('one'));
    const bot = scriptedInbox(() => commit.promise);
    const adapter = adapterFor();
    await adapter.start(bot.inbox);
    await bot.until(1);
    let stopped = false;
    const stopping = adapter.stop().then(() => { stopped = true; });
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(stopped).toBe(false);
    commit.resolve();
    await stopping;
    expect(fake.waiting()).toBe(0);
  });

  it('what arrives while stopping is not lost', async () => {
    const adapter = adapterFor();
    const bot = scriptedInbox();
    await adapter.start(bot.inbox);
    await fake.until(() => fake.of('getUpdates').length === 1);
    await adapter.stop();
    fake.add(text('late'));
    const next = scriptedInbox();
    await adapterFor().start(next.inbox);
    await next.until(1);
    expect([bot.events.length, next.events.length]).toEqual([0, 1]);
  });

  it('a button that was sent comes back as the press it stands for, and its waiting sign is taken away', async () => {
    const bot = scriptedInbox();
    const adapter = adapterFor();
    await adapter.start(bot.inbox);
    await adapter.deliver(parcel(route, [{ kind: 'text', text: 'Go on?', choices: [{ label: 'Yes', press: { kind: 'choose', of: 3, choice: 'yes' } }] }]));
    const sent = fake.of('sendMessage')[0] as { reply_markup: { inline_keyboard: { callback_data: string }[][] } };
    fake.add(press(sent.reply_markup.inline_keyboard[0]?.[0]?.callback_data ?? ''));
    await bot.until(1);
    expect(bot.events[0]).toMatchObject({ kind: 'press', press: { kind: 'choose', of: 3, choice: 'yes' }, ref: '8' });
    await fake.until(() => fake.of('answerCallbackQuery').length === 1);
  });

  it('asks who moderates a group at every command there', async () => {
    fake.administrators.add(7);
    const command = { message: { message_id: 1, date: 1, text: '/weekly status', from: { id: 7, is_bot: false, first_name: 'A' }, chat: { id: -100, type: 'supergroup', title: 'G' } } };
    fake.add(command);
    const bot = scriptedInbox(() => { fake.administrators.clear(); return Promise.resolve(); });
    await adapterFor().start(bot.inbox);
    await bot.until(1);
    fake.add(command);
    await bot.until(2);
    expect(bot.events.map((event) => 'moderator' in event && event.moderator)).toEqual([true, false]);
  });

  it('an administrator who stays anonymous runs the group too', async () => {
    const chat = { id: -100, type: 'supergroup', title: 'G' };
    fake.add({ message: { message_id: 1, date: 1, text: '/weekly status', from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }, sender_chat: chat, chat } });
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    await bot.until(1);
    expect(bot.events[0]).toMatchObject({ kind: 'command', name: 'weekly', moderator: true });
  });

  it('an update of a shape that nobody foresaw does not hold up the ones behind it', async () => {
    fake.add({ message: { text: 'x', from: { id: 7 } } });
    fake.add(text('fine'));
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    await bot.until(1);
    await fake.until(() => fake.waiting() === 0);
    expect(bot.events).toMatchObject([{ text: 'fine' }]);
    expect(notices.map((notice) => notice.code)).toEqual(['telegram-update']);
  });

  it('goes on by itself after Telegram failed', async () => {
    let failures = 1;
    fake.fault = (method) => (method === 'getUpdates' && failures-- > 0 ? { status: 502, description: 'Bad Gateway' } : null);
    fake.add(text('one'));
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    await bot.until(1);
    expect(notices.map((notice) => notice.code)).toEqual(['telegram-502']);
  });
});

describe('updates by webhook', () => {
  const webhook = { url: 'https://bot.example.org/hook', secret: 'a-secret', port: 0 };

  /** Starts on a free port and posts as Telegram would. */
  async function webhooked(turn: () => Promise<void>): Promise<{ bot: ReturnType<typeof scriptedInbox>; post: (body: string, headers?: Record<string, string>) => Promise<number>; adapter: Adapter }> {
    const port = Number(new URL(await deadAddress()).port);
    const bot = scriptedInbox(turn);
    const adapter = adapterFor({ webhook: { ...webhook, port } });
    await adapter.start(bot.inbox);
    const post = async (body: string, headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': webhook.secret }): Promise<number> =>
      (await fetch(`http://127.0.0.1:${port}/hook`, { method: 'POST', body, headers })).status;
    return { bot, post, adapter };
  }
  const update = (id: number, said: string): string => JSON.stringify({ update_id: id, ...text(said) });

  it('Telegram hears that an update arrived only when it is durable, and an update sent again is the same event', async () => {
    const commit = deferred();
    const { bot, post } = await webhooked(() => commit.promise);
    let answered = false;
    const first = post(update(5, 'one')).then((status) => { answered = true; return status; });
    await bot.until(1);
    expect(answered).toBe(false);
    commit.resolve();
    expect(await first).toBe(200);
    expect(await post(update(5, 'one'))).toBe(200);
    expect(bot.events.map((event) => event.id)).toEqual(['telegram:4242:5', 'telegram:4242:5']);
    expect(fake.of('setWebhook')).toMatchObject([{ url: webhook.url, secret_token: webhook.secret }]);
    expect(fake.of('getUpdates')).toEqual([]);
  });

  it('who does not know the secret is not heard', async () => {
    const { bot, post } = await webhooked(() => Promise.resolve());
    expect([await post(update(5, 'x'), {}), await post(update(5, 'x'), { 'x-telegram-bot-api-secret-token': 'a-secreT' })]).toEqual([401, 401]);
    expect(bot.events).toEqual([]);
  });

  it.each(['', 'not json', '[]', '{"update_id":"x"}', `{"update_id":1,"x":"${'x'.repeat(1_100_000)}"}`])('%.20j is no update, and is not asked for again', async (body) => {
    const { bot, post } = await webhooked(() => Promise.resolve());
    expect(await post(body).catch(() => 200)).toBe(200);
    expect(bot.events).toEqual([]);
  });

  it('a port in use is refused with the setting that cures it', async () => {
    const { adapter } = await webhooked(() => Promise.resolve());
    const port = Number(new URL(fake.root).port);
    await expect(adapterFor({ webhook: { ...webhook, port } }).start(scriptedInbox().inbox)).rejects.toThrow('TELEGRAM_WEBHOOK_PORT');
    await adapter.stop();
  });
});

describe('starting', () => {
  it('a wrong token is refused with one sentence that does not hold it', async () => {
    const adapter = adapterFor({ token: '4242:AAwrong_token' });
    await expect(adapter.start(scriptedInbox().inbox)).rejects.toMatchInlineSnapshot(`[CannotStart: Telegram does not accept TELEGRAM_BOT_TOKEN. Ask @BotFather for the current token; it looks like 123456:ABC-DEF.]`);
  });

  it('a second program with the same token is reported in plain words', async () => {
    const bot = scriptedInbox();
    await adapterFor().start(bot.inbox);
    await fake.until(() => fake.of('getUpdates').length === 1);
    await adapterFor().start(scriptedInbox().inbox);
    await fake.until(() => notices.length > 0 || fake.of('getUpdates').length > 2);
    expect(notices[0]).toMatchObject({ code: 'telegram-409', sentence: expect.stringContaining('another program polls with this bot token') });
  });

  it('an address that nobody answers is refused without the token anywhere in the error', async () => {
    const error: unknown = await adapterFor({ apiRoot: await deadAddress(), startPatience: 0 }).start(scriptedInbox().inbox).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(everythingIn(error)).not.toContain(fake.token);
  });
});

describe('delivering to Telegram', () => {
  it('sends the messages of a parcel in order and gives back their refs', async () => {
    const delivery = await adapterFor().deliver(parcel(route, [words('one'), words('two')]));
    expect(delivery).toEqual({ settled: { kind: 'sent', refs: ['501', '502'] } });
    expect(fake.of('sendMessage').map((call) => call['text'])).toEqual(['one', 'two']);
  });

  it('a file and a chart go up as they are', async () => {
    const adapter = adapterFor({ drawChart: () => Promise.resolve(new Uint8Array([137, 80])) });
    const chart: Message = { kind: 'chart', text: 'Week 1: 4', title: 'Trust', labels: ['1'], lines: [], from: 0, to: 10 };
    await adapter.deliver(parcel(route, [chart, { kind: 'file', text: 'Your data', name: 'export.json', mime: 'application/json', content: '{"a":1}' }]));
    expect(fake.of('sendPhoto')[0]).toMatchObject({ photo: { name: 'chart.png', size: 2 }, caption: 'Week 1: 4' });
    expect(fake.of('sendDocument')[0]).toMatchObject({ document: { name: 'export.json', text: '{"a":1}' }, caption: 'Your data' });
  });

  it('a chart that cannot be drawn is its text', async () => {
    const chart: Message = { kind: 'chart', text: 'Week 1: 4', title: 'Trust', labels: ['1'], lines: [], from: 0, to: 10 };
    await adapterFor({ drawChart: () => Promise.reject(new Error('no font')) }).deliver(parcel(route, [chart]));
    expect(fake.of('sendMessage')[0]).toMatchObject({ text: 'Week 1: 4' });
  });

  it('what was chosen takes the place of the buttons; a secret press leaves nothing', async () => {
    const adapter = adapterFor();
    await adapter.deliver(parcel(route, { kind: 'mark', ref: '8', chosen: 'Yes' }));
    await adapter.deliver(parcel(route, { kind: 'mark', ref: '9', chosen: null }));
    expect(fake.of('editMessageReplyMarkup')).toEqual([{ chat_id: '7', message_id: 8, reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: '-' }]] } }]);
    expect(fake.of('deleteMessage')).toEqual([{ chat_id: '7', message_id: 9 }]);
  });

  it('a secret press on a message that is too old to be deleted takes its buttons away', async () => {
    fake.fault = (method) => (method === 'deleteMessage' ? { status: 400, description: "Bad Request: message can't be deleted" } : null);
    expect((await adapterFor().deliver(parcel(route, { kind: 'mark', ref: '9', chosen: null }))).settled.kind).toBe('sent');
    expect(fake.of('editMessageReplyMarkup')).toEqual([{ chat_id: '7', message_id: 9 }]);
  });

  it('the list of commands is covered and uncovered in one chat only, and a refusal there holds up nothing', async () => {
    const around = [{ language: '', personal: [], group: [], cover: [{ command: 'tips', description: 'A short tip' }], about: '', short: '', inPrivate: '', openPrivate: '' }];
    const adapter = adapterFor({ words: around });
    expect((await adapter.deliver(parcel(route, { kind: 'cover', on: true }))).settled.kind).toBe('sent');
    expect((await adapter.deliver(parcel(route, { kind: 'cover', on: false }))).settled.kind).toBe('sent');
    expect(fake.of('setMyCommands')).toEqual([{ commands: around[0]?.cover, scope: { type: 'chat', chat_id: 7 } }]);
    expect(fake.of('deleteMyCommands')).toEqual([{ scope: { type: 'chat', chat_id: 7 } }]);
    fake.fault = () => ({ status: 400, description: 'Bad Request: something' });
    expect((await adapter.deliver(parcel(route, { kind: 'cover', on: true }))).settled.kind).toBe('sent');
  });

  it('the buttons of a message in a group stay: they are for everybody', async () => {
    await adapterFor().deliver(parcel({ kind: 'telegram', id: '-100' }, { kind: 'mark', ref: '8', chosen: 'Yes' }));
    expect(fake.calls).toEqual([]);
  });

  it('deletes in hundreds, and a message that cannot be deleted does not stop the rest', async () => {
    fake.fault = (method) => (method === 'deleteMessages' && fake.of('deleteMessages').length === 0 ? { status: 400, description: "Bad Request: message can't be deleted" } : null);
    const delivery = await adapterFor().deliver(parcel(route, { kind: 'delete', refs: Array.from({ length: 150 }, (_, index) => String(index + 1)) }));
    expect(delivery.settled.kind).toBe('sent');
    expect(fake.of('deleteMessages').map((call) => (call['message_ids'] as number[]).length)).toEqual([100, 50]);
  });

  it('after 429 it waits exactly as long as asked, once, and does not repeat what was sent', async () => {
    fake.fault = (method, payload) => (method === 'sendMessage' && payload['text'] === 'two' && fake.of('sendMessage').length < 2 ? { status: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } } : null);
    const adapter = adapterFor();
    const put = parcel(route, [words('one'), words('two')]);
    const first = await adapter.deliver(put);
    expect(first.settled).toEqual({ kind: 'retry', at: now + 7000, progress: { calls: 1, refs: ['501'] } });
    expect(fake.of('sendMessage').length).toBe(2);
    if (first.settled.kind !== 'retry' || !first.settled.progress) throw new Error('no progress');
    const second = await adapter.deliver({ ...put, attempt: 2, progress: first.settled.progress });
    expect(second.settled).toEqual({ kind: 'sent', refs: ['501', '502'] });
    expect(fake.of('sendMessage').map((call) => call['text'])).toEqual(['one', 'two', 'two']);
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user', {}, { what: 'blocked' }],
    [403, 'Forbidden: user is deactivated', {}, { what: 'gone' }],
    [403, 'Forbidden: bot was kicked from the supergroup chat', {}, { what: 'gone' }],
    [400, 'Bad Request: chat not found', {}, { what: 'gone' }],
    [400, 'Bad Request: not enough rights to send text messages to the chat', {}, { what: 'no-permission' }],
  ])('%i "%s" closes the route and is reported', async (status, description, parameters, trouble) => {
    fake.fault = () => ({ status, description, parameters });
    expect(await adapterFor().deliver(parcel(route, [words('x')]))).toEqual({ settled: { kind: 'closed' }, trouble });
    expect(fake.of('sendMessage').length).toBe(1);
  });

  it('follows a group to its new id, and reports that it moved', async () => {
    fake.fault = (method, payload) => (payload['chat_id'] === '-5' && payload['text'] === 'two' ? { status: 400, description: 'Bad Request: group chat was upgraded to a supergroup chat', parameters: { migrate_to_chat_id: -1009 } } : null);
    const delivery = await adapterFor().deliver(parcel({ kind: 'telegram', id: '-5' }, [words('one'), words('two')]));
    expect(delivery).toEqual({ settled: { kind: 'sent', refs: ['501', '502'] }, trouble: { what: 'moved', to: '-1009' } });
    expect(fake.of('sendMessage').map((call) => [call['chat_id'], call['text']])).toEqual([['-5', 'one'], ['-5', 'two'], ['-1009', 'two']]);
  });

  it('a fault of Telegram is tried again later, later each time, and not by everybody at the same moment', async () => {
    fake.fault = () => ({ status: 500, description: 'Internal Server Error' });
    const wait = async (attempt: number, nonce: string): Promise<number> => {
      const { settled } = await adapterFor().deliver(parcel(route, [words('x')], { attempt, nonce }));
      return settled.kind === 'retry' ? settled.at - now : 0;
    };
    for (const [attempt, pause] of [[1, 2000], [3, 8000], [60, 30_000]] as const) {
      const waits = await Promise.all(Array.from({ length: 12 }, (_, index) => wait(attempt, `nonce-${index}`)));
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(pause * 0.75);
      expect(Math.max(...waits)).toBeLessThanOrEqual(pause * 1.25);
      expect(new Set(waits).size).toBeGreaterThan(6);
    }
  });

  it('without a connection nothing was sent: it is tried again', async () => {
    const delivery = await adapterFor({ apiRoot: await deadAddress() }).deliver(parcel(route, [words('x')]));
    expect(delivery.settled).toMatchObject({ kind: 'retry' });
  });

  it.each(['reset', 'hang'] as const)('after a %s nobody knows: only safety is sent again', async (fault) => {
    fake.fault = (method) => (method === 'sendMessage' ? fault : null);
    const adapter = adapterFor({ sendSeconds: 0.2 });
    expect((await adapter.deliver(parcel(route, [words('x')]))).settled).toMatchObject({ kind: 'unknown', again: false });
    expect((await adapter.deliver(parcel(route, [words('x')], { cls: 'safety' }))).settled).toMatchObject({ kind: 'unknown', again: true });
    expect(fake.of('sendMessage').length).toBe(2);
  });

  it('a connection cut before the body was read is unknown too: from here it looks the same', async () => {
    fake.cut = (method) => method === 'sendMessage';
    expect((await adapterFor().deliver(parcel(route, [words('x')]))).settled).toMatchObject({ kind: 'unknown' });
  });

  it('a connection is kept for the next call, and closed by the bot before a server would: a message that sets out on one that is just being closed is lost', async () => {
    const server = createHttpServer((request, response) => void request.resume().on('end', () => response.end('{"ok":true,"result":{"message_id":1}}')));
    // This one never closes what is idle.
    server.keepAliveTimeout = 0;
    const closed: Promise<unknown>[] = [];
    server.on('connection', (socket) => closed.push(once(socket, 'close')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const adapter = adapterFor({ apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    for (const said of ['one', 'two']) expect((await adapter.deliver(parcel(route, [words(said)]))).settled).toMatchObject({ kind: 'sent' });
    expect(closed).toHaveLength(1);
    await Promise.all(closed);
    expect((await adapter.deliver(parcel(route, [words('three')]))).settled).toMatchObject({ kind: 'sent' });
    expect(closed).toHaveLength(2);
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
  });

  it('an edit whose result is unknown is simply made again', async () => {
    fake.fault = (method) => (method === 'editMessageText' ? 'reset' : null);
    expect((await adapterFor().deliver(parcel(route, { kind: 'revise', ref: '8', message: words('x') }))).settled).toMatchObject({ kind: 'retry' });
  });

  it('a message that Telegram refuses as malformed is told to the operator', async () => {
    fake.fault = () => ({ status: 400, description: 'Bad Request: something about the text' });
    expect(await adapterFor().deliver(parcel(route, [words('secret words')]))).toEqual({ settled: { kind: 'closed' } });
    expect(notices).toMatchObject([{ code: 'telegram-refused' }]);
    expect(JSON.stringify(notices)).not.toContain('secret words');
  });
});

async function deadAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 9}`;
}

/** An error with all that hangs on it: own properties, stack and causes. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  return [error.message, error.stack, JSON.stringify(error, Object.getOwnPropertyNames(error)), error.cause === undefined ? '' : everythingIn(error.cause)].join('\n');
}
