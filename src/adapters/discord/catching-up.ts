/**
 * Everybody who may have written while nobody listened is asked for, whoever was in touch last first, until all are: however many there are,
 * none of them is left out. This goes at a pace that leaves most of what Discord allows to replies, the first ones quicker;
 * and whoever writes now has been waiting long enough and is asked for at once, before what they write now.
 *
 * Nobody in danger waits for a Discord that does not answer: after the first try what they write now goes ahead. Until the rest is there,
 * it does not count as the last thing heard of them (`beside`), so that a process that dies in between leaves the gap to the next one.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Event } from '../../conversation/event.ts';
import { openGate } from '../gate.ts';
import { fetchMissed, type Fetching, type LastHeard } from './missed.ts';

export interface CatchingUp {
  /** A session began: everybody, whoever was in touch last first. The call before has nothing more to do. */
  begin(everybody: readonly LastHeard[]): void;
  /** Somebody writes now: their lane holds what they wrote before when it returns. */
  hurry(user: string): void;
  /** A live message as it may be handed in now: as long as older ones are missing it is answered, and is not remembered as the last one heard. */
  beside(event: Event): Event;
}

export interface CatchingUpParts extends Pick<Fetching, 'rest' | 'inLane' | 'handIn' | 'going' | 'failed'> {
  /** ms from one to the next. */
  readonly pace?: number;
  /** A message that was handed in beside a gap, again: now it counts as heard. */
  readonly again: (event: Event) => Promise<unknown>;
}

interface Gap { newest: { readonly id: string; readonly event: Event } | null }

/** A Discord that is slow has so many questions open. */
const atOnce = 5;
/** Discord allows 50 calls a second, and most of the first are answered with words, which are calls, too. */
const firstPace = 50;
const first = 200;
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
      const ask = (user: string, through: typeof gate): void => {
        const person = waiting.get(user);
        const gap = mine.get(user);
        if (!person || !gap) return;
        waiting.delete(user);
        void fetchMissed(person, through, {
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
      void (async () => {
        for (const [index, { user }] of everybody.entries()) {
          if (!going()) return;
          if (!waiting.has(user)) continue;
          ask(user, gate);
          await pause(parts.pace ?? (index < first ? firstPace : usualPace), undefined, { ref: false });
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
