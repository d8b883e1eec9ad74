/** Small builders: events, decisions and stores for the tests of the store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decide, Effect, Found, Need } from '../../src/conversation/effect.ts';
import type { Event, PersonId, PlaceId, TextEvent } from '../../src/conversation/event.ts';
import { openStore, type SqliteStore, type StoreOptions } from '../../src/store/sqlite.ts';
import { afterEach } from 'vitest';

export interface Doc { readonly n: number; readonly note?: string }
export type TestStore = SqliteStore<Doc, Doc>;

export const noon = Date.UTC(2026, 10, 22, 12);
let events = 0;

export function text(person: PersonId, words = 'hello', more: Partial<TextEvent> = {}): TextEvent {
  events += 1;
  return { kind: 'text', id: `test:${events}`, at: noon, person, here: { kind: 'telegram', id: person }, locale: 'en', text: words, via: 'message', ...more };
}

/** Counts the person's turns and asks for these effects. */
export function count(...effects: readonly Effect[]): Decide<Doc, Doc> {
  return deciding((before) => ({ person: { ...before, n: (before?.n ?? 0) + 1 }, effects }));
}

export function deciding(
  step: (person: Doc | null, found: Found, place: Doc | null) => { readonly person?: Doc | null; readonly place?: Doc | null; readonly effects?: readonly Effect[] },
  needs: readonly Need[] = [],
): Decide<Doc, Doc> {
  return {
    needs: () => needs,
    step(before, found) {
      const { person = before.person, place = before.place, effects = [] } = step(before.person, found, before.place);
      return { after: { person, place }, effects };
    },
  };
}

export function say(words: string, more: Partial<Extract<Effect, { kind: 'say' }>> = {}): Effect {
  return { kind: 'say', to: 'here', cls: 'reply', messages: [{ kind: 'text', text: words }], ...more };
}

/** What the turn of this event saw. */
export async function seen(store: TestStore, event: Event, needs: readonly Need[] = []): Promise<{ person: Doc | null; place: Doc | null; found: Found }> {
  let result: { person: Doc | null; place: Doc | null; found: Found } | null = null;
  await store.turn(event, deciding((person, found, place) => {
    result = { person, place, found };
    return {};
  }, needs));
  if (!result) throw new Error('the turn was not run');
  return result;
}

const folders: string[] = [];
const open: TestStore[] = [];

export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'mend-store-'));
  folders.push(made);
  return made;
}

export function optionsFor(dir: string, more: Partial<StoreOptions<Doc, Doc>> = {}): StoreOptions<Doc, Doc> {
  return { file: join(dir, 'mend.db'), keyFile: join(dir, 'mend.db.key'), upgradePerson: (doc) => doc as Doc, upgradePlace: (doc) => doc as Doc, now: () => noon, samplePerson: { n: 1 }, ...more };
}

export function storeIn(dir: string, more: Partial<StoreOptions<Doc, Doc>> = {}): TestStore {
  const store = openStore(optionsFor(dir, more));
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

export const ann: PersonId = 'telegram:1';
export const ben: PersonId = 'telegram:2';
export const group: PlaceId = 'discord-place:9';
