import { describe, expect, it } from "vitest";
import { readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { Creator } from "#core/catalog/creator";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE } from "#core/forecast/response";
import { campaignModel, instanceFor } from "#core/planner/campaignModel";
import { crossedOver } from "#core/planner/crossedOver";
import { reachOf } from "#core/planner/reach";
import { itemsOf, replan } from "#core/planner/replan";
import { typicalCreator } from "#core/planner/standIn";
import { Random } from "#core/random";

const reference = readReference();
const assumptions = readAssumptions();
const brief = parseBrief(
  {
    ...{ market: "FR", currency: "EUR", topics: ["food"], budget: 2000 },
    objective: { metric: "reach", target: 1000, by: "2026-06-30" },
  },
  reference,
  "2026-03-01",
);
const CREATORS = 24;
const THRESHOLD = 0.01;

/** Everybody sampled follows each creator with the same chance: no set of creators is truly better than another. */
function market(random: Random): readonly Creator[] {
  const people = Array.from({ length: 1000 }, () => Math.floor(random.uniform() * THRESHOLD * 2 ** 53)).sort(
    (a, b) => a - b,
  );
  return Array.from({ length: CREATORS }, (_, c) => {
    const hashes = Float64Array.from(people.filter(() => random.uniform() < 0.04));
    const creator = typicalCreator(`c${String(c).padStart(2, "0")}`, "instagram", 4000, brief);
    const sample = { threshold: THRESHOLD, completeness: 1, hashes };
    return { ...creator, accounts: creator.accounts.map((account) => ({ ...account, sample })) };
  });
}

describe("a plan chosen on small audience samples", () => {
  it("reaches less than its own samples say, and what the other half says", () => {
    const [own, crossed]: [number[], number[]] = [[], []];
    for (let seed = 1; seed <= 16; seed++) {
      const creators = market(new Random(seed));
      const model = campaignModel(
        creators,
        brief,
        reference,
        ORDINARY_PURCHASE,
        new AssumptionBook(assumptions),
      );
      const instance = instanceFor(model, 200_000);
      const plan = replan(instance, seed, []);
      const inSample = reachOf(itemsOf(plan, model), model).people;
      const input = { creators, reference, assumptions, ownAssumptions: [] };
      const found = crossedOver(plan.chosen, inSample, true, { model, instance, seed, input });
      // As many creators and the same bundles, named before anybody looked at a sample.
      const sorted = plan.chosen.map((id) => id.slice(id.indexOf("/"))).toSorted();
      const blind = sorted.flatMap((bundle, c) => {
        const account = creators[c]!.accounts[0]!.id;
        return model.items.get(account + bundle) ?? [];
      });
      expect(blind.length).toBe(plan.chosen.length);
      expect(blind.length).toBeLessThan(CREATORS / 2);
      const truth = reachOf(blind, model).people;
      own.push(inSample / truth - 1);
      crossed.push((found?.people ?? 0) / truth - 1);
    }
    const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
    const error = (of: readonly number[]) =>
      Math.sqrt(mean(of.map((value) => (value - mean(of)) ** 2)) / (of.length - 1));
    expect(mean(own)).toBeGreaterThan(4 * error(own));
    expect(mean(own)).toBeGreaterThan(0.02);
    expect(Math.abs(mean(crossed))).toBeLessThan(3 * error(crossed));
    expect(Math.abs(mean(crossed))).toBeLessThan(mean(own) / 3);
  });

  it("has no such figure where nobody exported an audience", () => {
    const creators = [typicalCreator("one", "instagram", 4000, brief)];
    const model = campaignModel(
      creators,
      brief,
      reference,
      ORDINARY_PURCHASE,
      new AssumptionBook(assumptions),
    );
    const input = { creators, reference, assumptions, ownAssumptions: [] };
    const parts = { model, instance: instanceFor(model, 200_000), seed: 1, input };
    expect(crossedOver([], 100, true, parts)).toBe(null);
  });
});
