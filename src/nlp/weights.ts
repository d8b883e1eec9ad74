/**
 * How much each kind of feature weighs in a message. Chosen on the validation parts of public benchmarks (docs/understanding.md has the figures).
 */

/**
 * Rare words weigh more than common ones: smoothed inverse document frequency (Manning, Raghavan and Schütze,
 * "Introduction to Information Retrieval", 6.2), flattened a little, because in a short message the common words ask the question.
 */
export function rarityOf(feature: string, sentencesWithIt: number, sentences: number): number {
  const share = feature.startsWith('#') ? lettersShare : feature.startsWith('@') ? deedShare : 1;
  return share * (Math.log((1 + sentences) / (1 + sentencesWithIt)) + 1) ** flattened;
}
const flattened = 0.75;

/**
 * How much a feature tells intents apart, 1 (said for one only) to 0 (for all alike): one less the entropy of the intents it was said
 * for, in shares of the highest there could be. One more sentence, said for all alike, is added, or every feature seen once would tell
 * everything. After Dumais, "Improving the retrieval of information from external sources" (1991), who weighs by entropy over documents.
 * `timesIn`: how often in each intent that had it.
 */
export function tellingOf(timesIn: Iterable<number>, intents: number): number {
  let total = 1;
  for (const times of timesIn) total += times;
  let entropy = 0;
  let others = intents;
  const add = (share: number): number => (share === 0 ? 0 : -share * Math.log(share));
  for (const times of timesIn) {
    entropy += add((times + 1 / intents) / total);
    others--;
  }
  return 1 - (entropy + others * add(1 / intents / total)) / Math.log(intents);
}
/** Letters inside words count a little less than words. */
const lettersShare = 0.7;
/** Who did what counts for two words: "I cheated" and "he cheated" share all the others. */
const deedShare = 2;

/** What a feature never seen adds to a message's length, squared: it counts as half a rare word. */
export function unseenMass(sentences: number): number {
  return (unseenShare * Math.log(1 + sentences) ** flattened) ** 2;
}
const unseenShare = 0.5;

/** A word's meaning, as a vector of this length. `stemMass`: that of its stem, or null for a stem never seen. */
export function meaningWeight(stemMass: number | null, unseen: number): number {
  return meaningShare * Math.sqrt(stemMass ?? unseen / unseenShare ** 2);
}
const meaningShare = 1.5;
