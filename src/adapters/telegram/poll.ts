/**
 * Long polling of our own. A batch is confirmed (by asking from the next update id on) only after every event of it is durable:
 * a kill at any moment repeats updates and never loses one. Updates of one chat are handled in order, different chats side by side.
 */
import { GrammyError, type Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Notice } from '../cannot-start.ts';
import { failureOf } from './failure.ts';
import { chatOf } from './receive.ts';

export interface Intake {
  /** Resolves when no update is in hand and what was handled is confirmed. */
  stop(): Promise<void>;
}

/** `allowed_updates` sticks at Telegram, so it is said every time. */
export const wanted = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

export function poll(api: Api, seconds: number, handle: (update: Update) => Promise<void>, notice: (notice: Notice) => void): Intake {
  let offset = 0;
  let stopped = false;
  let wake: () => void = () => {};
  const aborting = new AbortController();

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, stopped ? 0 : ms);
      wake = () => { clearTimeout(timer); resolve(); };
    });

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopped) {
      try {
        const updates = await api.getUpdates({ offset, timeout: seconds, allowed_updates: wanted }, aborting.signal as Parameters<Api['getUpdates']>[1]);
        failures = 0;
        await inOrderPerChat(updates, handle);
        offset = Math.max(offset, ...updates.map((update) => update.update_id + 1));
      } catch (error) {
        if (stopped) break;
        notice(noticeOf(error));
        const failure = failureOf(error);
        await pause(failure.kind === 'wait' ? failure.ms : Math.min(30_000, 500 * 2 ** failures));
        failures += 1;
      }
    }
    if (offset > 0) await api.getUpdates({ offset, limit: 1, timeout: 0, allowed_updates: wanted }).catch(() => []);
  }

  const running = run();
  return {
    stop() {
      stopped = true;
      aborting.abort();
      wake();
      return running;
    },
  };
}

export async function inOrderPerChat(updates: readonly Update[], handle: (update: Update) => Promise<void>): Promise<void> {
  const chats = Map.groupBy(updates, chatOf);
  await Promise.all([...chats.values()].map(async (ofOne) => {
    for (const update of ofOne) await handle(update);
  }));
}

function noticeOf(error: unknown): Notice {
  if (error instanceof GrammyError && error.error_code === 409) {
    return { code: 'telegram-409', sentence: 'Telegram gives the messages to somebody else: another program polls with this bot token, or a webhook is set. Stop the other program, or give this one its own bot.' };
  }
  if (error instanceof GrammyError && error.error_code === 401) {
    return { code: 'telegram-401', sentence: 'Telegram does not accept TELEGRAM_BOT_TOKEN any more. Ask @BotFather for the current token and start again.' };
  }
  const code = error instanceof GrammyError ? `telegram-${error.error_code}` : 'telegram-network';
  return { code, sentence: 'Telegram cannot be asked for messages right now. It is tried again by itself.' };
}
