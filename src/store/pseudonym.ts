/**
 * Ids as they stand in tables: HMAC-SHA-256, cut to 16 bytes (8 where a collision would only join two names of one person).
 * The key never changes, also not when the master key does; without the key file the ids lead nowhere.
 */
import { createHmac, type KeyObject } from 'node:crypto';

export interface Pseudonyms {
  /** `what` keeps the same text in two roles apart. */
  of(what: 'subject' | 'event', id: string): Buffer;
  short(what: 'record' | 'timer' | 'lane' | 'slot' | 'tag' | 'tally', id: string): Buffer;
}

export function openPseudonyms(key: KeyObject): Pseudonyms {
  const cut = (what: string, id: string, bytes: number): Buffer => createHmac('sha256', key).update(`${what}:${id}`).digest().subarray(0, bytes);
  return {
    of: (what, id) => cut(what, id, 16),
    short: (what, id) => cut(what, id, 8),
  };
}
