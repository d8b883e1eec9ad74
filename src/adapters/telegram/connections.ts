/**
 * The connections to Telegram. One is kept for the next call and closed after a second without any: a server may close what is idle,
 * also in the moment in which a message sets out on it. Then no answer comes, nobody knows whether the message arrived, and it is not sent
 * again (https://nodejs.org/api/http.html#requestreusedsocket, https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2). grammY's own
 * connections stay for as long as the server lets them, and longer than the server says (`Keep-Alive: timeout=`): Node looks at that only
 * where a time is set here.
 */
import { Agent as SafeAgent } from 'node:https';
import type { ApiClientOptions } from 'grammy';

// Imported by name it would load one more HTTP client: docs/decisions.md.
const { Agent: PlainAgent } = process.getBuiltinModule('node:http');

/** Servers close what is idle after two seconds or more. A call under way may take as long as it needs. In ms. */
const idle = 1_000;

/** What grammY gives to each of its calls. */
export function connectionsTo(root: string | undefined): NonNullable<ApiClientOptions['baseFetchConfig']> {
  const kept = { keepAlive: true, timeout: idle };
  return { agent: root?.startsWith('http:') ? new PlainAgent(kept) : new SafeAgent(kept) };
}
