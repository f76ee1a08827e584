import { describe, expect, it } from "vitest";
import { readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { AudienceSample, Creator } from "#core/catalog/creator";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE } from "#core/forecast/response";
import { campaignModel, instanceFor } from "#core/planner/campaignModel";
import { reachOf } from "#core/planner/reach";
import { typicalCreator } from "#core/planner/standIn";
import { Random } from "#core/random";
import { Coverage } from "#core/solver/coverage";

const TODAY = "2026-03-01";
const reference = readReference();
const brief = parseBrief(
  {
    ...{ market: "FR", currency: "EUR", topics: ["food"], budget: 5000 },
    objective: { metric: "reach", target: 1000, by: "2026-06-30" },
  },
  reference,
  TODAY,
);

function sampleFrom(random: Random, ids: number): AudienceSample {
  const hashes = Float64Array.from({ length: ids }, () => random.uniform() * 0.02 * 2 ** 53).sort();
  return { threshold: 0.02, completeness: 1, hashes };
}

function creatorWith(id: string, sample: AudienceSample | null): Creator {
  const creator = typicalCreator(id, "instagram", 10_000, brief);
  return { ...creator, accounts: creator.accounts.map((account) => ({ ...account, sample })) };
}

/** Share of the second creator's reach that the first brings too. */
function overlap(first: AudienceSample | null, second: AudienceSample | null): number {
  const model = campaignModel(
    [creatorWith("one", first), creatorWith("two", second)],
    brief,
    reference,
    ORDINARY_PURCHASE,
    new AssumptionBook(readAssumptions()),
  );
  const items = ["one", "two"].flatMap((id) => {
    const item = [...model.items.values()].find((candidate) => candidate.bundle.creator.id === id);
    return item ? [item] : [];
  });
  const coverage = new Coverage(instanceFor(model, 500_000));
  const ids = items.map((item) => item.bundle.id);
  expect(reachOf(items, model).people).toBeGreaterThan(0);
  const alone = coverage.valueAlone(ids[1] ?? "");
  return 1 - (coverage.value(ids) - coverage.valueAlone(ids[0] ?? "")) / alone;
}

describe("overlap of two creators", () => {
  const random = new Random(3);
  const [sample, another] = [sampleFrom(random, 200), sampleFrom(random, 200)];

  it("is that of their exports where they have some: the same people overlap far more than others", () => {
    expect(overlap(sample, sample)).toBeGreaterThan(0.05);
    expect(overlap(sample, another)).toBeLessThan(0.01);
  });

  it("comes from their segments where they have none", () => {
    const bySegment = overlap(null, null);
    expect(bySegment).toBeGreaterThan(0);
    expect(bySegment).toBeLessThan(0.05);
  });
});
