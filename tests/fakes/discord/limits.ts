/**
 * Rate limits as Discord has them: a bucket for each route and place, one limit over all of them, and headers that say so
 * (https://docs.discord.com/developers/topics/rate-limits). Time is the fake's.
 */
import type { FakeClock } from './clock.ts';

export interface Limited { readonly retryAfter: number; readonly global: boolean }
export interface Limits {
  /** So many calls whose "METHOD path" matches, in so many ms, for each place. */
  set(calls: RegExp, most: number, perMs: number): void;
  /** Calls a second over all routes but interactions; null: not counted. */
  all: number | null;
  /** Takes a place: the headers of the answer, and whether it is refused. */
  take(method: string, path: string): { readonly headers: Readonly<Record<string, string>>; readonly limited: Limited | null };
  /** Answers with 401, 403 and 429: 10,000 in ten minutes are a ban. */
  readonly invalid: () => number;
  answered(status: number): void;
}

interface Bucket { left: number; until: number }

export function openLimits(clock: FakeClock): Limits {
  const buckets = new Map<string, Bucket>();
  const rules: { readonly calls: RegExp; readonly most: number; readonly perMs: number }[] = [];
  const invalid: number[] = [];

  /** Counts within a window that begins with the first call. */
  function takeFrom(name: string, most: number, perMs: number): { readonly left: number; readonly resetMs: number; readonly refused: boolean } {
    const now = clock.now();
    const known = buckets.get(name);
    const bucket = known && known.until > now ? known : { left: most, until: now + perMs };
    buckets.set(name, bucket);
    bucket.left -= 1;
    return { left: Math.max(0, bucket.left), resetMs: bucket.until - now, refused: bucket.left < 0 };
  }

  const limits: Limits = {
    all: null,
    set(calls, most, perMs) { rules.unshift({ calls, most, perMs }); },
    take(method, path) {
      const exempt = path.startsWith('/interactions/') || path.startsWith('/webhooks/');
      const whole = limits.all === null || exempt ? null : takeFrom('all', limits.all, 1000);
      if (whole?.refused) return { headers: { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global', 'retry-after': String(Math.ceil(whole.resetMs / 1000)) }, limited: { retryAfter: whole.resetMs / 1000, global: true } };
      const { most, perMs } = rules.find((rule) => rule.calls.test(`${method} ${path}`)) ?? { most: 1000, perMs: 1000 };
      const name = `${method} ${path.replaceAll(/(\/messages\/)(\d+)/gu, '$1:id')}`;
      const { left, resetMs, refused } = takeFrom(name, most, perMs);
      const headers = {
        'x-ratelimit-limit': String(most), 'x-ratelimit-remaining': String(left), 'x-ratelimit-reset-after': String(resetMs / 1000),
        'x-ratelimit-reset': String((clock.now() + resetMs) / 1000), 'x-ratelimit-bucket': Buffer.from(name.replaceAll(/\d{10,}/gu, '')).toString('hex').slice(0, 32),
        ...(refused ? { 'x-ratelimit-scope': 'user', 'retry-after': String(Math.ceil(resetMs / 1000)) } : {}),
      };
      return { headers, limited: refused ? { retryAfter: resetMs / 1000, global: false } : null };
    },
    answered(status) { if ([401, 403, 429].includes(status)) invalid.push(clock.now()); },
    invalid: () => invalid.filter((at) => clock.now() - at < 600_000).length,
  };
  return limits;
}
