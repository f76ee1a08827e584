import { beforeAll, describe, expect, it } from "vitest";
import { makeDemo } from "#app/makeDemo";
import { planCampaign } from "#app/planCampaign";
import type { PlanDocument } from "#core/planner/planDocument";
import { namesOf } from "./names.ts";
import { planText } from "./planText.ts";

const TODAY = "2026-01-15";

describe("a plan on the terminal", () => {
  let plan: PlanDocument;
  let text: string;
  beforeAll(async () => {
    const { finished, platforms } = planCampaign({
      briefDocument: {
        ...{ market: "FR", currency: "EUR", topics: ["beauty"], budget: 6000 },
        objective: { metric: "views", target: 40_000, by: "2026-04-30" },
      },
      ...{ ownAssumptions: null, creators: makeDemo(TODAY).creators.slice(0, 50), seed: 3 },
      ...{ secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 1, today: TODAY, withInstance: false },
    });
    plan = (await finished).document;
    text = planText(plan, namesOf(platforms), 80).join("\n").replaceAll(/\s+/g, " ");
  }, 180_000);

  it("says how likely the bill ends above the budget", () => {
    expect(plan.totals.probabilityOverBudget).not.toBeNull();
    expect(text).toContain("Chance that the bill ends above the budget: ");
  });

  it("labels what is a mean and shows the median as likely", () => {
    expect(text).toContain("Adds (mean)");
    expect(text).toMatch(/expected \(mean\) .* views, likely .* views/);
    expect(text).toMatch(/Likely 9 in 10 between Chance/);
  });

  it("says how many there are to invite, and the hours it takes beside the plan", () => {
    const { catalog, betaBinomial } = plan.invitations;
    expect(catalog).toBeLessThan(betaBinomial);
    expect(text).toContain(`the catalog has only ${catalog}`);
    expect(text).toMatch(/take about [\d,]+ hours more \(€[\d,]+\), not part of the plan's cost/);
  });

  it("shows no fraction of a view, and no raw label", () => {
    expect(text).not.toMatch(/\d\.\d+ views/);
    expect(text).not.toMatch(/tier:|platform:|"\*"/);
  });
});
