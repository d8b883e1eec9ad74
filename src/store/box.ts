/** What every part of the store works with, handed on as one plain parameter. */
import type { KeyObject } from 'node:crypto';
import type { Cipher } from './cipher.ts';
import type { Db } from './database.ts';
import type { Keys } from './keys.ts';
import type { Pseudonyms } from './pseudonym.ts';
import type { Subjects } from './subjects.ts';

export interface Box {
  readonly db: Db;
  readonly keys: Keys;
  readonly cipher: Cipher;
  readonly pseudonyms: Pseudonyms;
  readonly subjects: Subjects;
  /** ms since 1970 UTC. */
  now(): number;
  /** The day of a contact, never before the last day that was sure: who wrote by a clock gone back does not expire by the right one. */
  dayOf(at: number): number;
}

export function sealJson(box: Pick<Box, 'cipher'>, key: KeyObject, purpose: string, value: unknown): Buffer {
  return box.cipher.seal(key, purpose, Buffer.from(JSON.stringify(value)));
}

/** The caller names the shape: only this program wrote it, and the tag of the cipher proves that nobody changed it. */
export function openJson<T>(box: Pick<Box, 'cipher'>, key: KeyObject, purpose: string, sealed: Buffer): T {
  return JSON.parse(box.cipher.open(key, purpose, sealed).toString()) as T;
}

export const hour = 3_600_000;
export const day = 24 * hour;

export function dayOf(at: number): number {
  return Math.floor(at / day);
}
