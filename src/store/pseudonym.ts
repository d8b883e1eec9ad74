/**
 * Ids as they stand in tables: HMAC-SHA-256 under a secret key, cut to 16 bytes (8 where a collision would only join two
 * names of one person). The key never changes, also not when the master key does; without the key file the ids lead nowhere.
 */
import { createHmac, type KeyObject } from 'node:crypto';

export interface Pseudonyms {
  /** `what` keeps the same text in two roles apart. */
  of(what: 'subject', id: string): Buffer;
  /** Begins alike for ids that a platform gives one after the other, so that a group of turns writes one page and not one each. */
  ofEvent(id: string): Buffer;
  short(what: 'record' | 'timer' | 'lane' | 'slot' | 'tag' | 'tally' | 'code' | 'refused', id: string): Buffer;
}

/** `key`: 32 bytes. */
export function openPseudonyms(key: KeyObject): Pseudonyms {
  const cut = (what: string, id: string, bytes: number): Buffer => createHmac('sha256', key).update(`${what}:${id}`).digest().subarray(0, bytes);
  let near = '';
  let first = cut('near', near, 4);
  return {
    of: (what, id) => cut(what, id, 16),
    ofEvent(id) {
      const around = neighbourhood(id);
      if (around !== near) [near, first] = [around, cut('near', around, 4)];
      return Buffer.concat([first, cut('event', id, 12)], 16);
    },
    short: (what, id) => cut(what, id, 8),
  };
}

/** `telegram:1:90210` stands with `telegram:1:90999`; a Discord id begins with its time, and about forty minutes stand together. */
function neighbourhood(id: string): string {
  let digits = 0;
  while (isDigit(id.charCodeAt(id.length - 1 - digits))) digits += 1;
  return id.slice(0, id.length - Math.min(digits, digits > 15 ? 13 : 3));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
