import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { post, posts, SEEN_ON } from "./postFacts.fixture.ts";
import { sponsoredShare } from "./sponsoredShare.ts";

describe("the sponsored share of recent posts", () => {
  it("is unknown, not zero, where no export says what is sponsored", () => {
    expect(sponsoredShare(posts(30, 2))).toEqual({
      ...{ shareBp: null, sponsored: 0, known: 0, recent: 30, seenOn: SEEN_ON },
    });
    expect(sponsoredShare([])).toMatchObject({ shareBp: null, recent: 0, seenOn: null });
  });

  it("is of the posts of which it is known, at least five of them", () => {
    const eight = posts(8, 3, (i) => ({ sponsored: i < 2 ? true : i < 6 ? false : null }));
    expect(sponsoredShare(eight)).toMatchObject({ shareBp: 3333, sponsored: 2, known: 6, recent: 8 });
    const four = posts(4, 3, () => ({ sponsored: false }));
    expect(sponsoredShare(four)).toMatchObject({ shareBp: null, known: 4 });
  });

  it("looks at the half year before the account was last seen, however long ago that was", () => {
    const old = Array.from({ length: 10 }, (_, i) => post(200 + i, { sponsored: true }));
    const recent = posts(5, 10, () => ({ sponsored: false }));
    expect(sponsoredShare([...recent, ...old])).toMatchObject({ shareBp: 0, known: 5 });
    const longAgo = old.map((one) => ({ ...one, observedOn: "2025-09-01" }));
    expect(sponsoredShare(longAgo)).toMatchObject({ shareBp: 10_000, seenOn: "2025-09-01" });
  });

  it("lies between nothing and all, whatever the order of the posts", () => {
    const one = fc.record({
      daysAgo: fc.integer({ min: 0, max: 400 }),
      sponsored: fc.constantFrom(true, false, null),
    });
    fc.assert(
      fc.property(fc.array(one), (said) => {
        const some = said.map(({ daysAgo, sponsored }) => post(daysAgo, { sponsored }));
        const found = sponsoredShare(some);
        expect(sponsoredShare(some.toReversed())).toEqual(found);
        expect(found.sponsored).toBeLessThanOrEqual(found.known);
        expect(found.known).toBeLessThanOrEqual(found.recent);
        expect(found.shareBp === null).toBe(found.known < 5);
        expect(found.shareBp ?? 0).toBeLessThanOrEqual(10_000);
      }),
      { seed: 7 },
    );
  });
});
