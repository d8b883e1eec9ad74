/**
 * A graceful end: the first SIGTERM or SIGINT asks for it, the second one is not waited for.
 * What is not done within the limit is in the outbox or still with the platform, so nothing is lost by leaving.
 */
import type { Clock } from './clock.ts';

/** The most time that draining may take, in ms; under the 10 s that operators are promised. */
export const drainLimit = 8_000;

/** Runs the stages in order, each one whatever became of the one before; resolves when all are done or the limit is over. */
export async function drain(stages: readonly (() => Promise<unknown>)[], clock: Clock, limit = drainLimit): Promise<'drained' | 'cut-short'> {
  const all = (async () => {
    for (const stage of stages) {
      try { await stage(); } catch { /* the next stage is still worth it */ }
    }
    return 'drained' as const;
  })();
  let cancel: () => void = () => undefined;
  const limited = new Promise<'cut-short'>(resolve => { cancel = clock.after(limit, () => resolve('cut-short')); });
  const outcome = await Promise.race([all, limited]);
  cancel();
  return outcome;
}

/** Resolves at the first SIGTERM or SIGINT of this process. */
export function stopAsked(): Promise<NodeJS.Signals> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}
