/**
 * Direct messages that came while nobody listened: Discord's gateway brings them only to a session that is resumed, its REST does to anybody
 * who asks (https://docs.discord.com/developers/resources/message#get-channel-messages; in direct messages the words are there without the
 * privileged intent). Each is handed in like any other; the event's id sees to it that none is handled twice.
 *
 * Nobody in danger waits for a Discord that does not answer: after the first try what they write now goes ahead. Until the rest is there,
 * it does not count as the last thing heard of them (`beside`), so that a process that dies in between leaves the gap to the next one.
 */
import type { REST } from '@discordjs/rest';
import { Routes, type APIMessage } from 'discord-api-types/v10';
import { setTimeout as pause } from 'node:timers/promises';
import type { Event } from '../../conversation/event.ts';
import { openGate } from '../gate.ts';
import { failureOf } from './failure.ts';

export interface LastHeard { readonly user: string; readonly channel: string; readonly message: string }

export interface Fetching {
  readonly rest: Pick<REST, 'get'>;
  /** The lane of a person: their newer messages wait behind it. */
  readonly inLane: (user: string, task: () => Promise<void>) => Promise<void>;
  /** Resolves when it is durable. */
  readonly handIn: (message: APIMessage) => Promise<void>;
  readonly going: () => boolean;
}

/** Asked for at once, so that many do not use up what Discord allows in a second (50 calls). */
const atOnce = 5;
const pageSize = 100;
/** So many are asked for at once; the others one after another, so that replies keep most of what Discord allows. */
const atOnceFirst = 200;
const pace = 100;
/** Somebody who writes now waits at most so long for what they wrote before. */
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

/** People of whom something older may still lie at Discord, with the number of fetches that look for it. */
export type Gaps = Map<string, number>;

/** Resolves when everybody was asked for, later tries included. Never rejects. `failed` is called once for each who is hard to ask for. */
export async function fetchMissed(everybody: readonly LastHeard[], gaps: Gaps, parts: Fetching, failed: () => void): Promise<void> {
  for (const { user } of everybody) gaps.set(user, (gaps.get(user) ?? 0) + 1);
  const gate = openGate(atOnce);
  const close = (user: string): void => {
    const left = (gaps.get(user) ?? 1) - 1;
    if (left > 0) gaps.set(user, left); else gaps.delete(user);
  };

  /** Null: nothing more is there, or nobody can be asked. */
  async function asked(last: { current: LastHeard }): Promise<Later | null> {
    try {
      while (parts.going()) {
        const some = await messagesAfter(parts.rest, last.current);
        for (const message of some) {
          if (message.author?.id === last.current.user) await parts.handIn(message);
          last.current = { ...last.current, message: message.id };
        }
        if (some.length < pageSize) {
          close(last.current.user);
          return null;
        }
      }
      return null;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'refused') {
        close(last.current.user);
        return null;
      }
      return failure.kind === 'wait' ? { ms: failure.ms, limited: true } : { ms: pauseBetween, limited: false };
    }
  }

  /** Many at once use up what Discord allows in a second, and replies use it too: whoever is limited keeps their place among the few who ask. */
  async function askedPatiently(last: { current: LastHeard }): Promise<Later | null> {
    for (let waited = 0; ; ) {
      const later = await asked(last);
      if (later === null || !later.limited || waited + later.ms > longestWait || !parts.going()) return later;
      const ms = later.ms + Math.random() * limitedSpread;
      await pause(ms, undefined, { ref: false });
      waited += ms;
    }
  }

  async function firstInLane(user: string, last: { current: LastHeard }): Promise<Later | null> {
    let later: Later | null = null;
    await parts.inLane(user, async () => { later = await gate.through(() => asked(last)); });
    return later;
  }

  const one = async (person: LastHeard): Promise<void> => {
    const last = { current: person };
    // Their lane is not held for a limit: what they write now may be urgent.
    let later = await firstInLane(person.user, last);
    for (let tries = 0; later !== null && tries < triesLater + triesSlowly && parts.going(); tries += 1) {
      if (tries === triesLater) failed();
      if (!later.limited || later.ms > longestWait) await pause(tries < triesLater ? later.ms : Math.max(later.ms, slowPause), undefined, { ref: false });
      later = await gate.through(() => askedPatiently(last));
    }
    // Kept open for days, it would bring back what the store no longer knows as handled.
    if (later !== null && parts.going()) close(person.user);
  };

  const first = Promise.all(everybody.slice(0, atOnceFirst).map(one));
  const others: Promise<void>[] = [];
  for (const person of everybody.slice(atOnceFirst)) {
    if (!parts.going()) break;
    others.push(one(person));
    await pause(pace, undefined, { ref: false });
  }
  await Promise.all([first, ...others]);
}

/** A live message as it may be handed in now: without its channel it is answered, and is not remembered as the last one heard. */
export function beside(event: Event, gaps: Gaps): Event {
  if (!('here' in event) || event.here.kind !== 'discord-dm' || !gaps.has(event.here.id)) return event;
  return { ...event, here: { kind: 'discord-dm', id: event.here.id } };
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
