import { describe, expect, it } from "vitest";
import { readAssumptions } from "../../src/connectors/data/readAssumptions.ts";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { parseBrief } from "../../src/core/brief/parseBrief.ts";
import type { Account, Creator, Rate } from "../../src/core/catalog/creator.ts";
import { AssumptionBook } from "../../src/core/forecast/assumptionBook.ts";
import { ORDINARY_PURCHASE } from "../../src/core/forecast/response.ts";
import { campaignModel } from "../../src/core/planner/campaignModel.ts";
import { postsIn } from "../../src/core/planner/offer.ts";

const reference = readReference();
const source = { method: "measured", source: "a list", observedOn: "2026-01-10", trust: "B" } as const;

function rate(changes: Partial<Rate>): Rate {
  return {
    ...{ deliverable: "note", deal: "gifted", priceMinor: 0, priceMaxMinor: null, qualifier: "eq" },
    ...{ currency: "EUR", commissionBp: null, terms: null, validFrom: null, source },
    ...changes,
  } as Rate;
}

function creatorOn(platform: string, rates: readonly Rate[]): Creator {
  const unknown = {
    ...{ following: null, posts: null, viewsTotal: null, viewsAvg: 900, likesAvg: null, commentsAvg: null },
    ...{ sharesAvg: null, savesAvg: null, engagementByFollowersBp: null, engagementByViewsBp: null },
    ...{ activeFollowersBp: null, realFollowersBp: null, videoShareBp: null, engagementsAvg: null },
  };
  const account: Account = {
    ...{ id: platform, platform, handle: platform, externalId: null, country: "FR", city: null, bio: null },
    ...{ snapshots: [{ observedOn: "2026-01-10", source, followers: 4000, ...unknown, extra: {} }] },
    ...{ language: null, topics: [], posts: [], audience: [], rates, sample: null },
  };
  return { id: platform, displayName: platform, accounts: [account] };
}

function itemsOf(creator: Creator, changes: Readonly<Record<string, unknown>> = {}) {
  const document = {
    ...{ market: "FR", currency: "EUR", product: "noodles", topics: ["food"], budget: 3000 },
    objective: { metric: "reach", by: "2026-04-30" },
    ...changes,
  };
  const brief = parseBrief(document, reference, "2026-01-15");
  const book = new AssumptionBook(readAssumptions());
  return [...campaignModel([creator], brief, reference, ORDINARY_PURCHASE, book).items.values()];
}

describe("a creator who takes the product for pay", () => {
  it.each(["instagram", "youtube", "xiaohongshu"])(
    "is asked on %s for one piece of what the platform has, at the cost of an assumed gift",
    (platform) => {
      const items = itemsOf(creatorOn(platform, [rate({})]));
      expect(items).toHaveLength(1);
      const [item] = items;
      const sold = reference.platforms.find(({ slug }) => slug === platform)?.deliverables ?? [];
      expect(sold.map(({ slug }) => slug)).toContain(item?.bundle.pieces[0]?.offer.deliverable);
      expect(postsIn(item!.bundle)).toBe(1);
      expect(item?.costParts.gift).toBeGreaterThan(1000);
      expect(item?.posting).toBeLessThan(0.5);
      expect(item?.bundle.pieces[0]?.offer.price).toMatchObject({ qualifier: "assumed", method: "assumed" });
    },
  );

  it("costs the brief's gift where there is one", () => {
    const [item] = itemsOf(creatorOn("instagram", [rate({})]), { gift: { value: 12, shipping: 3 } });
    expect(item?.costParts.gift).toBe(1500);
  });

  it("is paid where it also quotes a price", () => {
    const quoted = rate({ deliverable: "reel", deal: "flat", priceMinor: 9000 });
    const items = itemsOf(creatorOn("instagram", [rate({ deliverable: "reel" }), quoted]));
    expect(items.map((item) => postsIn(item.bundle))).toEqual([1, 2, 3]);
    expect(items[0]?.costParts).toMatchObject({ fee: 9000, gift: 0 });
  });
});

describe("a creator at a vendor's floor", () => {
  it("is asked for one piece: nobody named a price for a series", () => {
    const floor = rate({ deal: "flat", priceMinor: 1000, currency: "CNY", qualifier: "le" });
    const items = itemsOf(creatorOn("xiaohongshu", [floor]), { market: "CN", currency: "CNY" });
    expect(items.map((item) => postsIn(item.bundle))).toEqual([1]);
    expect(items[0]?.costParts.fee).toBeGreaterThan(3000);
  });
});
