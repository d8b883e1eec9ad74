/**
 * Finds the row of two numbered words in a row without making a string of them: open addressing over plain numbers.
 * Most of the time of reading a message went into such strings.
 */

export interface PairIndex { set(a: number, b: number, row: number): void; /** The row, or -1. */ get(a: number, b: number): number }

/** Room for `pairs` pairs. `a` and `b` are whole numbers of at least 0. */
export function createPairIndex(pairs: number): PairIndex {
  const bits = Math.max(4, Math.ceil(Math.log2(pairs * 2 + 1)));
  const last = 2 ** bits - 1;
  const firsts = new Int32Array(last + 1).fill(-1);
  const seconds = new Int32Array(last + 1);
  const rows = new Int32Array(last + 1);
  const find = (a: number, b: number): number => {
    let at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - bits);
    while (firsts[at] !== -1 && (firsts[at] !== a || seconds[at] !== b)) at = (at + 1) & last;
    return at;
  };
  return {
    set: (a, b, row) => {
      const at = find(a, b);
      firsts[at] = a;
      seconds[at] = b;
      rows[at] = row;
    },
    get: (a, b) => {
      const at = find(a, b);
      return firsts[at] === -1 ? -1 : rows[at]!;
    },
  };
}
