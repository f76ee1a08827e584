import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PEERS_FEWEST, type PeerQuote, peerPrices, placeAmong } from "./fairPrice.ts";

const quote = (creatorId: string, priceMinor: number, more: Partial<PeerQuote> = {}): PeerQuote => ({
  ...{ creatorId, priceMinor, priceMaxMinor: null, currency: "EUR", quotedOn: "2026-01-10" },
  ...more,
});
const eight = [100, 200, 300, 400, 500, 600, 700, 800].map((price, i) => quote(`c${i}`, price));
const usd = { base: "EUR", quote: "USD", onDate: "2026-01-01", rateE9: 1_250_000_000, source: "a bank" };

describe("the fair price among peers", () => {
  it("is the quartiles of what eight ask, and is not said of seven", () => {
    const found = peerPrices(eight, "EUR", []);
    expect([found?.low, found?.middle, found?.high].map((money) => money?.amountMinor)).toEqual([
      275, 450, 625,
    ]);
    expect(found).toMatchObject({ peers: 8, leftOut: 0, quoted: { from: "2026-01-10", to: "2026-01-10" } });
    expect(peerPrices(eight.slice(1), "EUR", [])).toBeNull();
  });

  it("counts each creator once, by the newest of their prices, and a range by its middle", () => {
    const again = quote("c0", 99_999);
    const range = quote("c7", 600, { priceMaxMinor: 1000 });
    expect(peerPrices([...eight.slice(0, 7), range, again], "EUR", [])?.prices).toEqual(
      peerPrices(eight, "EUR", [])?.prices,
    );
  });

  it("converts by known rates, and leaves out and counts whom none converts", () => {
    const dollars = quote("c8", 1000, { currency: "USD" });
    expect(
      peerPrices([...eight, dollars], "EUR", [usd])?.prices.filter((price) => price === 800),
    ).toHaveLength(2);
    expect(peerPrices([...eight, dollars], "EUR", [])).toMatchObject({ peers: 8, leftOut: 1 });
    expect(peerPrices([...eight.slice(1), dollars], "EUR", [])).toBeNull();
  });

  it("places a price between 0 and 1, the middle of equals in the middle", () => {
    expect(placeAmong([1, 2, 3, 4], 5)).toBe(1);
    expect(placeAmong([1, 2, 3, 4], 0)).toBe(0);
    expect(placeAmong([7, 7, 7, 7], 7)).toBe(0.5);
  });

  it("does not depend on the order of the peers, and its ends enclose its middle", () => {
    const prices = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: PEERS_FEWEST, maxLength: 40 });
    fc.assert(
      fc.property(prices, (amounts) => {
        const quotes = amounts.map((price, i) => quote(`c${i}`, price));
        const found = peerPrices(quotes, "EUR", []);
        expect(peerPrices(quotes.toReversed(), "EUR", [])).toEqual(found);
        expect(found!.low.amountMinor).toBeLessThanOrEqual(found!.middle.amountMinor);
        expect(found!.middle.amountMinor).toBeLessThanOrEqual(found!.high.amountMinor);
      }),
      { seed: 2 },
    );
  });
});
