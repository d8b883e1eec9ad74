/**
 * Parts of words by number: stems and letters in a row (`~cheat`, `#heat`; features.ts) are looked up only for words never seen,
 * and nobody reads their names, so a model keeps a number mixed from each name in place of it.
 */

/** 53 bits: among a hundred thousand parts the chance that two share a number is one in two million; they would then share a row. */
export function numberOfPart(name: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < name.length; at++) {
    const letter = name.charCodeAt(at);
    low = Math.imul(low ^ letter, 0x01000193);
    high = Math.imul(high ^ letter, 0x5bd1e995);
    high ^= high >>> 15;
  }
  return (mixed(high) >>> 11) * 0x1_0000_0000 + (mixed(low ^ high) >>> 0);
}

/** Mixed as MurmurHash3 ends, by Austin Appleby (public domain). */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** Where a number stands in an ascending list; -1 when it is not there. */
export function placeOfPart(parts: Float64Array, number: number): number {
  let from = 0;
  let to = parts.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const there = parts[middle]!;
    if (there === number) return middle;
    if (there < number) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}
