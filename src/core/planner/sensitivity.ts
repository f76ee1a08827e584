import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE } from "#core/forecast/response";
import { ATOMS_FEW } from "./atomSample.ts";
import { campaignModel, instanceFor } from "./campaignModel.ts";
import type { PlanParts } from "./describePlan.ts";
import { meanOf, probabilityOf } from "./forecast.ts";
import type { ItemModel } from "./itemModel.ts";
import type { PlanDocument } from "./planDocument.ts";
import type { ScenarioFactor } from "./sharedFactors.ts";
import { simulate } from "./simulate.ts";

const DRAWS = 1000;
const KAPPAS = [0.05, 0.2, 1];

/** The same plan with one figure elsewhere: κ at its usual alternatives, the top assumptions at both ends of their range. */
export function sensitivityOf(
  items: readonly ItemModel[],
  chosen: readonly string[],
  top: readonly { readonly factor: ScenarioFactor }[],
  { model, input, budget, seed }: PlanParts,
): PlanDocument["sensitivity"] {
  const creators = items.map((item) => item.bundle.creator);
  const probe = (key: string, scope: Readonly<Record<string, string>>, value: number) => {
    const row = model.book.find(key, scope, "sensitivity");
    const own = { ...row, scope, value, low: value, high: value, shape: "point" as const };
    const book = new AssumptionBook(input.assumptions, [...input.ownAssumptions, own]);
    const other = campaignModel(
      creators,
      model.brief,
      input.reference,
      input.purchase ?? ORDINARY_PURCHASE,
      book,
    );
    const same = chosen.flatMap((id) => other.items.get(id) ?? []);
    const { outcomes } = simulate(same, other, instanceFor(other, budget.amountMinor), {
      draws: DRAWS,
      seed,
      atoms: ATOMS_FEW,
    });
    const { target } = model.brief.objective;
    return {
      key,
      value: key === "kappa" ? other.metric.kappa : value,
      mean: meanOf(outcomes),
      probabilityOfTarget: target === null ? null : probabilityOf(outcomes, target),
    };
  };
  const ends = top.flatMap(({ factor: { assumption } }) =>
    [assumption.low, assumption.high].map((value) => probe(assumption.key, assumption.scope, value)),
  );
  const kappas = model.metric.kind === "persuasion" ? KAPPAS.map((value) => probe("kappa", {}, value)) : [];
  return [...kappas, ...ends];
}
