/** Discord's clock. By default it stands still until a test moves it, so that 3 seconds and 15 minutes do not depend on the machine. */
export interface FakeClock {
  /** ms since 1970 UTC. */
  now(): number;
  /** Lets time pass. */
  pass(ms: number): void;
}

export function handClock(start = Date.UTC(2026, 2, 2, 20, 0)): FakeClock {
  let now = start;
  return { now: () => now, pass(ms) { now += ms; } };
}

/** The machine's own, for trials with processes; it cannot be moved. */
export const wallClock: FakeClock = { now: () => Date.now(), pass() { throw new Error('the clock on the wall cannot be moved'); } };
