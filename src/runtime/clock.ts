/** Time as the runtime sees it, so that a test can hold it in its hand. */
export interface Clock {
  /** ms since 1970 UTC. */
  now(): number;
  /** ms since some moment of this process; nobody can set it. */
  elapsed(): number;
  /** Calls `run` once after `ms`; the returned function takes it back. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
