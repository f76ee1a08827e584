import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seesOneOf } from "./feedVisibility.ts";
import { seesBothByQuadrature, seesOneOfTwo } from "./mixedPosts.ts";

const PHI = 1.5;
const like = (posts: number, chance: number) => ({ posts, chance });
const chances = fc.double({ min: 0.001, max: 0.95, noNaN: true });
const posts = fc.integer({ min: 1, max: 3 });

describe("posts of two formats", () => {
  it("are like posts where their chances are the same: ten at .23 give .58", () => {
    expect(seesOneOfTwo(like(4, 0.23), like(6, 0.23), PHI)).toBe(seesOneOf(10, 0.23, PHI));
    expect(seesOneOfTwo(like(4, 0.23), like(6, 0.23), PHI)).toBeCloseTo(0.58, 2);
  });

  it("are counted by a rule that gives like posts their closed form within a millionth", () => {
    for (const dispersion of [0.5, 1.5, 4.5])
      for (const chance of [0.002, 0.05, 0.23, 0.6, 0.9]) {
        const any = 2 * seesOneOf(2, chance, dispersion) - seesOneOf(4, chance, dispersion);
        const ruled = seesBothByQuadrature(like(2, chance), like(2, chance), dispersion);
        expect(Math.abs(ruled / any - 1)).toBeLessThan(1e-6);
      }
  });

  it("come from the table within half a hundredth of what the rule says", () => {
    fc.assert(
      fc.property(chances, chances, posts, posts, (one, other, k, l) => {
        const [rare, often] = one <= other ? [like(k, one), like(l, other)] : [like(l, other), like(k, one)];
        const both = seesBothByQuadrature(rare, often, PHI);
        const exact =
          seesOneOf(rare.posts, rare.chance, PHI) + seesOneOf(often.posts, often.chance, PHI) - both;
        expect(Math.abs(seesOneOfTwo(rare, often, PHI) / exact - 1)).toBeLessThan(0.005);
      }),
      { numRuns: 60 },
    );
  });

  it("are seen at least as often as either alone, and less than by people who see each at random", () => {
    fc.assert(
      fc.property(chances, chances, posts, posts, (one, other, k, l) => {
        const [first, second] = [seesOneOf(k, one, PHI), seesOneOf(l, other, PHI)];
        const any = seesOneOfTwo(like(k, one), like(l, other), PHI);
        expect(any).toBeGreaterThanOrEqual(Math.max(first, second) * (1 - 0.005));
        expect(any).toBeLessThanOrEqual((1 - (1 - first) * (1 - second)) * (1 + 1e-9));
      }),
    );
  });

  it("move without a step as one format becomes like the other", () => {
    const at = (chance: number) => seesOneOfTwo(like(1, 0.1), like(1, chance), PHI);
    expect(at(0.1 + 1e-9)).toBeCloseTo(at(0.1), 8);
    expect(at(0.1 - 1e-9)).toBeCloseTo(at(0.1), 8);
  });

  it("leave the other format alone where nobody sees one", () => {
    expect(seesOneOfTwo(like(2, 0), like(1, 0.2), PHI)).toBeCloseTo(0.2, 12);
  });
});
