/**
 * Updates by webhook: Telegram posts each one and repeats it until it gets a 2xx, which it gets only when the event is durable.
 * Whoever does not know the secret is not heard (`X-Telegram-Bot-Api-Secret-Token`, https://core.telegram.org/bots/api#setwebhook).
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Update } from 'grammy/types';
import { CannotStart } from '../cannot-start.ts';
import { openLanes } from '../lanes.ts';
import type { Intake } from './poll.ts';
import { chatOf, isUpdate } from './receive.ts';

// Imported by name it would load one more HTTP client: docs/decisions.md.
const { createServer } = process.getBuiltinModule('node:http');

export interface WebhookOptions {
  /** Where Telegram sends to, as seen from outside: https. */
  readonly url: string;
  readonly secret: string;
  /** Where this process listens, behind whatever speaks https. */
  readonly port: number;
}

/** The largest update that is read; real ones have a few kilobytes. */
const maxBytes = 1_000_000;

/** `announce` tells Telegram the address, once somebody listens there. */
export async function listen(announce: () => Promise<unknown>, options: WebhookOptions, handle: (update: Update) => Promise<void>): Promise<Intake> {
  const lanes = openLanes(() => undefined);
  const path = new URL(options.url).pathname;

  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== path) return finish(response, 404);
    if (!same(request.headers['x-telegram-bot-api-secret-token'], options.secret)) return finish(response, 401);
    void take(request, response);
  });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const update = await updateIn(request).catch(() => null);
    // Not an update: repeating it would not make it one.
    if (update) await lanes.add(String(chatOf(update)), () => handle(update));
    finish(response, 200);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new CannotStart('refused', `Port ${options.port} for the webhook cannot be used. Free it, or set TELEGRAM_WEBHOOK_PORT to another one.`)));
    server.listen(options.port, resolve);
  });
  await announce().catch((error: unknown) => { server.close(); throw error; });
  return {
    async stop() {
      const closed = new Promise((resolve) => { server.close(resolve); });
      server.closeIdleConnections();
      await closed;
      await lanes.idle();
    },
  };
}

async function updateIn(request: IncomingMessage): Promise<Update | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString());
  return isUpdate(parsed) ? parsed : null;
}

/** In the same time whatever is different. */
function same(given: string | readonly string[] | undefined, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

function finish(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}
