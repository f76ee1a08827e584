const ROUNDS_MAX = 5000;
const TOLERANCE = 1e-10;

/**
 * The table nearest to `seed` (in relative entropy) with these row and column sums, by iterative proportional
 * fitting (Deming & Stephan 1940). Both sums are taken to 1 first; a seed of 0 stays 0.
 */
export function proportionalFit(
  seed: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): readonly (readonly number[])[] {
  const table = seed.map((row) => [...row]);
  const rowTargets = normalised(rows);
  const columnTargets = normalised(columns);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    table.forEach((row, i) => {
      scale(row, rowTargets[i] ?? 0);
    });
    let worst = 0;
    columnTargets.forEach((target, j) => {
      const sum = table.reduce((total, row) => total + (row[j] ?? 0), 0);
      worst = Math.max(worst, Math.abs(sum - target));
      if (sum > 0) for (const row of table) row[j] = ((row[j] ?? 0) * target) / sum;
    });
    if (worst < TOLERANCE) break;
  }
  return table;
}

function scale(row: number[], target: number): void {
  const sum = row.reduce((total, value) => total + value, 0);
  if (sum > 0) for (let j = 0; j < row.length; j++) row[j] = ((row[j] ?? 0) * target) / sum;
}

function normalised(sums: readonly number[]): readonly number[] {
  const total = sums.reduce((a, b) => a + b, 0);
  return total > 0 ? sums.map((value) => value / total) : sums;
}
