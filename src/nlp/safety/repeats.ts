/**
 * The same words over and over say nothing new, but reading each of them again takes time: of ten or more rounds of up to
 * twelve words the middle ones go. Both ends stay with more words than any rule looks back or ahead (twelve, `context.ts`),
 * and the seam between them is one more round, so every place that remains is read among the same words as before.
 */
export function withoutRepeats(words: readonly string[]): readonly string[] {
  if (words.length < shortest) return words;
  let out: string[] | null = null;
  let taken = 0;
  for (let at = 0; at < words.length;) {
    const round = roundAt(words, at);
    const end = round === 0 ? at : endOf(words, at, round);
    const side = round * Math.ceil(kept / Math.max(round, 1));
    if (round === 0 || end - at < 2 * side + 2 * round) {
      at += 1;
      continue;
    }
    out ??= [];
    out.push(...words.slice(taken, at + side + ((end - at) % round)));
    taken = end - side;
    at = end;
  }
  return out === null ? words : [...out, ...words.slice(taken)];
}

/** Texts below this are read whole. */
const shortest = 120;
const longestRound = 12;
/** Words kept on each side, rounded up to whole rounds. */
const kept = 30;

/** The fewest words after which the text goes on as it does here, for `2 * kept` words; 0 when it does not. */
function roundAt(words: readonly string[], at: number): number {
  for (let round = 1; round <= longestRound; round += 1) {
    if (words[at] === words[at + round] && endOf(words, at, round) - at > 2 * kept) return round;
  }
  return 0;
}

/** Where words stop being what they were `round` words earlier. */
function endOf(words: readonly string[], at: number, round: number): number {
  let end = at + round;
  while (end < words.length && words[end] === words[end - round]) end += 1;
  return end;
}
