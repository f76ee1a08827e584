import { describe, expect, it } from "vitest";
import type { Creator } from "#core/catalog/creator";
import { planCampaign } from "./planCampaign.ts";

const TODAY = "2026-01-15";
const source = { method: "estimated", source: "a vendor's sheet", observedOn: TODAY, trust: "C" } as const;
const PROVINCES = { guangdong: 9, jiangsu: 6, zhejiang: 5, shandong: 5, shanghai: 4 };

/** Lives in the United States, writes on Xiaohongshu, is followed in China. */
function emigrant(number: number): Creator {
  const unknown = {
    ...{ following: null, posts: null, viewsTotal: null, viewsAvg: null, likesAvg: null, commentsAvg: null },
    ...{ sharesAvg: null, savesAvg: null, engagementByFollowersBp: null, engagementByViewsBp: null },
    ...{ activeFollowersBp: null, realFollowersBp: null, videoShareBp: null },
  };
  const followers = 3000 + 500 * number;
  const id = `emigrant-${number}`;
  const snapshot = { observedOn: TODAY, source, followers, engagementsAvg: 120, ...unknown, extra: {} };
  const audience = Object.entries(PROVINCES).map(([key, percent]) => ({
    ...{ dimension: "region" as const, key, shareBp: percent * 100, qualifier: "censored" as const, source },
  }));
  const account = {
    ...{ id, platform: "xiaohongshu", handle: id, externalId: null, country: "US", city: null },
    ...{ language: "zh", bio: null, topics: ["food"], snapshots: [snapshot], posts: [], audience, rates: [] },
    sample: null,
  };
  return { id, displayName: id, accounts: [account] };
}

async function planFor(market: string, audience: Readonly<Record<string, readonly string[]>> = {}) {
  const { finished } = planCampaign({
    briefDocument: {
      ...{ market, currency: "EUR", product: "noodles", topics: ["food"], budget: 3000, audience },
      objective: { metric: "reach", target: 10_000, by: "2026-04-30" },
    },
    ...{ creators: Array.from({ length: 12 }, (_, i) => emigrant(i)), ownAssumptions: null, seed: 1 },
    ...{ secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 1, today: TODAY, withInstance: false },
  });
  return (await finished).document;
}

describe("one catalog under briefs of several countries", () => {
  it("reaches the country its audiences live in, and next to nobody in the others, and says so", async () => {
    const china = await planFor("CN");
    const reached = china.reach?.people ?? 0;
    expect(reached).toBeGreaterThan(3000);
    expect(china.warnings.map(({ key }) => key)).not.toContain("plan.warn.audienceElsewhere");
    for (const market of ["FR", "US", "DE"]) {
      const plan = await planFor(market);
      expect(plan.reach?.people ?? 0, market).toBeLessThan(reached / 20);
      expect(plan.forecast?.rough, market).toBe(true);
      expect(plan.forecast?.probabilityOfTarget, market).toBeLessThan(0.05);
      const warning = plan.warnings.find(({ key }) => key === "plan.warn.audienceElsewhere");
      expect(warning?.values, market).toMatchObject({ count: plan.lines.length, countries: [market] });
    }
  });

  it("plans without the city tiers of a market that has none, and says so", async () => {
    const { status, warnings } = await planFor("HK", { cityTiers: ["1", "new1"] });
    expect(status).toBe("ok");
    expect(warnings.map(({ key }) => key)).toContain("plan.warn.tiersUnknown");
  });
});
