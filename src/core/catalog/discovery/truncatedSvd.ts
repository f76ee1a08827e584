import { eigenOfSymmetric } from "#core/maths/eigenOfSymmetric";
import type { Random } from "#core/random";
import type { SparseRows } from "./cooccurrence.ts";

// Halko, Martinsson & Tropp 2011, algorithm 4.4: a few directions more than asked, and a pass to sharpen them; a
// second found nothing better (docs/methods/topics.md).
const OVERSAMPLING = 10;
const PASSES = 1;

/**
 * The leading left singular vectors of a square sparse matrix, each times the root of its singular value: row i of the
 * result, `width` numbers, is what term i is like. Randomised subspace iteration; the same `random` gives the same bytes.
 */
export function singularRows(
  matrix: SparseRows,
  dimensions: number,
  random: Random,
): { rows: Float64Array; width: number } {
  const size = matrix.starts.length - 1;
  const width = Math.min(dimensions, size);
  const wide = Math.min(size, width + OVERSAMPLING);
  const guess = Float32Array.from({ length: size * wide }, () => random.normal());
  let basis = times(matrix, guess, wide);
  for (let pass = 0; pass < PASSES; pass++) {
    orthonormalize(basis, wide);
    basis = times(matrix, transposedTimes(matrix, basis, wide), wide);
  }
  // Twice: once leaves the square of the condition number as error.
  orthonormalize(basis, wide);
  orthonormalize(basis, wide);
  const small = transposedTimes(matrix, basis, wide);
  const { values, vectors } = eigenOfSymmetric(gram(small, wide), wide);
  const rows = new Float64Array(size * width);
  for (let k = 0; k < width; k++) {
    // Eigenvalues of the Gram matrix are squared singular values: their fourth root is the root of those.
    const scale = Math.max(0, values[k] ?? 0) ** 0.25;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let m = 0; m < wide; m++) sum += (basis[i * wide + m] ?? 0) * (vectors[m * wide + k] ?? 0);
      rows[i * width + k] = sum * scale;
    }
  }
  return { rows, width };
}

function times(matrix: SparseRows, dense: Float32Array, wide: number): Float32Array {
  const { starts, columns, values } = matrix;
  const result = new Float32Array(dense.length);
  const row = new Float64Array(wide);
  for (let i = 0; i + 1 < starts.length; i++) {
    row.fill(0);
    for (let e = starts[i]!; e < starts[i + 1]!; e++) {
      const value = values[e]!;
      const from = columns[e]! * wide;
      for (let k = 0; k < wide; k++) row[k]! += value * dense[from + k]!;
    }
    result.set(row, i * wide);
  }
  return result;
}

function transposedTimes(matrix: SparseRows, dense: Float32Array, wide: number): Float32Array {
  const { starts, columns, values } = matrix;
  const result = new Float32Array(dense.length);
  for (let i = 0; i + 1 < starts.length; i++) {
    const from = i * wide;
    for (let e = starts[i]!; e < starts[i + 1]!; e++) {
      const value = values[e]!;
      const to = columns[e]! * wide;
      for (let k = 0; k < wide; k++) result[to + k]! += value * dense[from + k]!;
    }
  }
  return result;
}

function gram(dense: Float32Array, wide: number): Float64Array {
  const result = new Float64Array(wide * wide);
  for (let at = 0; at < dense.length; at += wide) {
    for (let a = 0; a < wide; a++) {
      const left = dense[at + a]!;
      if (left === 0) continue;
      for (let b = a; b < wide; b++) result[a * wide + b]! += left * dense[at + b]!;
    }
  }
  for (let a = 0; a < wide; a++) {
    for (let b = 0; b < a; b++) result[a * wide + b] = result[b * wide + a]!;
  }
  return result;
}

// In place, through the Cholesky factor of the Gram matrix. A direction that depends on the others, as in a catalog of few
// words, becomes zero.
function orthonormalize(dense: Float32Array, wide: number): void {
  const factor = gram(dense, wide);
  for (let k = 0; k < wide; k++) {
    const before = factor[k * wide + k]!;
    let pivot = before;
    for (let m = 0; m < k; m++) pivot -= factor[m * wide + k]! ** 2;
    const diagonal = pivot > before * 1e-12 ? Math.sqrt(pivot) : 0;
    factor[k * wide + k] = diagonal;
    for (let j = k + 1; j < wide; j++) {
      let sum = factor[k * wide + j]!;
      for (let m = 0; m < k; m++) sum -= factor[m * wide + k]! * factor[m * wide + j]!;
      factor[k * wide + j] = diagonal > 0 ? sum / diagonal : 0;
    }
  }
  for (let at = 0; at < dense.length; at += wide) {
    for (let k = 0; k < wide; k++) {
      const diagonal = factor[k * wide + k]!;
      if (diagonal === 0) {
        dense[at + k] = 0;
        continue;
      }
      let sum = dense[at + k]!;
      for (let m = 0; m < k; m++) sum -= dense[at + m]! * factor[m * wide + k]!;
      dense[at + k] = sum / diagonal;
    }
  }
}
