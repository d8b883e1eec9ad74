/**
 * What an error of grammY means for a parcel. The errors themselves go no further: they hold the text that was sent
 * and, inside a network error, the address with the token.
 */
import type { Failure } from '../delivery.ts';
import { GrammyError, HttpError } from './library.ts';
import { TooSoon } from './pace.ts';

/** Nothing was sent: there was no connection to send it on. */
const noConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL']);

export function failureOf(error: unknown): Failure {
  if (error instanceof TooSoon) return { kind: 'wait', ms: error.ms };
  if (error instanceof HttpError) return noConnection.has(wordIn(error.error, 'code')) || isNoAnswerOfTelegram(error.error) ? { kind: 'not-done' } : { kind: 'unknown' };
  if (!(error instanceof GrammyError)) return { kind: 'unknown' };
  const { error_code: code, description, parameters } = error;
  // JSON, and none that Telegram would say.
  if (typeof code !== 'number') return { kind: 'unknown' };
  if (code === 429) return { kind: 'wait', ms: (Number(parameters.retry_after) || Number(/retry after (\d+)/u.exec(description)?.[1]) || 1) * 1000 };
  // It answers that the call failed on its own side: it is tried again.
  if (code >= 500) return { kind: 'not-done' };
  // A bot or a method that this server does not know: the token or the server is the operator's to mend, and what waits is sent when it is right again.
  if (code === 401 || code === 404) return { kind: 'not-done' };
  if (parameters.migrate_to_chat_id !== undefined) return { kind: 'refused', trouble: { what: 'moved', to: String(parameters.migrate_to_chat_id) } };
  if (/blocked by the user/iu.test(description)) return { kind: 'refused', trouble: { what: 'blocked' } };
  if (/not enough rights|have no rights|can't write|restricted/iu.test(description)) return { kind: 'refused', trouble: { what: 'no-permission' } };
  if (code === 403 || /chat not found|user is deactivated|group chat was (deleted|deactivated)|PEER_ID_INVALID/iu.test(description)) return { kind: 'refused', trouble: { what: 'gone' } };
  return { kind: 'refused' };
}

/** A method or a whole bot that the server does not know. */
export const isUnknownThere = (error: unknown): boolean => error instanceof GrammyError && error.error_code === 404;

/** The call was understood and will not be done: not a wait, a fault or a wrong token. */
export const isRefused = (error: unknown): boolean => failureOf(error).kind === 'refused' || isUnknownThere(error);

/** The error page of something in between, such as a proxy: Telegram itself always answers in JSON. An answer that is empty or cut off was one. */
const isNoAnswerOfTelegram = (error: unknown): boolean => wordIn(error, 'type') === 'invalid-json' && /Unexpected (token|non-whitespace)/u.test(wordIn(error, 'message'));

function wordIn(error: unknown, name: 'code' | 'type' | 'message'): string {
  return typeof error === 'object' && error !== null && name in error ? String(Reflect.get(error, name)) : '';
}
