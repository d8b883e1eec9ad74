/** The model, loaded beside everything else: a greeting does not wait for it, the first text does. */
import type { Understand } from '../conversation/reading.ts';

export interface Understanding {
  /** Null while it loads. */
  readonly understand: () => Understand | null;
  /** Begins to load at the first call; rejects when it cannot be made. */
  readonly ready: () => Promise<void>;
  /** Takes a newer one from the next text on. */
  replace(understand: Understand): void;
}

export function understandLater(make: () => Promise<Understand>): Understanding {
  let now: Understand | null = null;
  let loading: Promise<void> | null = null;
  return {
    understand: () => now,
    ready: () => (loading ??= make().then(made => { now ??= made; })),
    replace: newer => { now = newer; },
  };
}
