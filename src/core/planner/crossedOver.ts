import type { Creator } from "#core/catalog/creator";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE } from "#core/forecast/response";
import { sentence } from "#core/sentence";
import { spoken } from "./amount.ts";
import { campaignModel, instanceFor } from "./campaignModel.ts";
import type { PlanParts } from "./describePlan.ts";
import type { PlanInput } from "./makePlan.ts";
import type { CrossedOver } from "./planDocument.ts";
import { reachOf } from "./reach.ts";
import { itemsOf, replan, shortlist } from "./replan.ts";

/** Flattery of the reach below this is less than the figure is rounded by. */
const MATERIAL_FROM = 0.02;

type Halved = Pick<PlanParts, "model" | "instance" | "seed"> & {
  readonly input: Pick<PlanInput, "creators" | "reference" | "assumptions" | "ownAssumptions" | "purchase">;
};

/**
 * Reach of plans chosen on one half of the sampled people and counted on the other, both ways: nobody who helped to
 * choose is counted. On average that is at most what the plan chosen on all of them reaches (docs/methods/atoms.md).
 * `inSample` is the chosen plan's own count. Null where no sampled person is an atom.
 */
export function crossedOver(
  chosen: readonly string[],
  inSample: number,
  rough: boolean,
  parts: Halved,
): CrossedOver | null {
  const { input, instance, model, seed } = parts;
  if (model.audience.frame.persons.people.length === 0) return null;
  const near = new Set(shortlist(model, chosen).map(({ group }) => group));
  const creators = input.creators.filter(({ id }) => near.has(id));
  const halves = ([0, 1] as const).map((half) => {
    const own = campaignModel(
      creators.map((creator) => halfOf(creator, half)),
      model.brief,
      input.reference,
      input.purchase ?? ORDINARY_PURCHASE,
      new AssumptionBook(input.assumptions, input.ownAssumptions),
    );
    // No warm start: the finished plan knows the other half.
    return { model: own, plan: replan(instanceFor(own, instance.budget), seed, []) };
  });
  const reach = (planOf: number, countedOn: number) =>
    reachOf(itemsOf(halves[planOf]!.plan, halves[countedOn]!.model), halves[countedOn]!.model).people;
  const flattered = (reach(0, 0) + reach(1, 1)) / 2;
  const people = (reach(0, 1) + reach(1, 0)) / 2;
  if (flattered <= 0 || people <= 0) return null;
  const optimism = (flattered - people) / flattered;
  const reported = optimism >= MATERIAL_FROM && people < inSample;
  return {
    ...{ inSample, people, optimism, reported },
    says: sentence(reported ? "plan.crossedOver.reported" : "plan.crossedOver.beside", {
      people: spoken(people, rough),
      inSample: spoken(inSample, rough),
      optimism: Math.max(0, optimism),
    }),
  };
}

// The last bit of an id's hash says which half; the others are an id again, half as dense.
function halfOf(creator: Creator, half: 0 | 1): Creator {
  return {
    ...creator,
    accounts: creator.accounts.map(({ sample, ...account }) => ({
      ...account,
      sample: sample && {
        ...sample,
        threshold: sample.threshold / 2,
        hashes: sample.hashes.filter((hash) => hash % 2 === half).map((hash) => Math.floor(hash / 2)),
      },
    })),
  };
}
