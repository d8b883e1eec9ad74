/**
 * Long polling of our own. A batch is confirmed (by asking from the next update id on) only after every event of it is durable:
 * a kill at any moment repeats updates and never loses one. Updates of one chat are handled in order, different chats side by side.
 */
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Notice } from '../cannot-start.ts';
import { failureOf } from './failure.ts';
import { GrammyError } from './library.ts';
import { chatOf, isUpdate } from './receive.ts';

export interface Around {
  /** ms since 1970 UTC. */
  readonly now: () => number;
  readonly notice: (notice: Notice) => void;
  /** Takes a webhook off that stands in the way; done once before. Never rejects. */
  readonly unhook: () => Promise<unknown>;
}

export interface Intake {
  /** Resolves when no update is in hand and what was handled is confirmed. */
  stop(): Promise<void>;
}

/** `allowed_updates` sticks at Telegram, so it is said every time. */
export const wanted = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** Between two failures, at most so long: somebody may be waiting on the other side of the outage. In ms. */
const longestPause = 5_000;
/** After an answer that came at once and said nothing new: a server that does not wait is not asked without end. In ms. */
const breath = 250;
/** The same trouble is told the operator once in so long, in ms. */
const quiet = 60_000;
/** After so long without an update the next one may have any number (https://core.telegram.org/bots/api#update: a week), in ms. */
const numbersLast = 6 * 86_400_000;
/** So many updates are known without looking: a server that gives what was confirmed gives it over and over. */
const mostKnown = 5_000;
/** The last confirmation may take so long, in ms; without it the updates come once more, and are known. */
const lastWord = 2_000;

export function poll(api: Api, seconds: number, handle: (update: Update) => Promise<void>, around: Around): Intake {
  let offset = 0;
  // By both clocks: one stands still while the machine sleeps, the other can be set back.
  let heard = { ran: performance.now(), at: around.now() };
  const quietFor = (): number => Math.max(performance.now() - heard.ran, around.now() - heard.at);
  const known = new Set<number>();
  let stopped = false;
  let wake: () => void = () => {};
  const told = new Map<string, number>();
  const aborting = new AbortController();

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, stopped ? 0 : ms);
      wake = () => { clearTimeout(timer); resolve(); };
    });

  const ask = (from: { readonly offset: number; readonly limit?: number; readonly timeout: number }, signal: AbortSignal): Promise<readonly Update[]> =>
    api.getUpdates({ ...from, allowed_updates: wanted }, signal as Parameters<Api['getUpdates']>[1]);

  function tell(trouble: Notice): void {
    const now = performance.now();
    if (now - (told.get(trouble.code) ?? -quiet) < quiet) return;
    told.set(trouble.code, now);
    around.notice(trouble);
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopped) {
      try {
        const asked = performance.now();
        // What was given before is confirmed long since: asking for everything brings only what is new.
        if (quietFor() > numbersLast) offset = 0;
        const updates = (await ask({ offset, timeout: seconds }, aborting.signal)).filter(isUpdate).filter((update) => !known.has(update.update_id));
        failures = 0;
        const nothingNew = updates.length === 0 && performance.now() - asked < breath;
        await inOrderPerChat(updates.toSorted((a, b) => a.update_id - b.update_id), handle);
        offset = Math.max(offset, ...updates.map((update) => update.update_id + 1));
        if (updates.length > 0) heard = { ran: performance.now(), at: around.now() };
        for (const { update_id: id } of updates) known.add(id);
        for (const id of known) if (known.size > mostKnown) known.delete(id); else break;
        if (nothingNew) await pause(breath);
      } catch (error) {
        if (stopped) break;
        tell(noticeOf(error));
        const failure = failureOf(error);
        if (isConflict(error)) await around.unhook();
        await pause(failure.kind === 'wait' ? failure.ms : Math.min(longestPause, 500 * 2 ** failures));
        failures += 1;
      }
    }
    if (offset > 0) await ask({ offset, limit: 1, timeout: 0 }, AbortSignal.timeout(lastWord)).catch(() => []);
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

const isConflict = (error: unknown): boolean => error instanceof GrammyError && error.error_code === 409;

function noticeOf(error: unknown): Notice {
  if (isConflict(error)) {
    return { code: 'telegram-409', sentence: 'Telegram gives the messages to somebody else: another program polls with this bot token, or a webhook is set. Stop the other program, or give this one its own bot.' };
  }
  if (error instanceof GrammyError && error.error_code === 401) {
    return { code: 'telegram-401', sentence: 'Telegram does not accept TELEGRAM_BOT_TOKEN any more. Ask @BotFather for the current token and start again.' };
  }
  const code = error instanceof GrammyError ? `telegram-${error.error_code}` : 'telegram-network';
  return { code, sentence: 'Telegram cannot be asked for messages right now. It is tried again by itself.' };
}
