/** What one contender reached on one set. */
import type { ScopeFigures } from '../../src/nlp/scope-figures.ts';

export interface Sat extends ScopeFigures {
  readonly p50_us: number;
  readonly p99_us: number;
  readonly train_s: number;
  readonly memory_mb: number;
}
