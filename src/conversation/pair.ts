/**
 * Two people who do a check-in together, each in their own private chat. Each owns one half and writes only that one:
 * what they answered to the opening question, and what they chose to share. Nothing else of them ever leaves their document.
 * The other one reads both halves inside a turn of their own, which a letter asks for: a due timer `pair`, or `pair-left` after somebody left.
 */

export type Role = 'first' | 'second';

export interface Half {
  readonly role: Role;
  /** To "Is today a good day for this?"; null before. */
  readonly answer: 'yes' | 'no' | null;
  /** Share step -> the words that were shared, or null when the person kept them. */
  readonly shared: Readonly<Record<string, string | null>>;
}

/** `theirs` is null before somebody joined, and after they have left or were forgotten: which of these, nobody can tell. */
export interface Pair { readonly joined: boolean; readonly mine: Half; readonly theirs: Half | null }

/** `code`: eight digits. `until`: ms UTC. */
export type PairAct =
  /** An invitation: whatever this person was part of before is left. */
  | { readonly do: 'open' | 'join'; readonly code: string; readonly half: Half; readonly until: number }
  /** My half changes, and the other one gets a letter. */
  | { readonly do: 'put'; readonly half: Half; readonly until: number }
  /** My half goes. The other one hears of it now, or `late`, after minutes that nobody can count back. */
  | { readonly do: 'leave'; readonly late: boolean }
  /** I have come to the end; my half stays until the other one has too. */
  | { readonly do: 'finish' };

/** How long a code can be used, ms. */
export const codeLives = 30 * 60_000;
/** How long a check-in for two may wait for its next step, ms. */
export const pairLives = 3 * 3_600_000;
