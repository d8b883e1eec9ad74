/**
 * Everybody who may have written while nobody listened is asked for, whoever was in touch last first, until all are: however many there are,
 * none of them is left out. The first at once, the others at a pace that leaves most of what Discord allows to replies;
 * and whoever writes now has been waiting long enough and is asked for at once.
 *
 * Nobody in danger waits for a Discord that does not answer: after the first try what they write now goes ahead. Until the rest is there,
 * it does not count as the last thing heard of them (`beside`), so that a process that dies in between leaves the gap to the next one.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Event } from '../../conversation/event.ts';
import { openGate } from '../gate.ts';
import { fetchMissed, type Fetching, type LastHeard } from './missed.ts';

export interface CatchingUp {
  /** A session began: everybody, whoever was in touch last first. Those who are asked for at once stand in their lanes when it returns; the call before has nothing more to do. */
  begin(everybody: readonly LastHeard[]): void;
  /** Somebody writes now: their lane holds what they wrote before when it returns. */
  hurry(user: string): void;
  /** A live message as it may be handed in now: as long as older ones are missing it is answered, and is not remembered as the last one heard. */
  beside(event: Event): Event;
}

export interface CatchingUpParts extends Pick<Fetching, 'rest' | 'inLane' | 'handIn' | 'going' | 'failed'> {
  /** ms from one to the next of those who are not asked for at once. */
  readonly pace?: number;
  /** A message that was handed in beside a gap, again: now it counts as heard. */
  readonly again: (event: Event) => Promise<unknown>;
}

interface Gap { newest: { readonly id: string; readonly event: Event } | null }

/** Asked for at once, so that many do not use up what Discord allows in a second (50 calls). */
const atOnce = 5;
const atOnceFirst = 200;
const usualPace = 100;

export function openCatchingUp(parts: CatchingUpParts): CatchingUp {
  /** People of whom something older may still lie at Discord, with the newest that was handed in meanwhile. */
  let gaps = new Map<string, Gap>();
  let start: (user: string) => void = () => undefined;

  return {
    begin(everybody) {
      const mine = new Map<string, Gap>(everybody.map(({ user }) => [user, { newest: null }]));
      gaps = mine;
      const going = (): boolean => parts.going() && gaps === mine;
      const waiting = new Map(everybody.map((person) => [person.user, person]));
      const gate = openGate(atOnce);
      // Of those who write now nobody stands behind people who sleep.
      const urgent = openGate(atOnce);
      let told = false;
      const failed = (): void => {
        if (!told) parts.failed();
        told = true;
      };
      const ask = (user: string, first: typeof gate): void => {
        const person = waiting.get(user);
        const gap = mine.get(user);
        if (!person || !gap) return;
        waiting.delete(user);
        void fetchMissed(person, first, {
          ...parts, going, gate, failed,
          handIn(message) {
            if (gap.newest?.id === message.id) gap.newest = null;
            return parts.handIn(message);
          },
          closed() {
            mine.delete(user);
            if (gap.newest) void parts.again(gap.newest.event);
          },
        });
      };
      start = (user) => { if (going()) ask(user, urgent); };
      for (const { user } of everybody.slice(0, atOnceFirst)) ask(user, gate);
      void (async () => {
        for (const { user } of everybody.slice(atOnceFirst)) {
          if (!going()) return;
          if (!waiting.has(user)) continue;
          ask(user, gate);
          await pause(parts.pace ?? usualPace, undefined, { ref: false });
        }
      })();
    },
    hurry: (user) => start(user),
    beside(event) {
      const gap = 'here' in event && event.here.kind === 'discord-dm' ? gaps.get(event.here.id) : undefined;
      if (!gap || !('here' in event) || event.here.kind !== 'discord-dm') return event;
      if (event.ref !== undefined && (event.kind !== 'text' || event.via !== 'edit')) gap.newest = { id: event.ref, event };
      return { ...event, here: { kind: 'discord-dm', id: event.here.id } };
    },
  };
}
