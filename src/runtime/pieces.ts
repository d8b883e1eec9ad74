/**
 * What a person wrote in the last two minutes, so that a message in pieces ("i want to" / "end" / "my life")
 * is also read joined. In memory only: message text is never stored.
 */
import type { PersonId } from '../conversation/event.ts';

/** How long a piece counts, in ms. */
export const pieceAge = 120_000;
const atMost = 5;

export interface Pieces {
  /** The person's messages of the last 120 s before `at`, oldest first, at most five. */
  earlier(person: PersonId, at: number): readonly string[];
  add(person: PersonId, at: number, text: string): void;
  drop(person: PersonId): void;
}

interface Piece { readonly at: number; readonly text: string }

export function createPieces(): Pieces {
  const byPerson = new Map<PersonId, readonly Piece[]>();
  const fresh = (pieces: readonly Piece[] | undefined, at: number): readonly Piece[] =>
    (pieces ?? []).filter(piece => at - piece.at < pieceAge).slice(-atMost);
  return {
    earlier: (person, at) => fresh(byPerson.get(person), at).map(piece => piece.text),
    add(person, at, text) {
      const kept = [...fresh(byPerson.get(person), at), { at, text }].slice(-atMost);
      // Re-inserting keeps the map in order of last use, so the stale ones are found at its front.
      byPerson.delete(person);
      byPerson.set(person, kept);
      for (const [other, pieces] of byPerson) {
        if (fresh(pieces, at).length > 0) break;
        byPerson.delete(other);
      }
    },
    drop: person => void byPerson.delete(person),
  };
}
