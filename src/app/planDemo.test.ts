import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { openPlan } from "./openPlan.ts";
import { planDemo } from "./planDemo.ts";

const say = (rule: { key: string }) => rule.key;

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse({ kind: "demo" });
});
afterEach(() => house.close());

describe("the plan of the demo market", () => {
  it("is made and kept once, within its budget, and likely enough to be worth showing", async () => {
    const first = await planDemo(house, say);
    const { document } = await openPlan(house, first.plan.id);
    expect(document.status).toBe("ok");
    expect(document.lines.length).toBeGreaterThanOrEqual(5);
    expect(document.totals.cost.amountMinor).toBeLessThanOrEqual(4_000_000);
    expect(document.forecast?.probabilityOfTarget).toBeGreaterThan(0.5);
    expect(document.forecast?.probabilityOfTarget).toBeLessThan(0.95);

    house.setNow(new Date("2027-01-01T09:00:00Z"));
    const again = await planDemo(house, say);
    expect(again.plan.id).toBe(first.plan.id);
  });
});
