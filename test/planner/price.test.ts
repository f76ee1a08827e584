import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAssumptions } from "../../src/connectors/data/readAssumptions.ts";
import { readReference } from "../../src/connectors/data/readReference.ts";
import type { Account, Rate } from "../../src/core/catalog/creator.ts";
import { AssumptionBook } from "../../src/core/forecast/assumptionBook.ts";
import type { ItemModel } from "../../src/core/planner/itemModel.ts";
import { assumedPrice, type PriceGrounds, quotedPrice } from "../../src/core/planner/price.ts";
import { Spending } from "../../src/core/planner/spending.ts";
import { Random } from "../../src/core/random.ts";

const reference = readReference();
const book = new AssumptionBook(readAssumptions());
const grounds: PriceGrounds = { currency: "CNY", fx: reference.fx, book };
const source = { method: "measured", source: "a vendor's sheet", observedOn: null, trust: "C" } as const;

function accountOn(platform: string): Account {
  return {
    ...{ id: "one", platform, handle: "one", externalId: null, country: null, city: null, language: null },
    ...{ bio: null, topics: [], snapshots: [], posts: [], audience: [], rates: [], sample: null },
  };
}

function rate(changes: Partial<Rate>): Rate {
  return {
    ...{ deliverable: "note", deal: "flat", priceMinor: 1000, priceMaxMinor: null, qualifier: "le" },
    ...{ currency: "CNY", commissionBp: null, terms: null, validFrom: null, source },
    ...changes,
  } as Rate;
}

const floorOf = (followers: number, priceMinor = 1000) =>
  quotedPrice(rate({ priceMinor }), accountOn("xiaohongshu"), "note", followers, grounds);
const usualOf = (followers: number, platform = "xiaohongshu", format: string | null = "note") =>
  assumedPrice(accountOn(platform), format, format ?? "post", followers, grounds);

describe("a vendor's floor", () => {
  it("is planned between itself and the usual price of the size, never at itself", () => {
    const price = floorOf(4000);
    const usual = usualOf(4000).feeMinor;
    expect(price).toMatchObject({ qualifier: "le", method: "assumed", lowMinor: 1000, highMinor: usual });
    // The geometric middle, and a little more because it is a mean.
    const middle = Math.sqrt(1000 * usual);
    expect(price.feeMinor).toBeGreaterThan(middle);
    expect(price.feeMinor).toBeLessThan(1.5 * middle);
  });

  it("costs a larger creator more, where the floor is the same", () => {
    expect(floorOf(40_000).feeMinor).toBeGreaterThan(2 * floorOf(4000).feeMinor);
  });

  it("stays the price where it lies above what is usual", () => {
    expect(floorOf(1000, 900_000).feeMinor).toBe(900_000);
  });

  it("is drawn around the planned fee, as often near the market as near the floor, for all creators together", () => {
    const price = floorOf(4000);
    const bundle = { pieces: [{ offer: { price, unit: null }, count: 1 }] };
    const costParts = {
      fee: price.feeMinor,
      platformFee: 0,
      tax: 0,
      rebate: 0,
      agency: 0,
      rights: 0,
      exclusivity: 0,
      travel: 0,
      gift: 0,
      handling: 0,
      commission: 0,
    };
    const extras = { rights: null, exclusivity: null, travel: null };
    const item = { bundle, costParts, extras, posting: 1 } as unknown as ItemModel;
    const spending = new Spending([item, item]);
    const random = new Random(5);
    const draws = Array.from({ length: 20_000 }, () => {
      const shared = spending.shared(random);
      return spending.draw(0, 0, 0, random, shared) + spending.draw(1, 0, 0, random, shared);
    });
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    expect(mean / (2 * price.feeMinor)).toBeCloseTo(1, 1);
    // Two floors that moved apart would spread by a third less.
    const over = draws.filter((spent) => spent > 2 * price.feeMinor).length / draws.length;
    expect(over).toBeGreaterThan(0.3);
    expect(over).toBeLessThan(0.5);
  });
});

describe("a gifted deal", () => {
  it("asks no fee and promises nothing", () => {
    const price = quotedPrice(
      rate({ deal: "gifted", qualifier: "eq", priceMinor: 0 }),
      accountOn("instagram"),
      "post",
      4000,
      grounds,
    );
    expect(price).toMatchObject({ feeMinor: 0, qualifier: "assumed", method: "assumed" });
  });
});

describe("a usual price", () => {
  it("never falls as an account grows, on any platform and in any format", () => {
    const formats = reference.platforms.flatMap(({ slug, formats }) =>
      [null, ...formats.map((format) => format.slug)].map((format) => [slug, format] as const),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.integer({ min: 100, max: 5_000_000 }),
        fc.double({ min: 1, max: 30, noNaN: true }),
        ([platform, format], followers, times) => {
          const larger = Math.round(followers * times);
          expect(usualOf(larger, platform, format).feeMinor).toBeGreaterThanOrEqual(
            usualOf(followers, platform, format).feeMinor,
          );
        },
      ),
      { seed: 11, numRuns: 2000 },
    );
  });

  it("lies inside its own range", () => {
    for (const followers of [1000, 9999, 10_000, 99_999, 100_000, 3_000_000]) {
      const { lowMinor, feeMinor, highMinor } = usualOf(followers, "youtube", "video");
      expect(lowMinor).toBeLessThan(feeMinor);
      expect(feeMinor).toBeLessThan(highMinor);
    }
  });
});
