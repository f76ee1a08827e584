import type { PlanDocument } from "../src/core/planner/planDocument.ts";
import { sentence } from "../src/core/sentence.ts";

/** As much of a plan as storing, listing and approving it look at: two lines of an invented creator each. */
export function smallPlan(status: PlanDocument["status"] = "ok"): PlanDocument {
  const line = (number: number) => ({
    creator: `creator-${number}`,
    account: `account-${number}`,
    deliverable: "note",
    count: 1,
    cost: { amountMinor: 40_000 * number, currency: "CNY" },
  });
  const document = {
    status,
    head: sentence("storage.noPlan", { id: "fixture" }),
    lines: status === "ok" ? [line(1), line(2)] : [],
    ...{
      currency: "CNY",
      totals: { cost: { amountMinor: 120_000, currency: "CNY" } },
      forecast: null,
      reach: null,
    },
  };
  return document as unknown as PlanDocument;
}

/** A brief with everything that approval asks for; pass undefined to leave one out. */
export function foodBrief(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    market: "CN",
    currency: "CNY",
    product: "chilli sauce",
    topics: ["food"],
    budget: 3000,
    objective: { metric: "reach", target: 50_000, by: "2026-06-30" },
    ...changes,
  };
}
