import { describe, expect, it } from "vitest";
import { readLevelRule } from "./readLevelRule.ts";

describe("the shipped rule of professional levels", () => {
  it("asks more of a professional than of a semi-professional, and says whose rule it is", () => {
    const rule = readLevelRule();
    expect(rule.professionalSponsoredLeastBp).toBeGreaterThan(rule.semiProfessionalSponsoredLeastBp);
    expect(rule).toMatchObject({ source: "Chorale's rule", year: 2026, trust: "C" });
  });
});
