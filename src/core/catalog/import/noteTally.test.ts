import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangesOf } from "./noteTally.ts";

describe("lines of a note", () => {
  it("are told as ranges, in any language alike", () => {
    expect(rangesOf([2, 3, 4, 6, 9, 10])).toBe("2–4, 6, 9–10");
    expect(rangesOf([])).toBe("");
  });

  it("name every line and no other", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), (any) => {
        const lines = any.toSorted((a, b) => a - b);
        const named = rangesOf(lines)
          .split(", ")
          .filter((range) => range !== "")
          .flatMap((range) => {
            const [from = 0, to = from] = range.split("–").map(Number);
            return Array.from({ length: to - from + 1 }, (_, i) => from + i);
          });
        expect(named).toEqual(lines);
      }),
    );
  });
});
