/**
 * The calls without which nothing can start. A Telegram that is out of order, or that asks to wait, is waited for:
 * a process that ends itself helps nobody who writes meanwhile. What no waiting cures ends the start with one sentence.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart, type Notice } from '../cannot-start.ts';
import { failureOf } from './failure.ts';
import { GrammyError } from './library.ts';

export interface Patience {
  /** From the first failure on, in ms. */
  readonly ms: number;
  readonly notice: (notice: Notice) => void;
  readonly stopped: () => boolean;
}

const longestPause = 5_000;

/** Rejects with `CannotStart`. The first failure is told the operator. */
export async function patiently<T>(call: () => Promise<T>, patience: Patience): Promise<T> {
  let until = 0;
  for (let tries = 0; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      until ||= performance.now() + patience.ms;
      const failure = failureOf(error);
      const waits = failure.kind === 'wait' && !isWrongToken(error) ? failure.ms : Math.min(longestPause, 250 * 2 ** tries);
      if (failure.kind === 'refused' || isWrongToken(error) || patience.stopped() || performance.now() + waits > until) throw cannotStart(error);
      if (tries === 0) patience.notice({ code: 'telegram-start', sentence: 'Telegram does not answer as it should. The start is tried again by itself for a while.' });
      await pause(waits);
    }
  }
}

const isWrongToken = (error: unknown): boolean => error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);

/** No `cause`: a network error of grammY holds the address, and with it the token. */
function cannotStart(error: unknown): CannotStart {
  if (isWrongToken(error)) return new CannotStart('wrong-token', 'Telegram does not accept TELEGRAM_BOT_TOKEN. Ask @BotFather for the current token; it looks like 123456:ABC-DEF.');
  if (error instanceof GrammyError) return new CannotStart('refused', `Telegram refused to start the bot (error ${error.error_code}). Try again in a minute.`);
  return new CannotStart('unreachable', 'Telegram cannot be reached. Check the network, and TELEGRAM_API_ROOT where it is set.');
}
