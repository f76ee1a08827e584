import type { Money } from "#core/money";
import { tenthsOf } from "./amount.ts";
import type { PlanDocument } from "./planDocument.ts";
import type { SenseVerdict } from "./senseDocument.ts";

/** Chances in ten, as they are said: from 7 on they speak for it, up to 2 against it; between them a pilot has to show. */
const WINS_FROM = 7;
const LOSES_UP_TO = 2;
const EVEN = 5;

/** Chance that the money comes back where a margin is known, else that the goal is reached, else even. */
export function winChance({ forecast }: Pick<PlanDocument, "forecast">): number {
  if (forecast?.profit) return 1 - forecast.profit.probabilityOfLoss;
  return forecast?.probabilityOfTarget ?? 0.5;
}

/** By chances as they are said: no verdict contradicts the words beside it. */
export function senseVerdict(
  document: Pick<PlanDocument, "forecast">,
  budgetGiven: boolean,
): { readonly verdict: SenseVerdict; readonly budgetFrom: Money | null } {
  const { forecast } = document;
  if (forecast === null) return { verdict: "no", budgetFrom: null };
  const pays = forecast.profit === null ? null : 1 - forecast.profit.probabilityOfLoss;
  if (pays !== null && tenthsOf(pays) <= LOSES_UP_TO) return { verdict: "no", budgetFrom: null };
  const reaches = forecast.probabilityOfTarget;
  if (reaches !== null && budgetGiven && tenthsOf(reaches) < EVEN) {
    const budgetFrom = forecast.budgetFor["50"];
    return budgetFrom === null
      ? { verdict: "no", budgetFrom: null }
      : { verdict: "not-at-this-budget", budgetFrom };
  }
  if ([winChance(document), reaches ?? 1].every((each) => tenthsOf(each) >= WINS_FROM))
    return { verdict: "yes", budgetFrom: null };
  return { verdict: "pilot-first", budgetFrom: forecast.budgetFor["80"] };
}
