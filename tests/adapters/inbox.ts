/** A tiny scripted bot: it remembers what came in, and a test says when each event is durable. */
import type { Inbox } from '../../src/adapters/adapter.ts';
import type { Event } from '../../src/conversation/event.ts';
import type { Parcel, Work } from '../../src/conversation/parcel.ts';
import type { Message } from '../../src/conversation/message.ts';
import type { Route } from '../../src/conversation/event.ts';

export interface ScriptedInbox {
  readonly inbox: Inbox;
  readonly events: readonly Event[];
  /** Resolves when so many events have come in. */
  until(count: number): Promise<void>;
}

/** `turn` is the bot: its promise is the commit. */
export function scriptedInbox(turn: (event: Event, index: number) => Promise<void | 'silent'> = () => Promise.resolve()): ScriptedInbox {
  const events: Event[] = [];
  const watchers = new Set<() => void>();
  return {
    events,
    async inbox(event) {
      const outcome = turn(event, events.push(event) - 1);
      for (const watcher of watchers) watcher();
      return await outcome;
    },
    until: (count) => new Promise((resolve) => {
      const look = (): void => { if (events.length >= count) { watchers.delete(look); resolve(); } };
      watchers.add(look);
      look();
    }),
  };
}

/** A parcel as the outbox would hand it over. */
export function parcel(route: Route, work: Work | readonly Message[], more: Partial<Parcel> = {}): Parcel {
  const works: readonly Work[] = Array.isArray(work) ? [{ kind: 'send', messages: work as readonly Message[] }] : [work as Work];
  return { id: 1, lane: 'lane', route, subject: 'telegram:7', work: works, cls: 'reply', nonce: 'nonce-1', attempt: 1, ...more };
}

export function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, resolve };
}

/** After every test: each call kept to the documentation, and no notice holds the token. */
export function nothingWrong(fake: { readonly wrong: readonly string[]; readonly token: string }, notices: readonly unknown[]): void {
  if (fake.wrong.length > 0) throw new Error(`against the platform's documentation:\n${fake.wrong.join('\n')}`);
  if (JSON.stringify(notices).includes(fake.token)) throw new Error('a notice holds the token');
}
