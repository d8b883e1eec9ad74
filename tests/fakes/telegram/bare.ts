/**
 * A Bot API that does only what it must: no long polling, no optional field, no method but the ones named here.
 * Somebody else's test server may be like this; so may Telegram on a bad day.
 */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { payloadOf } from './payload.ts';
import type { Payload } from './rules.ts';

export interface BareTelegram {
  readonly root: string;
  readonly token: string;
  readonly calls: readonly { readonly method: string; readonly payload: Payload }[];
  /** Given to every poll, whatever offset it has; the test takes them away. */
  updates: readonly unknown[];
  /** What is said instead of the answer: a page, nothing at all, other words, or an error. */
  spoil: (method: string) => 'page' | 'cut' | readonly [number, string] | { readonly error_code: number; readonly parameters?: object } | null;
  close(): Promise<void>;
}

const token = '42:AAbare';
const results: Readonly<Record<string, unknown>> = {
  getMe: { id: 42, is_bot: true, first_name: 'b' }, sendMessage: true, sendDocument: true, deleteMessage: true, answerCallbackQuery: true, setMyCommands: true,
};

export async function bareTelegram(): Promise<BareTelegram> {
  const calls: { method: string; payload: Payload }[] = [];
  const say = (response: ServerResponse, status: number, body: object): void => void response.writeHead(status).end(JSON.stringify(body));
  const server = createServer((request, response) => {
    const [, bot, method = ''] = /^\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? '') ?? [];
    void payloadOf(request).then((payload) => {
      calls.push({ method, payload });
      if (bot !== token) return say(response, 401, { ok: false, error_code: 401 });
      const spoilt = bare.spoil(method);
      if (spoilt === 'cut') return void request.socket.destroy();
      if (spoilt === 'page') return void response.writeHead(502).end('<html>Bad Gateway</html>');
      if (spoilt && 'length' in spoilt) return void response.writeHead(spoilt[0]).end(spoilt[1]);
      if (spoilt) return say(response, spoilt.error_code, { ok: false, ...spoilt });
      if (method === 'getUpdates') return say(response, 200, { ok: true, result: bare.updates });
      return method in results ? say(response, 200, { ok: true, result: results[method] }) : say(response, 404, { ok: false, error_code: 404 });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bare: BareTelegram = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token, calls, updates: [], spoil: () => null,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
  return bare;
}
