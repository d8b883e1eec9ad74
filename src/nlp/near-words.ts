/**
 * Which words of a list lie near a word: two words one edit apart meet when one letter is taken out of each, or of one of them
 * (W. Garbe, SymSpell, 2012). A hash table in three arrays: a tenth of the memory of a map of lists.
 */

/** The numbers of the words of the list that have this form, the last first. A few may be others with the same hash: look at each. */
export type NearWords = (form: string) => Iterable<number>;

/** `counts`: which words of the list are looked for. */
export function nearWords(words: readonly string[], counts: (word: string) => boolean): NearWords {
  const places = 2 ** Math.ceil(Math.log2(words.length * 8 + 16));
  const first = new Int32Array(places).fill(-1);
  let next = new Int32Array(words.length * 12 + 16);
  let whose = new Int32Array(next.length);
  let used = 0;
  words.forEach((word, index) => {
    if (!counts(word)) return;
    for (const form of formsOf(word)) {
      if (used === next.length) [next, whose] = [grown(next), grown(whose)];
      const place = hashOf(form) & (places - 1);
      whose[used] = index;
      next[used] = first[place]!;
      first[place] = used++;
    }
  });
  return function* (form) {
    for (let at = first[hashOf(form) & (places - 1)]!; at !== -1; at = next[at]!) yield whose[at]!;
  };
}

/** A word and itself with each one letter left out. */
export function formsOf(word: string): ReadonlySet<string> {
  const forms = new Set([word]);
  for (let i = 0; i < word.length; i++) forms.add(word.slice(0, i) + word.slice(i + 1));
  return forms;
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** FNV-1a (Fowler, Noll, Vo, 1991), its bits mixed once more. */
function hashOf(form: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 4;
}
