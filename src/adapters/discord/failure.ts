/**
 * What an error of `@discordjs/rest` means for a parcel. The errors themselves go no further: they hold the text that was sent
 * and addresses with interaction tokens. Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json.
 */
import type { Failure } from '../delivery.ts';
import { DiscordAPIError, HTTPError, RateLimitError } from './library.ts';
import { noConnection as noneInTime } from './request.ts';

/** The interaction token is too old: thrown before a call that would be in vain. */
export class TokenExpired extends Error {
  override name = 'TokenExpired';
  readonly code = 'token-expired';
}

const expired = new Set([10015, 50027]);
const closedDms = new Set([50007, 50278]);
const gone = new Set([10003, 10004, 10013]);
const noPermission = new Set([50001, 50013]);
const noConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', noneInTime]);

export function failureOf(error: unknown): Failure {
  if (error instanceof TokenExpired) return { kind: 'expired' };
  if (error instanceof RateLimitError) return { kind: 'wait', ms: error.retryAfter };
  if (error instanceof HTTPError) return error.status >= 500 ? { kind: 'not-done' } : { kind: 'refused' };
  if (!(error instanceof DiscordAPIError)) return noConnection.has(codeOf(error)) ? { kind: 'not-done' } : { kind: 'unknown' };
  const code = Number(error.code);
  if (expired.has(code)) return { kind: 'expired' };
  if (closedDms.has(code)) return { kind: 'refused', trouble: { what: 'dm-closed' } };
  if (gone.has(code)) return { kind: 'refused', trouble: { what: 'gone' } };
  if (noPermission.has(code)) return { kind: 'refused', trouble: { what: 'no-permission' } };
  // A token that is wrong now is the operator's to mend; what waits is sent when it is right again.
  if (error.status === 401) return { kind: 'wait', ms: 60_000 };
  return { kind: 'refused' };
}

export function isCode(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && Number(error.code) === code;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
