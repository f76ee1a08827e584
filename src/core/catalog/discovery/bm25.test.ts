import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idf, K1, termScore } from "./bm25.ts";

describe("BM25", () => {
  it("gives the textbook's score", () => {
    // ln(1 + (1000 − 10 + 0.5) / (10 + 0.5)); tf 3 in a document twice the mean length: 3 · 2.2 / (3 + 1.2 · 1.75).
    expect(idf(1000, 10)).toBeCloseTo(4.55738, 5);
    expect(termScore(3, 1, 20, 10, 1.2, 0.75)).toBeCloseTo(6.6 / 5.1, 12);
  });

  it("never counts a word against a document, not even one that all have", () => {
    expect(idf(1000, 1000)).toBeGreaterThan(0);
  });

  it("rises with the frequency, falls with the length, and saturates", () => {
    const count = fc.integer({ min: 1, max: 254 });
    fc.assert(
      fc.property(count, count, count, (frequency, length, mean) => {
        const score = termScore(frequency, 1, length, mean);
        expect(termScore(frequency + 1, 1, length, mean)).toBeGreaterThan(score);
        expect(termScore(frequency, 1, length + 1, mean)).toBeLessThan(score);
        expect(score).toBeLessThan(K1 + 1);
      }),
    );
  });
});
