import { describe, expect, it } from "vitest";
import { chance } from "./amount.ts";
import type { Forecast } from "./planDocument.ts";
import { senseVerdict } from "./senseVerdict.ts";

const more = { amountMinor: 900_000, currency: "EUR" };
const document = (probabilityOfTarget: number) => ({
  forecast: {
    ...{ probabilityOfTarget, profit: null },
    budgetFor: { "50": more, "80": more, "90": null },
  } as unknown as Forecast,
});

describe("the verdict", () => {
  it("is never that a goal of about 5 chances in 10 is out of this budget's reach", () => {
    expect(chance(0.457)[0]?.values).toEqual({ tenths: 5 });
    expect(senseVerdict(document(0.457), true).verdict).toBe("pilot-first");
    expect(senseVerdict(document(0.44), true)).toEqual({ verdict: "not-at-this-budget", budgetFrom: more });
  });

  it("is yes from about 7 chances in 10", () => {
    expect(senseVerdict(document(0.66), true).verdict).toBe("yes");
    expect(senseVerdict(document(0.64), true).verdict).toBe("pilot-first");
  });
});
