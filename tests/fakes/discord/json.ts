/** Plain data as it travels. */
export type Json = Readonly<Record<string, unknown>>;

/** An id or another word; empty where there is none. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
