import fc from "fast-check";
import { expect, it } from "vitest";
import { eigenOfSymmetric } from "./eigenOfSymmetric.ts";

it("finds the eigenvalues of a matrix whose are known", () => {
  // 2 on the diagonal, −1 beside it: 2 − 2 cos(kπ / 4), k = 1 … 3.
  const { values } = eigenOfSymmetric(Float64Array.of(2, -1, 0, -1, 2, -1, 0, -1, 2), 3);
  expect([...values].map((value) => value.toFixed(10))).toEqual(
    [2 + Math.SQRT2, 2, 2 - Math.SQRT2].map((value) => value.toFixed(10)),
  );
});

it("gives vectors that the matrix only stretches, at right angles, for any symmetric matrix", () => {
  const size = 5;
  const entries = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 15, maxLength: 15 });
  fc.assert(
    fc.property(entries, (triangle) => {
      const matrix = new Float64Array(size * size);
      let next = 0;
      for (let i = 0; i < size; i++) {
        for (let j = i; j < size; j++) {
          matrix[i * size + j] = matrix[j * size + i] = triangle[next++] ?? 0;
        }
      }
      const { values, vectors } = eigenOfSymmetric(matrix, size);
      for (let k = 0; k < size; k++) {
        for (let i = 0; i < size; i++) {
          let stretched = 0;
          let product = 0;
          for (let j = 0; j < size; j++) {
            stretched += (matrix[i * size + j] ?? 0) * (vectors[j * size + k] ?? 0);
            product += (vectors[j * size + k] ?? 0) * (vectors[j * size + i] ?? 0);
          }
          expect(stretched).toBeCloseTo((values[k] ?? 0) * (vectors[i * size + k] ?? 0), 8);
          expect(product).toBeCloseTo(i === k ? 1 : 0, 8);
        }
      }
    }),
  );
});
