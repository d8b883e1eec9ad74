/**
 * Words that change nothing about what is asked, as one kind: "how do i trust my husband", "how can one trust him" and
 * "how should we trust her" ask the same. Pairs of words are learnt as pairs of kinds too, so these three meet in `~trust they`;
 * who did what is told apart by the words themselves and by deeds.ts.
 */
import { passedOver } from './model.ts';

/** The kind of a word, its stem where it has none, and null for a word that is passed over. */
export function kindOf(word: string, stemOf: (word: string) => string): string | null {
  return left.has(word) ? null : (kinds.get(word) ?? stemOf(word));
}

/** The number of a word's kind in a model; -1 for a kind never met in a pair. */
export function numberOfKind(word: string, stemmed: string, numbers: ReadonlyMap<string, number>): number {
  const kind = kindOf(word, () => stemmed);
  return kind === null ? passedOver : (numbers.get(kind) ?? -1);
}

const left: ReadonlySet<string> = new Set('a an the my our your his their so just really very even actually please still pls'.split(' '));

const members: Readonly<Record<string, string>> = {
  they: 'he she they him her them husband wife partner boyfriend girlfriend bf gf hubby spouse fiance fiancee man woman bloke guy girl hes shes theyre theyve hed shed theyd',
  i: 'i we us one u im ive id ill were',
  do: 'do does did can could should would might may shall to',
  not: 'not never cannot dont doesnt didnt cant wont couldnt wouldnt isnt arent wasnt havent hasnt aint',
  again: 'again anymore',
};
const kinds: ReadonlyMap<string, string> = new Map(Object.entries(members).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)));
