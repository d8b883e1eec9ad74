/**
 * The store on SQLite: every part opened once and put together. Opening is synchronous and refuses with one sentence;
 * afterwards every call is a promise that settles when the disk has it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Decide } from '../conversation/effect.ts';
import type { Event, PersonId } from '../conversation/event.ts';
import { openAudit } from './audit.ts';
import { backupTo } from './backup.ts';
import { dayOf, type Box } from './box.ts';
import { companionOf } from './companion.ts';
import { closeQuietly, damage, emptyWal, type Db } from './database.ts';
import type { Shelves } from './effects.ts';
import { destroyKeys, openErasures, startErasure } from './erasure.ts';
import { openGroup } from './group.ts';
import { openHeard, type LastHeard } from './heard.ts';
import { keepsakesOf } from './keepsakes.ts';
import { openLanes } from './lanes.ts';
import { openMirror } from './mirror.ts';
import { openOutbox } from './outbox.ts';
import { openPacking } from './packing.ts';
import { openPairs } from './pairs.ts';
import { codeOf, openPoison, type SetAside } from './poison.ts';
import type { Routing } from './post.ts';
import { openPseudonyms } from './pseudonym.ts';
import { openRecords } from './records.ts';
import { matchKeysAndRows } from './recovery.ts';
import { openRefs } from './refs.ts';
import { openSlots } from './slots.ts';
import { openFiles, type Files } from './start.ts';
import { openStats, type Stats } from './stats.ts';
import { StoreError, isStorage, sqliteCode, unavailable } from './store-error.ts';
import { keptTimeIn } from './kept-time.ts';
import { Unavailable, type Store, type TurnOutcome } from './store.ts';
import { openSubjects, upgradeWith } from './subjects.ts';
import { sweepAway } from './sweep.ts';
import { openTallies, type Tallies } from './tallies.ts';
import { openTimers } from './timers.ts';
import { openTurns, type Turned } from './turn.ts';

export interface StoreOptions<P, L> {
  /** The database; `:memory:` keeps nothing on the disk, keys included. */
  readonly file: string;
  /** The master key; made when it and the keys are both missing. */
  readonly keyFile: string;
  /** Where the keys are copied to, overwritten each time. */
  readonly keysMirror?: string;
  upgradePerson(document: unknown): P;
  upgradePlace(document: unknown): L;
  /** ms since 1970 UTC. */
  now(): number;
  /** A new person's document: what others share with it is not stored again. */
  readonly samplePerson?: P;
  /** Where `say to: 'channel'` goes; null drops it. */
  channelOf?(place: L | null, say: Parameters<Routing['channel']>[1], event: Event): ReturnType<Routing['channel']>;
  /** Where `say to: 'direct'` goes for somebody who never wrote in private; null drops it. */
  directOf?(person: PersonId, event: Event): ReturnType<Routing['direct']>;
  /** Whether somebody may be told what they did not ask for now; everybody where it is not given. */
  mayReach?(person: P): boolean;
  /** Tries of a turn that throws before it is set aside; 5. */
  readonly maxAttempts?: number;
  /** Days after the last contact; 180. */
  readonly expireAfterDays?: number;
  /** People and places kept decrypted in memory; 1,000. */
  readonly cached?: number;
  /** Turns that may share a transaction; 128. */
  readonly mostTogether?: number;
  /** How long another process may hold the write lock before turns are refused, ms; 60,000. */
  readonly busyFor?: number;
  /** The open database, for tests and measurements only. */
  inspect?(db: Db): void;
  /** Something can be claimed that could not before, outside of any turn. */
  wake?(): void;
  /** Something went wrong that only the operator can put right. */
  report?(error: unknown): void;
}

export interface SqliteStore<P, L> extends Store<P, L> {
  stats(): Stats;
  readonly tallies: Pick<Tallies, 'all'>;
  setAside(): readonly SetAside[];
  /** Whoever a retry waited for is back, as at the terminal: nothing waits for its time any more. */
  hurry(): Promise<void>;
  /** The last direct message on Discord of each person, the newest first. */
  lastHeard(): Promise<readonly LastHeard[]>;
  /** Sentences about damage; reads the whole file. */
  damage(): readonly string[];
}

