/**
 * Documents of older versions become current when they are loaded: one small pure function a version, kept for ever,
 * each with a stored example in `tests/conversation/rules.test.ts`.
 */
import { freshPlace, PlaceState } from './place-state.ts';
import { State } from './state.ts';

type Document = Readonly<Record<string, unknown>>;
const personUpgrades: Readonly<Record<number, (old: Document) => Document>> = {};

/** Throws a ZodError when the document is not a state of any version. */
export function upgradePerson(document: unknown): State {
  return State.parse(upgraded(document, personUpgrades));
}

export function upgradePlace(document: unknown): PlaceState {
  return PlaceState.parse(isDocument(document) && !('schedules' in document) ? freshPlace : document);
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

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'v' in value;
}
