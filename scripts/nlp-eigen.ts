/**
 * The strongest directions of a large symmetric sparse table, by subspace iteration from a random start
 * (Halko, Martinsson and Tropp, "Finding structure with randomness", 2011) and Jacobi's rotations on the small table that is left.
 * The random start is seeded: the same table gives the same numbers.
 */
import type { Together } from './nlp-togetherness.ts';

/** `rows * dims` numbers, row by row: eigenvectors times their eigenvalue to the power of `strength`. */
export function strongest(table: Together, dims: number, strength: number): Float32Array {
  const rows = table.columns.length;
  const wide = dims + spare;
  let basis = orthonormal(times(table, randomNumbers(rows * wide), wide), rows, wide);
  for (let round = 0; round < rounds; round++) basis = orthonormal(times(table, basis, wide), rows, wide);
  const { values, vectors } = jacobi(inside(basis, times(table, basis, wide), rows, wide));
  const order = values.map((_, i) => i).toSorted((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!)).slice(0, dims);
  const out = new Float32Array(rows * dims);
  for (let row = 0; row < rows; row++) {
    order.forEach((column, d) => {
      let sum = 0;
      for (let k = 0; k < wide; k++) sum += basis[row * wide + k]! * vectors[k]![column]!;
      out[row * dims + d] = sum * Math.abs(values[column]!) ** strength;
    });
  }
  return out;
}
/** A few directions more than wanted, and four rounds, are plenty. */
const spare = 12;
const rounds = 4;

function times({ columns, values }: Together, right: Float32Array, wide: number): Float32Array {
  const out = new Float32Array(right.length);
  columns.forEach((there, row) => {
    for (let i = 0; i < there.length; i++) {
      const by = values[row]![i]!;
      const from = there[i]! * wide;
      for (let k = 0; k < wide; k++) out[row * wide + k]! += by * right[from + k]!;
    }
  });
  return out;
}

/** Gram and Schmidt's way, twice over for exactness. */
function orthonormal(numbers: Float32Array, rows: number, wide: number): Float32Array {
  const columns = Array.from({ length: wide }, (_, k) => Float64Array.from({ length: rows }, (_unused, row) => numbers[row * wide + k]!));
  columns.forEach((column, k) => {
    for (const before of [...columns.slice(0, k), ...columns.slice(0, k)]) {
      const shared = dot(column, before);
      for (let row = 0; row < rows; row++) column[row]! -= shared * before[row]!;
    }
    const length = Math.sqrt(dot(column, column));
    for (let row = 0; row < rows; row++) column[row]! /= length;
  });
  return Float32Array.from({ length: rows * wide }, (_, at) => columns[at % wide]![Math.floor(at / wide)]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The table as seen within the basis: small, and made exactly symmetric. */
function inside(basis: Float32Array, image: Float32Array, rows: number, wide: number): Float64Array[] {
  const sums = Array.from({ length: wide }, () => new Float64Array(wide));
  for (let at = 0; at < rows * wide; at += wide) {
    for (let a = 0; a < wide; a++) for (let b = 0; b < wide; b++) sums[a]![b]! += basis[at + a]! * image[at + b]!;
  }
  return sums.map((row, a) => row.map((sum, b) => (sum + sums[b]![a]!) / 2));
}

/** Eigenvalues, and eigenvectors as columns (Golub and Van Loan, "Matrix Computations", 8.5). */
function jacobi(table: readonly Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const size = table.length;
  const a = table.map((row) => Float64Array.from(row));
  const vectors = a.map((_, i) => Float64Array.from({ length: size }, (_unused, j) => (i === j ? 1 : 0)));
  const turn = (row: Float64Array, p: number, q: number, c: number, s: number): void => {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = a[p]![q]!;
        if (Math.abs(off) < 1e-9) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (const row of a) turn(row, p, q, c, s);
        const [up, down] = [a[p]!, a[q]!];
        for (let k = 0; k < size; k++) [up[k], down[k]] = [c * up[k]! - s * down[k]!, s * up[k]! + c * down[k]!];
        for (const row of vectors) turn(row, p, q, c, s);
      }
    }
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

/** Between -1/2 and 1/2, from a multiplicative generator with the modulus 2^31 - 1 (Park and Miller, 1988). */
function randomNumbers(count: number): Float32Array {
  let state = 7;
  return Float32Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  });
}
