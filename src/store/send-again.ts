/**
 * What to do with a parcel that may or may not have arrived: the written policy of the outbox.
 *
 * - Changing, marking and deleting can be repeated; so can the one edit of a Discord reply.
 * - Discord answers the same nonce with the first message, but only for a few minutes
 *   (https://discord.com/developers/docs/resources/message#create-message, `enforce_nonce`).
 * - A doubled line at the terminal harms nobody; a missing one does.
 * - Safety is sent again everywhere: twice is better than never.
 * - Every other message is not: the next one says that one may be missing.
 */
import type { SayClass } from '../conversation/effect.ts';
import type { Route } from '../conversation/event.ts';
import type { Work } from '../conversation/parcel.ts';

/** Discord says "a few minutes" and no more. */
const nonceLives = 3 * 60_000;

export interface Unsure {
  readonly cls: SayClass;
  readonly route: Route;
  readonly work: readonly Work[];
  /** Since the send was tried, ms. */
  readonly age: number;
}

export function maySendAgain({ cls, route, work, age }: Unsure): boolean {
  if (cls === 'safety' || !sends(work)) return true;
  switch (route.kind) {
    case 'terminal': case 'discord-interaction': return true;
    case 'discord-dm': case 'discord-channel': return age < nonceLives;
    case 'telegram': return false;
    default: return route satisfies never;
  }
}

/** Whether it says something, rather than changing or taking away what was said. */
export function sends(work: readonly Work[]): boolean {
  return work.some((each) => each.kind === 'send');
}
