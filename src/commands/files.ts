/** The data file of a command, opened with the bot's own documents; whoever writes what others would send must lead. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config.ts';
import type { Say } from '../conversation/effect.ts';
import { placeOf, type Event, type PersonId, type Route } from '../conversation/event.ts';
import { freshState } from '../conversation/fresh.ts';
import type { PlaceState } from '../conversation/place-state.ts';
import type { State } from '../conversation/state.ts';
import { upgradePerson, upgradePlace } from '../conversation/upgrade.ts';
import { tryToLead, type Leadership } from '../store/leader.ts';
import { openStore, type SqliteStore, type StoreOptions } from '../store/sqlite.ts';
import { Failure } from './failure.ts';

export type BotStore = SqliteStore<State, PlaceState>;
export type Extras = Pick<StoreOptions<State, PlaceState>, 'wake' | 'report' | 'channelOf' | 'directOf'> & { now?(): number };

export function openBotStore(config: Config, extras: Extras = {}): BotStore {
  return openStore<State, PlaceState>({
    file: config.db, keyFile: config.keyFile, ...(config.keysMirror === null ? {} : { keysMirror: config.keysMirror }),
    upgradePerson, upgradePlace, now: () => Date.now(), samplePerson: freshState(0), directOf: privateRouteOf, channelOf, mayReach: (person) => !person.hidden, ...extras,
  });
}

/** Where somebody who never wrote in private is reached: the chat, or the direct messages, of that account. */
function privateRouteOf(person: PersonId): Route {
  const colon = person.indexOf(':');
  const platform = person.slice(0, colon);
  const id = person.slice(colon + 1);
  return { kind: platform === 'discord' ? 'discord-dm' : platform === 'telegram' ? 'telegram' : 'terminal', id };
}

/** A Discord server has channels, a Telegram group is one chat. */
function channelOf(_: PlaceState | null, say: Say, event: Event): Route | null {
  const place = placeOf(event);
  if (place?.startsWith('discord-place:')) return say.channel === undefined ? null : { kind: 'discord-channel', id: say.channel };
  return place === null ? null : { kind: 'telegram', id: place.slice('telegram-place:'.length) };
}

export interface OwnFiles { readonly store: BotStore; close(): Promise<void> }

/** Leads on the file for as long as it is open. Waits `patience` ms for a process that is just ending. */
export async function openOwn(config: Config, patience: number, extras: Extras = {}): Promise<OwnFiles> {
  makeFolderOf(config.db);
  const leadership = await lead(config.db, patience);
  try {
    const store = openBotStore(config, extras);
    return { store, async close() { await store.close(); leadership.release(); } };
  } catch (error) {
    leadership.release();
    throw error;
  }
}

async function lead(file: string, patience: number): Promise<Leadership> {
  for (let waited = 0; ; waited += 100) {
    const leadership = tryToLead(file);
    if (leadership) return leadership;
    if (waited >= patience) throw new Failure(1, `another Mend uses ${file} now. Stop it, or give another file with --db.`);
    await pause(100);
  }
}

/** The lock lies beside the data file, so their folder comes first. */
export function makeFolderOf(file: string): void {
  if (file === ':memory:') return;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch {
    throw new Failure(1, `the folder of ${file} cannot be made. Make it, or set MEND_DB to another place.`);
  }
}
