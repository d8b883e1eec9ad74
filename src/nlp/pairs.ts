/**
 * Pairs of numbers in a row, such as two words, in the form in which they are both kept in a file and looked up: for every first
 * number the seconds that were met behind it, ascending. A pair's place is where its second stands among all of them, so no row
 * numbers are kept, and a start has nothing to build.
 */

export interface Pairs {
  /** Where the seconds of each first number begin; one more entry than there are first numbers. */
  readonly starts: Int32Array;
  readonly seconds: Int32Array;
}

/** `sorted`: each pair once, ascending by first, then by second; whole numbers from 0, firsts below `firsts`. */
export function pairsFrom(sorted: readonly (readonly [number, number])[], firsts: number): Pairs {
  const starts = new Int32Array(firsts + 1);
  for (const [first] of sorted) starts[first + 1]! += 1;
  for (let first = 0; first < firsts; first++) starts[first + 1]! += starts[first]!;
  return { starts, seconds: Int32Array.from(sorted, ([, second]) => second) };
}

/** The place of a pair, from 0; -1 when it was never met. */
export function placeOf({ starts, seconds }: Pairs, first: number, second: number): number {
  let from = starts[first]!;
  let to = starts[first + 1]! - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const there = seconds[middle]!;
    if (there === second) return middle;
    if (there < second) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

/** The pair at a place. */
export function pairAt({ starts, seconds }: Pairs, place: number): readonly [number, number] {
  let from = 0;
  let to = starts.length - 2;
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (starts[middle]! <= place) from = middle;
    else to = middle - 1;
  }
  return [from, seconds[place]!];
}
