import { describe, expect, it } from "vitest";
import { amount, outcome, plainAmount, spoken } from "./amount.ts";

describe("an amount", () => {
  it("is of whole followers, in two or three digits", () => {
    expect(amount("followers", 811.5, "EUR")[0]?.values?.["value"]).toBe(812);
    expect(plainAmount("reach", outcome(46_930.66, false), "EUR")[0]?.values?.["value"]).toBe(46_900);
    expect(spoken(46_930.66, true)).toBe(47_000);
  });

  it("is never a part of a person where it is what happens", () => {
    expect(outcome(0.36, false)).toBe(1);
    expect(outcome(0, false)).toBe(0);
  });

  it("takes the singular for one", () => {
    expect(amount("orders", 1, "EUR")[0]?.values?.["count"]).toBe(1);
    expect(amount("orders", 0, "EUR")[0]?.values?.["count"]).toBe(2);
  });
});
