/**
 * Whether the clock of the machine can be believed. What expires by a wrong clock does not come back, and a week that was
 * posted by one is missing afterwards; so a clock that leapt is in doubt, at a start too: the store keeps the time.
 *
 * - More than a day away from what it should be is a leap. Time that went on while this ran is counted by the monotonic
 *   clock; a process that was away cannot know how long, so every longer absence is a leap until it is confirmed.
 * - In doubt nothing is swept. Where no outage explains the leap (back, or more than 35 days on), what it made due waits too.
 * - The platform's date (RFC 9110, section 6.6.1) confirms at once. Where none is told, what is due waits for a quarter of an hour
 *   and the sweep for a week, both without another leap that no outage or sleep explains. Where the platform contradicts, what is due waits for a day, after which
 *   no late post is right any more, and the sweep for as long as it contradicts. Set back, the clock is believed again.
 */
import type { KeptTime } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

export interface Trust {
  /** What was due at this time (ms UTC) or before, and everything of communities, waits; null where nothing does. */
  readonly waits: number | null;
  readonly sweeps: boolean;
}

export interface Doubt { look(): Promise<Trust> }

export interface DoubtParts {
  readonly clock: Clock;
  readonly store: { keptTime(): Promise<KeptTime | null>; keepTime(time: KeptTime): Promise<void> };
  /** The date that a platform tells, ms UTC; null where none does. Never rejects. */
  readonly dateTold: () => Promise<number | null>;
  readonly log: Log;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const leap = day;
/** A machine may be off for so long and have the right time afterwards. */
const outage = 35 * day;
/** As near as this to the platform's date is right. */
const near = hour;
const untilDue = 15 * minute;
const untilDueContradicted = day;
const untilSwept = 7 * day;
const askEvery = minute / 2;
const writeEvery = 10 * minute;

type Told = 'the same' | 'another' | 'nothing';

export function createDoubt({ clock, store, dateTold, log }: DoubtParts): Doubt {
  let kept: KeptTime | null = null;
  /** On the monotonic clock: the last look, and when the time was sure last. */
  let lookedAt = 0;
  let sureAt = 0;
  let writtenAt = -Infinity;
  let told: { readonly at: number; readonly what: Told } | null = null;

  async function look(): Promise<Trust> {
    const ran = clock.elapsed();
    const first = kept === null;
    const before = kept ?? await store.keptTime() ?? { sure: clock.now(), seen: clock.now(), since: null };
    if (first) lookedAt = sureAt = ran;
    const now = clock.now();
    let since = doubtedSince(before, now, ran, first);
    lookedAt = ran;
    if (since !== before.since) told = null;
    if (since !== null && before.since === null) log.warn('The clock of this machine leapt. Nothing expires until it is confirmed.');
    const what = since === null ? 'nothing' : await ask(ran);
    if (since !== null && (what === 'the same' || (what === 'nothing' && now - since >= untilSwept))) since = null;
    kept = { sure: since === null ? now : before.sure, seen: now, since };
    if (since === null) sureAt = ran;
    void write(kept, since !== before.since || first, ran);
    const patience = what === 'another' ? untilDueContradicted : untilDue;
    const waits = since !== null && isNoOutage(since - before.sure) && now - since < patience ? since : null;
    return { waits, sweeps: since === null };
  }

  function doubtedSince(before: KeptTime, now: number, ran: number, first: boolean): number | null {
    if (isNear(now, before.sure + ran - sureAt)) return null;
    if (before.since === null) return now;
    if (isNear(now, before.seen + ran - lookedAt)) return before.since;
    // Away or asleep again while in doubt: who starts this once a week, or lets it sleep for days, would be in doubt for ever.
    const leapt = now - before.seen - (ran - lookedAt);
    return (first ? now > before.since : leapt > 0 && leapt <= outage) ? before.since : now;
  }

  async function ask(ran: number): Promise<Told> {
    if (told !== null && ran - told.at < askEvery) return told.what;
    const date = await dateTold();
    const what: Told = date === null ? 'nothing' : Math.abs(date - clock.now()) <= near ? 'the same' : 'another';
    if (what === 'another' && told?.what !== what) log.error('The clock of this machine is more than an hour away from that of the platform. Set it right: until then nothing expires, and weekly questions may come at a wrong time.');
    told = { at: ran, what };
    return what;
  }

  async function write(time: KeptTime, changed: boolean, ran: number): Promise<void> {
    if (!changed && ran - writtenAt < writeEvery) return;
    const last = writtenAt;
    writtenAt = ran;
    try {
      await store.keepTime(time);
    } catch (error) {
      writtenAt = last;
      log.error('The time could not be written down.', { error });
    }
  }

  return { look };
}

const isNear = (now: number, expected: number): boolean => Math.abs(now - expected) <= leap;
const isNoOutage = (distance: number): boolean => distance < -leap || distance > outage;
