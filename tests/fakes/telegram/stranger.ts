/**
 * Somebody else's Bot API, written from the documents alone and as unlike `server.ts` as they allow: it says as little as it may, waits as it likes,
 * numbers messages anew, mixes in what was not asked for, and is in a bad mood when told so. It shares no code with the other one.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Said { readonly chat: number; readonly method: string; readonly text: string; readonly buttons: readonly { readonly text: string; readonly callback_data: string }[]; readonly id: number }
/** What is done instead of the call; null: the call. `[status, body]`, or `cut` before it. */
export type Mood = (method: string, time: number) => readonly [number, string] | 'cut' | null;

export interface Stranger {
  readonly settings: Readonly<Record<string, string>>;
  /** Everything that people were shown, in order. */
  readonly said: readonly Said[];
  /** Calls of a method, done or not. */
  readonly count: (method: string) => number;
  mood: Mood;
  /** Updates, oldest first; of an ignored offset all are given every time. */
  ignoresOffset: boolean;
  /** ms that a poll without news is held, whatever the bot asked for. */
  holds: number;
  /** Text of a person without any name; `more` is laid over the message. */
  writes(id: number, text: string, more?: object): void;
  /** Presses the newest button that begins so. `times` new update ids; `about` is laid over the query. */
  presses(id: number, label: string, times?: number, about?: object): void;
  /** An update as it is. */
  gives(update: object): void;
  /** The next thing that the person is shown after `after` of them, once it is there; rejects after a while. */
  hears(id: number, words: string | RegExp, after?: number): Promise<string>;
  close(): Promise<void>;
}

const token = '77:another_token-of-33-letters-000000';
export const json = (status: number, description: string, parameters?: object): readonly [number, string] => [status, JSON.stringify({ ok: false, error_code: status, description, parameters })];

export async function stranger(): Promise<Stranger> {
  const said: Said[] = [];
  const counts = new Map<string, number>();
  const numbers = new Map<number, number>();
  let updates: { readonly update_id: number }[] = [];
  let nextUpdate = 900_000_000;
  let query = 0;
  const number = (chat: number): number => {
    numbers.set(chat, (numbers.get(chat) ?? 0) + 1);
    return numbers.get(chat) ?? 1;
  };
  const ok = (response: ServerResponse, result: unknown): void => void response.end(JSON.stringify({ ok: true, result }));
  const fail = (response: ServerResponse, [status, body]: readonly [number, string]): void => { response.statusCode = status; response.end(body); };

  const server = createServer((request, response) => void answer(request, response).catch(() => request.socket.destroy()));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [, path = ''] = (request.url ?? '').split('/bot');
    const [given, method = ''] = path.split('/');
    if (given !== token) return fail(response, json(401, 'Unauthorized'));
    const time = (counts.get(method) ?? 0) + 1;
    counts.set(method, time);
    const mood = api.mood(method, time);
    if (mood === 'cut') return void request.socket.destroy();
    if (mood) return fail(response, mood);
    const body = Buffer.concat(parts).toString();
    const call = request.headers['content-type']?.includes('json') ? (JSON.parse(body || '{}') as Record<string, unknown>) : fields(body);
    if (method === 'getUpdates') return poll(Number(call['offset'] ?? 0), response);
    // One field: who it is. Everything else may be left out.
    if (method === 'getMe') return ok(response, { id: 77, is_bot: true, first_name: '' });
    if (/^send(Message|Photo|Document)$/u.test(method)) {
      const chat = Number(call['chat_id']);
      const markup = (typeof call['reply_markup'] === 'string' ? JSON.parse(call['reply_markup']) : call['reply_markup']) as { inline_keyboard?: Said['buttons'][] } | undefined;
      const id = number(chat);
      said.push({ chat, method, text: wordIn(call['text'] ?? call['caption']), buttons: markup?.inline_keyboard?.flat() ?? [], id });
      return ok(response, { message_id: id, date: 1, chat: { id: chat, type: 'private' } });
    }
    return ok(response, true);
  }

  async function poll(offset: number, response: ServerResponse): Promise<void> {
    if (!api.ignoresOffset) updates = updates.filter((update) => update.update_id >= offset);
    for (const until = Date.now() + api.holds; updates.length === 0 && Date.now() < until;) await new Promise((resolve) => { setTimeout(resolve, 15); });
    ok(response, api.ignoresOffset ? updates : updates.slice(0, 100));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const chatOf = (id: number): object => ({ id, type: 'private' });
  const api: Stranger = {
    settings: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    said, mood: () => null, ignoresOffset: false, holds: 100,
    count: (method) => counts.get(method) ?? 0,
    gives: (update) => void updates.push({ update_id: (nextUpdate += 1 + Math.floor(Math.random() * 3)), ...update }),
    writes(id, text, more = {}) {
      // What nobody asked for comes along.
      api.gives({ message_reaction: { chat: chatOf(id), message_id: 1, date: 1, old_reaction: [], new_reaction: [] } });
      api.gives({ message: { message_id: number(id), date: 1, chat: chatOf(id), from: { id, is_bot: false, first_name: '' }, text, ...more } });
      api.gives({ business_message: { message_id: 1, date: 1, chat: chatOf(id) } });
    },
    presses(id, label, times = 1, about = { message: { message_id: 1, date: 0, chat: chatOf(id) } }) {
      const buttons = said.filter(({ chat }) => chat === id).flatMap((each) => each.buttons);
      const button = buttons.findLast(({ text }) => text.toLowerCase().startsWith(label.toLowerCase()));
      if (!button) throw new Error(`no button begins with "${label}": ${buttons.map(({ text }) => text).join(' | ')}`);
      for (let again = 0; again < times; again += 1) api.gives({ callback_query: { id: `q${query += 1}`, chat_instance: '', from: { id, is_bot: false, first_name: '' }, data: button.callback_data, ...about } });
    },
    async hears(id, words, after = 0) {
      const looked = (): Said | undefined => said.filter(({ chat }) => chat === id).slice(after).find(({ text }) => (typeof words === 'string' ? text.includes(words) : words.test(text)));
      for (const until = Date.now() + 60_000; !looked();) {
        if (Date.now() > until) throw new Error(`person ${id} never heard ${String(words)}, but: ${said.filter(({ chat }) => chat === id).slice(after).map(({ text }) => text).join('\n---\n').slice(0, 2000)}`);
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
      return looked()?.text ?? '';
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
  return api;
}

const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The words in a form with a file in it; the file itself is nobody's concern here. */
function fields(body: string): Record<string, unknown> {
  return Object.fromEntries([...body.matchAll(/name="(\w+)"\r\n(?:[^\r]+\r\n)*\r\n([\s\S]*?)\r\n--/gu)].map(([, name = '', value = '']) => [name, value]));
}
