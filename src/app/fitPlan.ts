import { readAssumptions } from "#connectors/data/readAssumptions";
import type { Brief, Metric } from "#core/brief/brief";
import type { NumberName } from "#core/catalog/discovery/figures";
import type { FitPlan } from "#core/catalog/discovery/find/fit";
import { AGE_BANDS, overlapOfAges } from "#core/forecast/ageBand";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { selectOwnAssumptions } from "#storage/assumptions";
import type { House } from "./house.ts";

/** What reach and views grow with is views alone; saves with how many save; everything else with how many act at all. */
function rateOf(metric: Metric): NumberName | null {
  if (metric === "reach" || metric === "impressions" || metric === "views") return null;
  return metric === "saves" ? "savesByViewsBp" : "engagementByViewsBp";
}

/** A band of an audience list counts where at least half of its years are asked for. */
function bandsWithin(ages: readonly string[]): readonly string[] {
  return AGE_BANDS.filter((band) => ages.some((age) => overlapOfAges(band, age) >= 0.5));
}

/** What fit to a brief is counted from, with the workspace's own assumptions. */
export async function fitPlan(house: House, brief: Brief): Promise<FitPlan> {
  const own = await selectOwnAssumptions(house.db, house.workspaceId);
  const { audience, topics, objective } = brief;
  const book = new AssumptionBook(readAssumptions(), own);
  const asked = [
    { dimension: "country" as const, keys: audience.countries },
    { dimension: "city" as const, keys: audience.cities },
    { dimension: "cityTier" as const, keys: audience.cityTiers },
    { dimension: "age" as const, keys: bandsWithin(audience.ages) },
    { dimension: "gender" as const, keys: audience.genders },
    { dimension: "language" as const, keys: audience.languages },
    { dimension: "interest" as const, keys: audience.interests },
  ];
  return {
    topics,
    topicLift: book.find("topic-lift", {}, "affinity of followers").value,
    audience: asked.filter(({ keys }) => keys.length > 0),
    rate: rateOf(objective.metric),
  };
}
