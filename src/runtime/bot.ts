/**
 * One event, one turn: the text is understood before the transaction, the conversation decides inside it,
 * and everything that leaves the process waits for the commit.
 *
 * Events of one person keep the order in which they came, also while the model is still loading
 * and while the database cannot take a turn: later ones queue behind the one that waits.
 */
import type { Decide, Effect } from '../conversation/effect.ts';
import { personOf, type Event } from '../conversation/event.ts';
import { noReading, type Reading, type Understand } from '../conversation/reading.ts';
import type { Store, TurnOutcome } from '../store/store.ts';
import type { Inbox } from '../adapters/adapter.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createPieces } from './pieces.ts';
import { textToRead } from './text-to-read.ts';

/** `unavailable`: the database kept nothing of the turn; the event may be brought again. */
export interface Receipt {
  readonly outcome: TurnOutcome | 'unavailable';
  /** The person's persistent count of turns after this one; null when the turn was not done. */
  readonly turn: number | null;
  readonly reading: Reading | null;
  /** The turn says nothing where the event came from. */
  readonly silent: boolean;
}

export interface Bot {
  /** Tries the turn so many times, once where nothing is said. Never rejects. */
  receive(event: Event, tries?: number): Promise<Receipt>;
  /** Tries until the outcome is durable, or for ever unanswered once `stop` was called. */
  readonly inbox: Inbox;
  /** From now on a turn that the database cannot take is left to the platform, which brings it again. */
  stop(): void;
}

export interface BotParts<P extends Counted, L> {
  readonly store: Pick<Store<P, L>, 'turn'>;
  readonly decide: (event: Event, reading: Reading | null) => Decide<P, L>;
  /** Null while the model still loads. */
  readonly understand: () => Understand | null;
  /** Resolves when `understand()` gives a function. */
  readonly ready: () => Promise<void>;
  /** What a durable turn asked for: wakes the courier and the timers. */
  readonly committed: (effects: readonly Effect[]) => void;
  /** The fixed safety reply that may leave without a commit. Never rejects. */
  readonly replyDirectly: (event: Event, reading: Reading) => Promise<void>;
  /** A word to somebody whose message was set aside. Never rejects. */
  readonly apologise: (event: Event) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Waits between two tries of one turn, in ms. */
const firstWait = 100;
const longestWait = 5_000;

export function createBot<P extends Counted, L>(parts: BotParts<P, L>): Bot {
  const { store, clock, log, metrics } = parts;
  const pieces = createPieces();
  const queues = new Map<string, Promise<unknown>>();
  /** How many events of a person wait for the database. */
  const stuck = new Map<string, number>();
  let stopping = false;

  /** Runs `job` now when nothing of this person waits, else behind it. */
  const inOrder = <T>(event: Event, loading: boolean, job: (inLine: boolean) => Promise<T>): Promise<T> => {
    const person = personOf(event);
    const before = person === null ? undefined : queues.get(person);
    return before === undefined && !loading ? job(false) : queued(person, loading ? parts.ready : noWait, () => job(true));
  };
  const queued = <T>(person: string | null, first: () => Promise<void>, job: () => Promise<T>): Promise<T> => {
    const before = (person === null ? undefined : queues.get(person)) ?? Promise.resolve();
    const work = before.then(first).then(job, job);
    if (person !== null) {
      queues.set(person, work);
      const release = (): void => { if (queues.get(person) === work) queues.delete(person); };
      void work.then(release, release);
    }
    return work;
  };

  const read = (event: Event): Reading | null => {
    const text = textToRead(event);
    const person = personOf(event);
    // What was written before a press is not the beginning of what is written after it.
    if (event.kind === 'press') pieces.drop(event.person);
    if (text === null || person === null) return null;
    const reading = understandSafely(parts.understand(), text, pieces.earlier(person, event.at), log);
    // An edit says again what was said before: joining it with itself would read things that nobody said.
    if (event.kind !== 'text' || event.via !== 'edit') pieces.add(person, event.at, text);
    return reading;
  };

  const attempt = async (event: Event, reading: Reading | null, first: boolean): Promise<Receipt> => {
    const started = clock.now();
    const seen: Seen = { turn: null, effects: [], chose: false };
    try {
      const outcome = await store.turn(event, watched(parts.decide(event, reading), seen));
      metrics.add('mend_turns_total', { kind: event.kind, outcome });
      metrics.add('mend_turn_seconds_sum', {}, (clock.now() - started) / 1000);
      if (outcome === 'set-aside') {
        log.error('An event failed too often and was set aside.', { kind: event.kind });
        await (reading?.safety && first ? parts.replyDirectly(event, reading) : parts.apologise(event));
      }
      if (outcome === 'done') {
        if (reading?.safety) metrics.add('mend_safety_readings_total', { kind: reading.safety.kind });
        const person = personOf(event);
        if (person !== null && (seen.chose || seen.effects.some(effect => effect.kind === 'forget'))) pieces.drop(person);
        if (seen.effects.some(effect => effect.kind === 'audit' && effect.denied)) {
          metrics.add('mend_denied_total');
          log.warn('Somebody who may not was refused.', { kind: event.kind, ...(person === null ? {} : { about: person }) });
        }
        parts.committed(seen.effects);
      }
      const silent = outcome === 'done' && !seen.effects.some(effect => effect.kind === 'say' && effect.to === 'here');
      return { outcome, turn: outcome === 'done' ? seen.turn : null, reading, silent };
    } catch (error) {
      metrics.add('mend_turns_unavailable_total');
      if (first) log.error('The database could not take a turn; nothing of it was kept.', { kind: event.kind, error });
      if (first && reading?.safety) await parts.replyDirectly(event, reading);
      return { outcome: 'unavailable', turn: null, reading, silent: false };
    }
  };

  /** `inLine`: what comes later of this person already waits for this job. */
  const persist = async (event: Event, reading: Reading | null, inLine: boolean): Promise<void | 'silent'> => {
    const receipt = await attempt(event, reading, true);
    if (receipt.outcome !== 'unavailable') return signOf(receipt);
    const person = personOf(event);
    if (person === null) return again(event, reading);
    stuck.set(person, (stuck.get(person) ?? 0) + 1);
    const outcome = await (inLine ? again(event, reading) : queued(person, noWait, () => again(event, reading)));
    const left = (stuck.get(person) ?? 1) - 1;
    if (left > 0) stuck.set(person, left); else stuck.delete(person);
    return outcome;
  };

  const again = async (event: Event, reading: Reading | null): Promise<void | 'silent'> => {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      // Never answered: the platform was not told "received" and brings the event again.
      if (stopping) return new Promise(() => { /* left to the platform */ });
      await new Promise<void>(resolve => void clock.after(wait, resolve));
      const receipt = await attempt(event, reading, false);
      if (receipt.outcome !== 'unavailable') return signOf(receipt);
    }
  };

