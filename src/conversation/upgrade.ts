/**
 * Documents of older versions become current when they are loaded: one small pure function a version, kept for ever,
 * each with a stored example in `tests/conversation/stored/`. Version 1 is frozen as it stands there; a field that is added,
 * removed or given a new meaning makes a new version, however small, so that yesterday's documents always load.
 */
import { freshPlace, PlaceState } from './place-state.ts';
import { State } from './state.ts';

type Document = Readonly<Record<string, unknown>>;
const personUpgrades: Readonly<Record<number, (old: Document) => Document>> = {
  // A check-in on two phones, clearing the chat by itself, a word that opens what was kept.
  1: (old) => ({
    counted: [], ...old, v: 2, door: { until: 0, wrong: 0, since: 0 }, pair: null, codesTried: { n: 0, since: 0 },
    settings: isFields(old['settings']) ? { ...old['settings'], clear: 'never', openWord: null } : old['settings'],
  }),
};
const placeUpgrades: typeof personUpgrades = {
  // The quiet card goes where it was asked for; its channel was kept for nothing.
  1: (old) => ({ ...old, v: 2, pending: Array.isArray(old['pending']) ? old['pending'].map(withoutChannel) : old['pending'] }),
};

/** Throws a ZodError when the document is not a state of any version. */
export function upgradePerson(document: unknown): State {
  return State.parse(upgraded(document, personUpgrades));
}

export function upgradePlace(document: unknown): PlaceState {
  return PlaceState.parse(isDocument(document) && !('schedules' in document) ? freshPlace : upgraded(document, placeUpgrades));
}

function upgraded(document: unknown, upgrades: Readonly<Record<number, (old: Document) => Document>>): unknown {
  let now = document;
  while (isDocument(now)) {
    const upgrade = upgrades[Number(now['v'])];
    if (!upgrade) break;
    now = upgrade(now);
  }
  return now;
}

function withoutChannel(pending: unknown): unknown {
  const about = isFields(pending) ? pending['about'] : null;
  return isFields(pending) && isFields(about) && about['kind'] === 'quiet-card' ? { ...pending, about: { kind: 'quiet-card' } } : pending;
}

function isDocument(value: unknown): value is Document {
  return isFields(value) && 'v' in value;
}

function isFields(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
