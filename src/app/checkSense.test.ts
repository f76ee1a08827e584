import { beforeAll, describe, expect, it } from "vitest";
import type { SenseAnswers, SenseDocument } from "#core/planner/senseDocument";
import { checkSense } from "./checkSense.ts";

const TODAY = "2026-03-01";
const euro = (major: number) => ({ amountMinor: major * 100, currency: "EUR" });
const answers = (changes: Partial<SenseAnswers>): SenseAnswers => ({
  category: "food",
  market: "FR",
  currency: "EUR",
  orderValue: euro(40),
  grossMargin: 0.4,
  purchase: "impulse",
  area: "national",
  newToMarket: false,
  budget: euro(6000),
  goal: null,
  ...changes,
});

describe("the sense check", () => {
  let cheap: SenseDocument;
  beforeAll(async () => {
    cheap = await checkSense(answers({}), TODAY);
  });

  it("says no where an order leaves 16 and costs far more to win", () => {
    expect(cheap.verdict).toBe("no");
    const economics = cheap.findings.find((finding) => finding.says.key === "sense.finding.paysNot");
    const [left, cost] = economics?.figures.map((figure) => figure.value) ?? [];
    expect(left).toBe(16);
    expect(cost).toBeGreaterThan(16);
  });

  it("does not say no to the same campaign where an order leaves a hundred times as much", async () => {
    const dear = await checkSense(answers({ orderValue: euro(4000) }), TODAY);
    expect(["yes", "pilot-first"]).toContain(dear.verdict);
  });

  it("names the budget from which a goal out of reach comes within an even chance", async () => {
    const goal = { metric: "reach", target: 100_000 } as const;
    const asked = answers({ goal, grossMargin: null });
    const { verdict, budgetFrom } = await checkSense(asked, TODAY);
    expect(verdict).toBe("not-at-this-budget");
    expect(budgetFrom?.amountMinor).toBeGreaterThan(euro(6000).amountMinor);
    const then = await checkSense({ ...asked, budget: budgetFrom }, TODAY);
    expect(then.verdict).not.toBe("no");
    expect(then.comparison.at(-1)?.probabilityOfTarget).toBeGreaterThan(0.45);
  });

  it("never contradicts its own table: the best mix is the likeliest row, and the verdict goes by it", async () => {
    const goal = { metric: "reach", target: 30_000 } as const;
    const yuan = (major: number) => ({ amountMinor: major * 100, currency: "CNY" });
    const china = { market: "CN", currency: "CNY", orderValue: yuan(80), budget: yuan(20_000) };
    const { verdict, comparison, rough } = await checkSense(
      answers({ ...china, goal, grossMargin: null }),
      TODAY,
    );
    const best = comparison.at(-1)?.probabilityOfTarget ?? 0;
    for (const entry of comparison) expect(entry.probabilityOfTarget ?? 0).toBeLessThanOrEqual(best);
    expect(verdict === "not-at-this-budget").toBe(Math.round(best * 10) < 5);
    expect(rough).toBe(true);
  }, 120_000);

  it("expects less where only one town can buy", async () => {
    const result = (document: typeof cheap) =>
      document.comparison.find((entry) => entry.kind === "best-mix")?.metricMean ?? 0;
    expect(result(await checkSense(answers({ area: "local" }), TODAY))).toBeLessThan(result(cheap));
  });

  it("rests on typical creators and marks them", () => {
    for (const entry of cheap.comparison) expect(entry.standIn).toBe(entry.kind !== "nothing");
    expect(cheap.assumptions.length).toBeGreaterThan(20);
  });
});