const mostCached = 1000;
/** After an unclean stop so many events run one by one. */
const carefulEvents = 32;
/** A forget turn is confirmed at the latest then; its receipt waits for the erasure however long it takes. */
const longestErasureWait = 5000;

/** Throws `StoreError`: one sentence with the file and the cure. */
export function openStore<P, L>(options: StoreOptions<P, L>): SqliteStore<P, L> {
  const files = openFiles({ file: options.file, keyFile: options.keyFile, cached: (options.cached ?? mostCached) * 2 });
  try {
    return storeOn(files, options);
  } catch (error) {
    files.keys.close();
    closeQuietly(files.db);
    // A statement that does not fit the tables: the part of the file that describes them was changed.
    if (sqliteCode(error) === null) throw error;
    throw new StoreError('corrupt', `${options.file}: it is damaged: run \`mend restore\` with a backup.`, error);
  }
}

function storeOn<P, L>({ db, keys, cipher, notes }: Files, options: StoreOptions<P, L>): SqliteStore<P, L> {
  const { file, now, maxAttempts = 5, cached = mostCached } = options;
  const report = options.report ?? (() => undefined);
  options.inspect?.(db);
  const pseudonyms = openPseudonyms(keys.ids);
  const packing = openPacking(db, options.samplePerson ?? null);
  const subjects = openSubjects({ db, keys, cipher, pseudonyms, packing, cached, upgrade: upgradeWith(options.upgradePerson, options.upgradePlace) });
  let kept = keptTimeIn(notes);
  const box: Box = { db, keys, cipher, pseudonyms, subjects, now, dayOf: (at) => dayOf(Math.max(at, kept?.sure ?? at)) };
  const refs = openRefs(box);
  const timers = openTimers(box);
  const records = openRecords(box);
  const lanes = openLanes(db);
  const outbox = openOutbox(box, lanes, refs, timers);
  const erasures = openErasures(box);
  const tallies = openTallies(box);
  const poison = openPoison(box);
  const routing: Routing = {
    // The document is what upgradePlace or a step made: its type is L.
    channel: (place, say, event) => options.channelOf?.(place as L | null, say, event) ?? null,
    mayReach: (person) => person === null || (options.mayReach?.(person as P) ?? true),
    direct: (person, event) => options.directOf?.(person as PersonId, event) ?? null,
  };
  const pairs = openPairs(box, timers);
  const heard = openHeard(box);
  const shelves: Shelves = { heard, box, records, refs, timers, pairs, slots: openSlots(box), audit: openAudit(box), tallies, outbox, erasures, routing };
  const turns = openTurns<P, L>(shelves);
  const mirror = openMirror(keys.db, file === ':memory:' ? null : (options.keysMirror ?? null), report);
  const companion = companionOf(box, lanes, mirror.soon);
  const group = openGroup({ db, file, companion, most: options.mostTogether ?? 128, busyFor: options.busyFor ?? 60_000 });
  const stats = openStats(box, erasures, file);
  let closing = false;
  let leads = false;
  let careful = notes.get('clean') === '0' ? carefulEvents : 0;
  let line: Promise<unknown> | null = null;

  async function finish(erasure: number): Promise<void> {
    for (let wait = 10; !closing; wait = Math.min(wait * 2, 2000)) {
      try {
        const keyId = erasures.keyOf(erasure);
        if (keyId === null || await destroyKeys(box, [keyId], mirror.now, () => closing)) {
          await group.add(() => {
            outbox.releaseErased(erasure);
            erasures.end(erasure);
          });
          options.wake?.();
          return;
        }
      } catch (error) {
        report(error);
        await pause(wait);
      }
    }
  }

  async function tried(event: Event, decide: Decide<P, L>): Promise<Turned | 'set-aside'> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await group.add(() => turns.run(event, decide));
      } catch (error) {
        if (error instanceof Unavailable) throw error;
        if (attempt >= maxAttempts) return setAside(event, codeOf(error));
      }
    }
  }

  function setAside(event: Event, code: string): Promise<'set-aside'> {
    return group.add(() => {
      timers.remove(event);
      if (turns.see(event)) poison.setAside(event, code);
      return 'set-aside' as const;
    });
  }

  async function carefully(event: Event, decide: Decide<P, L>): Promise<Turned | 'set-aside'> {
    careful -= 1;
    const attempt = await group.add(() => poison.attempt(event));
    if (attempt > maxAttempts) return setAside(event, 'stopped-the-process');
    try {
      return await tried(event, decide);
    } finally {
      // Also after a full disk: only a stop of the process counts as the event's own fault.
      await group.add(() => poison.survived(event)).catch(report);
    }
  }

  /** Turns keep their order while the first ones after an unclean stop go one by one. */
  function inLine(event: Event, decide: Decide<P, L>): Promise<Turned | 'set-aside'> {
    const mine = (line ?? Promise.resolve()).then(() => (careful > 0 ? carefully(event, decide) : tried(event, decide)));
    const next = mine.catch(() => undefined).then(() => { if (line === next) line = null; });
    line = next;
    return mine;
  }

  /** Reads outside of a transaction fail in the same words as writes. */
  function reading<T>(read: () => T): Promise<T> {
    try {
      companion.begun();
      return Promise.resolve(read());
    } catch (error) {
      return Promise.reject(isStorage(error) ? unavailable(file, error) : error);
    }
  }

  return {
    async turn(event, decide): Promise<TurnOutcome> {
      const turned = await (careful === 0 && line === null ? tried(event, decide) : inLine(event, decide));
      if (turned === 'set-aside') return turned;
      if (turned.erasure !== null) await Promise.race([finish(turned.erasure), pause(longestErasureWait, undefined, { ref: false })]);
      return turned.outcome;
    },
    async claim(at, max) {
      if (!await reading(() => outbox.waits(at))) return [];
      return group.add(() => outbox.claim(at, max));
    },
    async settle(parcel, outcome) {
      const key = await group.add(() => outbox.settle(parcel, outcome));
      // A key that cannot be destroyed now is found by the next start.
      if (key !== null) await reading(() => keys.destroy([key])).catch(report);
    },
    due: (at, max, waits) => reading(() => timers.due(at, max, waits)),
    nextDue: () => reading(() => {
      const times = [timers.next(), outbox.nextRetry()].filter((time) => time !== null);
      return times.length === 0 ? null : Math.min(...times);
    }),
    async recover() {
      leads = true;
      const restored = notes.get('restored') === '1';
      const unknown = await group.add(() => {
        notes.set('clean', '0');
        return outbox.unsure();
      });
      await matchKeysAndRows(box, group, restored);
      if (restored) await group.add(() => notes.set('restored', '0'));
      const open = erasures.open();
      for (const erasure of open) await finish(erasure);
      return { unknown, erasures: open.length };
    },
    read: (person) => reading(() => keepsakesOf(box, records, timers, pairs, person)),
    async erase(person) {
      const erasure = await group.add(() => {
        const known = subjects.load(person);
        if (!known) return null;
        pairs.act(known, { do: 'leave', late: true });
        return startErasure(box, erasures, known);
      });
      if (erasure !== null) await finish(erasure);
    },
    async sweep(at) {
      const swept = await sweepAway({ box, group, erasures }, at, options.expireAfterDays ?? 180);
      if (swept.erasures.length === 0) {
        // A reader in the way is no harm here: the next sweep tries again.
        await reading(() => emptyWal(db));
        return;
      }
      const keyIds = swept.erasures.flatMap((erasure) => erasures.keyOf(erasure) ?? []);
      const gone = await destroyKeys(box, keyIds, mirror.now, () => closing);
      if (gone) await group.add(() => { for (const erasure of swept.erasures) erasures.end(erasure); lanes.reread(); });
    },
    keptTime: () => Promise.resolve(kept),
    async keepTime(time) {
      await group.add(() => notes.set('time', JSON.stringify(time)));
      kept = time;
    },
    backup: (to, progress) => backupTo(db, file, to, progress),
    async close() {
      if (closing) return;
      await group.idle();
      closing = true;
      if (leads) notes.set('clean', '1');
      await mirror.now().catch(report);
      keys.close();
      closeQuietly(db);
    },
    stats,
    tallies,
    setAside: () => poison.list(),
    hurry: () => group.add(() => outbox.hurry()),
    lastHeard: () => heard.all(reading),
    damage: () => damage(db),
  };
}
