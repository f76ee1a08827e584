import { readFileSync } from "node:fs";
import { Cities } from "#core/catalog/city";
import type { Deals } from "#core/catalog/deal";
import type { Platform } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import type { TierPolicies } from "#core/catalog/tierPolicy";
import { TopicLexicon } from "#core/catalog/topic";

const data = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), "utf8"));
const platformsOf = (name: string) => (data(`platforms/${name}`) as { platforms: Platform[] }).platforms;

/** Shipped platforms and tier policies as the pages know them; no topics, places or rates. */
export const REFERENCE_FIXTURE: Reference = {
  platforms: [...platformsOf("western"), ...platformsOf("china")],
  tierPolicies: data("tiers/policies") as TierPolicies,
  topics: new TopicLexicon([]),
  cities: new Cities({ regions: [], cities: [], tierLists: [] }),
  fx: [],
  peaks: [],
  briefDefaults: {
    hoursPerCreator: 0,
    hourlyRates: [],
    orderValues: [],
    source: "none",
    year: 2026,
    trust: "C",
  },
  deals: {
    ...(data("deals/kinds") as Pick<Deals, "kinds">),
    ...(data("deals/routes") as Pick<Deals, "routes" | "orderPlaces">),
    ...(data("deals/rights") as Pick<Deals, "channels">),
    ...(data("deals/boosting") as Pick<Deals, "tools">),
  },
};
