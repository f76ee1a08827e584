import { describe, expect, it } from "vitest";
import type { Brief } from "#core/brief/brief";
import { Cities } from "#core/catalog/city";
import type { ComparisonEntry } from "./planDocument.ts";
import { likelierOf, tiersPassedOver } from "./warnings.ts";

const noCities = new Cities({ regions: [], cities: [], tierLists: [] });
const brief = {
  ...{ objective: { metric: "reach" }, currency: "EUR", creators: { quotas: [] } },
} as unknown as Brief;

function row(kind: ComparisonEntry["kind"], chance: number, books = true): ComparisonEntry {
  const chosen = books ? [{ creator: "c1", creatorName: "Invented One", deliverable: "reel" }] : [];
  return { kind, probabilityOfTarget: chance, metricMean: 1000, chosen } as unknown as ComparisonEntry;
}

describe("a portfolio likelier to reach the target than the plan", () => {
  it("is named with both chances and whom to lock", () => {
    const [warning] = likelierOf([row("micro-portfolio", 0.54), row("best-mix", 0.4)], brief);
    expect(warning?.values).toMatchObject({ chance: 0.54, planned: 0.4, names: "Invented One" });
  });

  it("is not named within the error of the draws, nor where nobody can book it", () => {
    expect(likelierOf([row("micro-portfolio", 0.41), row("best-mix", 0.4)], brief)).toEqual([]);
    expect(likelierOf([row("micro-portfolio", 0.9, false), row("best-mix", 0.4)], brief)).toEqual([]);
  });
});

describe("city tiers that a brief wishes for", () => {
  const wishes = (cities: readonly string[], market = "CN") =>
    ({ market, audience: { countries: [market], cities, cityTiers: ["1", "new1"] } }) as unknown as Brief;
  const keys = (brief: Brief, kind: "city" | "cityTier" | "country") =>
    tiersPassedOver(brief, { kind, cells: [] }, noCities).map(({ key }) => key);

  it("are named where the plan does not go by them, with the reason", () => {
    expect(keys(wishes([]), "cityTier")).toEqual([]);
    expect(keys(wishes(["shanghai"]), "city")).toEqual(["plan.warn.tiersBesideCities"]);
    expect(keys(wishes([], "FR"), "country")).toEqual(["plan.warn.tiersUnknown"]);
  });
});