  const mustLoad = (event: Event): boolean => parts.understand() === null && textToRead(event) !== null;
  return {
    receive: (event, tries = 1) => inOrder(event, mustLoad(event), async () => {
      const reading = read(event);
      let receipt = await attempt(event, reading, true);
      for (let more = 1; more < tries && receipt.outcome === 'unavailable'; more += 1) {
        await new Promise<void>(resolve => void clock.after(firstWait * 2 ** (more - 1), resolve));
        receipt = await attempt(event, reading, false);
      }
      return receipt;
    }),
    inbox(event) {
      const person = personOf(event);
      if (person === null || !stuck.has(person)) return inOrder(event, mustLoad(event), inLine => persist(event, read(event), inLine));
      // Somebody in danger does not queue behind a message that waits for the disk.
      const reading = read(event);
      if (reading?.safety) void parts.replyDirectly(event, reading);
      return queued(person, noWait, () => persist(event, reading, true));
    },
    stop() { stopping = true; },
  };
}

const signOf = (receipt: Receipt): void | 'silent' => (receipt.silent ? 'silent' : undefined);
const noWait = (): Promise<void> => Promise.resolve();

/** `taken`: the turn took a choice, pressed or typed. */
interface Counted { readonly turns: number; readonly taken?: unknown }
interface Seen { turn: number | null; effects: readonly Effect[]; chose: boolean }

/** The same decision; what the last run of it returned is what was committed. */
function watched<P extends Counted, L>(decide: Decide<P, L>, seen: Seen): Decide<P, L> {
  return {
    needs: before => decide.needs(before),
    step(before, found) {
      const result = decide.step(before, found);
      seen.turn = result.after.person?.turns ?? 0;
      seen.effects = result.effects;
      seen.chose = (result.after.person?.taken ?? null) !== null;
      return result;
    },
  };
}

function understandSafely(understand: Understand | null, text: string, earlier: readonly string[], log: Log): Reading {
  try {
    return understand?.(text, earlier) ?? noReading;
  } catch (error) {
    log.error('A message could not be read.', { error });
    return noReading;
  }
}
