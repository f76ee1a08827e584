import type { Brief } from "#core/brief/brief";
import type { Money } from "#core/money";
import type { Method } from "#core/provenance";
import type { ItemModel } from "./itemModel.ts";
import { methodShares, mixedShares } from "./methodShares.ts";
import type { CostPart, MethodShares, PlanDocument, PlanLine } from "./planDocument.ts";
import type { Simulation } from "./simulate.ts";

/** `budget`: what boosting leaves for creators. */
export function totalsOf(
  items: readonly ItemModel[],
  lines: readonly PlanLine[],
  simulation: Simulation | null,
  budget: Money | null,
  budgetProposed: boolean,
  brief: Brief,
): PlanDocument["totals"] {
  const money = (amountMinor: number): Money => ({ amountMinor, currency: brief.currency });
  const sum = (part: CostPart) => items.reduce((total, item) => total + item.costParts[part], 0);
  const cost = items.reduce((total, item) => total + item.costMinor, 0);
  const hours = items.reduce((total, item) => total + item.hours, 0);
  const boost = brief.deals.boosting?.amount ?? null;
  const over =
    simulation && budget ? simulation.spent.reduce((n, s) => n + Number(s > budget.amountMinor), 0) : null;
  return {
    creators: items.length,
    cost: money(cost),
    cash: money(cost - sum("handling")),
    handling: money(Math.round(hours * brief.handling.hourlyRate.amountMinor)),
    fees: money(sum("fee")),
    tax: money(sum("tax")),
    rebates: money(sum("rebate")),
    platformFees: money(sum("platformFee")),
    agency: money(sum("agency")),
    gifts: money(sum("gift")),
    rights: money(sum("rights")),
    exclusivity: money(sum("exclusivity")),
    travel: money(sum("travel")),
    commission: money(sum("commission")),
    hours,
    boost,
    budget: budget && money(budget.amountMinor + (boost?.amountMinor ?? 0)),
    budgetProposed,
    unspent: budget ? money(budget.amountMinor - cost) : null,
    probabilityOverBudget: over === null || !simulation ? null : over / simulation.spent.length,
    costShares: costShares(items, brief),
    forecastShares: mixedShares(lines.map((line) => ({ shares: line.shares, weight: line.marginalValue }))),
  };
}

/** How well the money is known: fees by their quotes, gifts and hours by whether the brief states them. */
function costShares(items: readonly ItemModel[], brief: Brief): MethodShares {
  const stated = (path: string): Method =>
    brief.defaults.some((row) => row.path === path) ? "assumed" : "measured";
  return methodShares(
    items.flatMap(({ costParts, bundle, extras, tax }) => [
      { method: bundle.pieces[0]!.offer.price.method, weight: costParts.fee + costParts.rebate },
      {
        method: tax?.basis === "quoted" ? bundle.pieces[0]!.offer.price.method : ("assumed" as const),
        weight: costParts.tax,
      },
      { method: "assumed" as const, weight: costParts.platformFee + costParts.agency },
      ...(["rights", "exclusivity", "travel"] as const).map((part) => ({
        method:
          extras[part]?.basis === "quoted" ? bundle.pieces[0]!.offer.price.method : ("assumed" as const),
        weight: costParts[part],
      })),
      { method: stated("gift.value"), weight: costParts.gift },
      { method: stated("handling.hoursPerCreator"), weight: costParts.handling },
      { method: "assumed" as const, weight: costParts.commission },
    ]),
  );
}
