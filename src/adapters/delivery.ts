/**
 * How a parcel is carried: as calls made one after another, each outcome a value.
 * A call whose result is unknown is made again only when a second time does no harm; the rest is the outbox's policy.
 */
import { createHash } from 'node:crypto';
import type { Delivery } from './adapter.ts';
import type { Parcel, Progress } from '../conversation/parcel.ts';

export interface Call {
  /** The refs of the messages it made. */
  run(): Promise<readonly string[]>;
  /** Making it twice is the same as making it once. */
  readonly repeatable: boolean;
  /** Tidying only, such as taking buttons off: a refusal is as good as done. */
  readonly courtesy: boolean;
}

export type Failure =
  /** The platform asks to wait, in ms. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Certainly not done: no connection, or the platform's own fault. */
  | { readonly kind: 'not-done' }
  /** Sent, and no answer came. */
  | { readonly kind: 'unknown' }
  /** The way to the person is gone for now, the parcel is not. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'refused'; readonly trouble?: NonNullable<Delivery['trouble']> };

/** Held parcels wait this long for the person's next private route. */
const holdMs = 24 * 3_600_000;
/** Whoever waits for an answer is not made to wait for long after the platform is back. In ms. */
const longestPause: Readonly<Record<Parcel['cls'], number>> = { safety: 10_000, reply: 30_000, reminder: 300_000, post: 300_000 };
/** After so many attempts tidying is given up. */
const courtesyAttempts = 5;

/** Never rejects. `failureOf` must know every error that a call can throw. */
export async function carry(parcel: Parcel, calls: readonly Call[], failureOf: (error: unknown) => Failure, now: () => number): Promise<Delivery> {
  const refs = [...(parcel.progress?.refs ?? [])];
  let done = parcel.progress?.calls ?? 0;
  for (const call of calls.slice(done)) {
    try {
      refs.push(...(await call.run()));
    } catch (error) {
      const delivery = afterFailure(failureOf(error), call, parcel, { calls: done, refs }, now());
      if (delivery) return delivery;
    }
    done += 1;
  }
  return { settled: { kind: 'sent', refs } };
}

/** Null: go on with the next call. */
function afterFailure(failure: Failure, call: Call, parcel: Parcel, progress: Progress, now: number): Delivery | null {
  const later = (ms: number): Delivery => ({ settled: { kind: 'retry', at: now + ms, progress } });
  const pause = Math.round(Math.min(longestPause[parcel.cls], 1000 * 2 ** Math.min(parcel.attempt, 20)) * (0.75 + spread(parcel) / 2));
  if (failure.kind === 'wait') return later(failure.ms);
  if (call.courtesy && (failure.kind === 'refused' || failure.kind === 'expired' || parcel.attempt >= courtesyAttempts)) return null;
  switch (failure.kind) {
    case 'not-done': return later(pause);
    case 'unknown': return call.repeatable ? later(pause) : { settled: { kind: 'unknown', again: parcel.cls === 'safety', progress } };
    case 'expired': return { settled: { kind: 'hold', until: now + holdMs } };
    case 'refused': {
      const settled = { kind: 'closed', ...(progress.refs.length > 0 ? { progress } : {}) } as const;
      return failure.trouble ? { settled, trouble: failure.trouble } : { settled };
    }
    default: return failure satisfies never;
  }
}

/** 0 to 1, another one for every parcel and attempt, and always the same one: what failed together is not tried again together. */
function spread({ nonce, attempt }: Parcel): number {
  return createHash('sha256').update(`${nonce}:${attempt}`).digest().readUInt32BE() / 2 ** 32;
}
