import { describe, expect, it } from "vitest";
import type { Assumption } from "#core/forecast/assumption";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { binomialTail } from "#core/maths/countTails";
import { invitationsFor, postsAtLeast } from "./invitations.ts";

describe("invitations", () => {
  const figure = (key: string, value: number): Assumption => ({
    ...{ key, scope: {}, value, low: value, high: value, shape: "point", unit: "share", denominator: null },
    ...{ source: "this test", year: 2026, trust: "C" },
  });
  const bookWith = (hoursShare: number) =>
    new AssumptionBook([
      figure("invitation-success", 0.1),
      figure("invitation-success-sd", 0.04),
      figure("invitation-hours-share", hoursShare),
    ]);
  const book = bookWith(0.1);

  const money = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
  const brief = (confidence: number) => ({
    currency: "EUR",
    risk: { confidence, tail: null },
    handling: { hoursPerCreator: 2.5, hourlyRate: money(4000), inBudget: true },
  });

  it("gives ten posts at 10 % a chance of .549 with 100 invitations and .903 with 140", () => {
    expect(binomialTail(100, 0.1, 10)).toBeCloseTo(0.549, 3);
    expect(binomialTail(140, 0.1, 10)).toBeCloseTo(0.903, 3);
    expect(binomialTail(20, 0.1, 10)).toBeCloseTo(7e-6, 6);
  });

  it("advises 204 where the rate itself is uncertain, of which 140 give only .730", () => {
    expect(postsAtLeast(140, 10, 0.1, 0.04)).toBeCloseTo(0.73, 3);
    const { binomial, betaBinomial } = invitationsFor(10, 500, brief(0.9), book);
    expect(binomial).toBe(140);
    expect(betaBinomial).toBe(204);
  });

  it("prices the contacts beyond those who post, beside the plan, and knows how many there are to ask", () => {
    const { betaBinomial, extraHours, extraCost, catalog } = invitationsFor(10, 101, brief(0.9), book);
    expect(extraHours).toBeCloseTo((betaBinomial - 10) * 0.25, 9);
    expect(extraCost.amountMinor).toBe(Math.round(extraHours * 4000));
    expect(catalog).toBeLessThan(betaBinomial);
  });

  it("takes the hours of one contact from the assumptions, where they can be replaced", () => {
    const hours = (share: number) => invitationsFor(10, 500, brief(0.9), bookWith(share)).extraHours;
    expect(hours(0.3)).toBeCloseTo(3 * hours(0.1), 9);
  });

  it("needs as many as posts, at least", () => {
    expect(invitationsFor(0, 500, brief(0.8), book).betaBinomial).toBe(0);
    expect(invitationsFor(3, 500, brief(0.8), book).binomial).toBeGreaterThan(3);
  });
});
