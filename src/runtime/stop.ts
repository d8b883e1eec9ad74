/**
 * A graceful end: the first SIGTERM or SIGINT asks for it. What is not done within the limit is in the outbox
 * or still with the platform, so nothing is lost by leaving.
 */
import type { Clock } from './clock.ts';

/** The most time that one stage may take, and all of them, in ms; together under the 10 s that operators are promised. */
export const stageLimit = 3_000;
export const drainLimit = 8_000;

/** Runs the stages in order, each one whatever became of the one before. Never rejects. */
export async function drain(stages: readonly (() => unknown)[], clock: Clock): Promise<'drained' | 'cut-short'> {
  const end = clock.now() + drainLimit;
  let outcome: 'drained' | 'cut-short' = 'drained';
  for (const stage of stages) {
    const left = Math.min(stageLimit, end - clock.now());
    if (left <= 0 || !(await done(stage, left, clock))) outcome = 'cut-short';
  }
  return outcome;
}

async function done(stage: () => unknown, limit: number, clock: Clock): Promise<boolean> {
  let cancel: () => void = () => undefined;
  const over = new Promise<boolean>(resolve => { cancel = clock.after(limit, () => resolve(false)); });
  const work = Promise.resolve().then(stage).then(() => true, () => true);
  const inTime = await Promise.race([work, over]);
  cancel();
  return inTime;
}

/** Resolves at the first SIGTERM or SIGINT of this process. */
export function stopAsked(): Promise<NodeJS.Signals> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

/** A bug ends the process with code 1; `report` must quote nobody. What was not done is in the outbox or with the platform. */
export function endOnBug(report: (error: unknown) => void): void {
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(kind, (error: unknown) => {
      report(error);
      process.exit(1);
    });
  }
}
