/**
 * Direct messages that came while nobody listened, of one person: Discord's gateway brings them only to a session that is resumed, its REST
 * does to anybody who asks (https://docs.discord.com/developers/resources/message#get-channel-messages; in direct messages the words are
 * there without the privileged intent). Each is handed in like any other; the event's id sees to it that none is handled twice.
 */
import type { REST } from '@discordjs/rest';
import { Routes, type APIMessage } from 'discord-api-types/v10';
import { setTimeout as pause } from 'node:timers/promises';
import type { Gate } from '../gate.ts';
import { failureOf } from './failure.ts';

export interface LastHeard { readonly user: string; readonly channel: string; readonly message: string }

export interface Fetching {
  readonly rest: Pick<REST, 'get'>;
  /** The lane of a person: their newer messages wait behind it. */
  readonly inLane: (user: string, task: () => Promise<void>) => Promise<void>;
  /** Resolves when it is durable. */
  readonly handIn: (message: APIMessage) => Promise<void>;
  readonly going: () => boolean;
  /** What is asked for later goes through it, too. */
  readonly gate: Gate;
  /** It is hard to ask for them. */
  readonly failed: () => void;
  /** Everything of theirs was handed in, or it cannot be asked for any more. Not called when it is stopped before. */
  readonly closed: () => void;
}

const pageSize = 100;
/** One question takes at most so long, and whoever writes now waits at most so long for what they wrote before. */
const patience = 5_000;
const triesLater = 4;
const pauseBetween = 5_000;
/** After them it is told, and tried on for an hour. */
const triesSlowly = 60;
const slowPause = 60_000;
/** Being told to wait is no failure: those who are asked for later wait in their turn, so long at most. */
const longestWait = 60_000;
/** So many ms apart those who were limited together ask again. */
const limitedSpread = 100;

/** The next try: after so many ms; `limited`: Discord said so. */
interface Later { readonly ms: number; readonly limited: boolean }

/** Resolves when it is closed or stopped. Never rejects. `first`: the gate for the first try. */
export async function fetchMissed(person: LastHeard, first: Gate, parts: Fetching): Promise<void> {
  let last = person;

  /** Null: it is closed or stopped. */
  async function asked(): Promise<Later | null> {
    try {
      while (parts.going()) {
        const some = await messagesAfter(parts.rest, last);
        for (const message of some) {
          if (message.author?.id === last.user) await parts.handIn(message);
          last = { ...last, message: message.id };
        }
        if (some.length < pageSize) {
          parts.closed();
          return null;
        }
      }
      return null;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'refused') {
        parts.closed();
        return null;
      }
      return failure.kind === 'wait' ? { ms: failure.ms, limited: true } : { ms: pauseBetween, limited: false };
    }
  }

  /** Many at once use up what Discord allows in a second, and replies use it too: whoever is limited keeps their place among the few who ask. */
  async function askedPatiently(): Promise<Later | null> {
    for (let waited = 0; ; ) {
      const later = await asked();
      if (later === null || !later.limited || waited + later.ms > longestWait || !parts.going()) return later;
      const ms = later.ms + Math.random() * limitedSpread;
      await pause(ms, undefined, { ref: false });
      waited += ms;
    }
  }

  /** Neither a limit, nor others who wait for Discord, nor a Discord that does not answer hold up their lane for long: what they write now may be urgent. */
  async function firstInLane(): Promise<Later | null> {
    let trying: Promise<Later | null> = Promise.resolve(null);
    await parts.inLane(person.user, async () => {
      trying = first.through(asked);
      await Promise.race([trying, pause(patience, undefined, { ref: false })]);
    });
    return trying;
  }

  let later = await firstInLane();
  for (let tries = 0; later !== null && tries < triesLater + triesSlowly && parts.going(); tries += 1) {
    if (tries === triesLater) parts.failed();
    if (!later.limited || later.ms > longestWait) await pause(tries < triesLater ? later.ms : Math.max(later.ms, slowPause), undefined, { ref: false });
    later = await parts.gate.through(askedPatiently);
  }
  // Kept open for days, it would bring back what the store no longer knows as handled.
  if (later !== null && parts.going()) parts.closed();
}

/** Oldest first. */
async function messagesAfter(rest: Fetching['rest'], { channel, message }: LastHeard): Promise<readonly APIMessage[]> {
  const query = new URLSearchParams({ after: message, limit: String(pageSize) });
  const found: unknown = await rest.get(Routes.channelMessages(channel), { query, signal: AbortSignal.timeout(patience) });
  const list = Array.isArray(found) ? found.filter(isMessage) : [];
  return list.filter((each) => isAfter(each.id, message)).toSorted((a, b) => (isAfter(a.id, b.id) ? 1 : -1));
}

function isMessage(value: unknown): value is APIMessage {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/** Ids grow with time (https://docs.discord.com/developers/reference#snowflakes) and outgrow a number. */
function isAfter(id: string, other: string): boolean {
  return id.length === other.length ? id > other : id.length > other.length;
}
