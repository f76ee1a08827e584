import { describe, expect, it } from "vitest";
import { planCampaign } from "../../src/app/planCampaign.ts";
import { readBriefTemplate } from "../../src/connectors/data/readBriefTemplate.ts";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { parseBrief } from "../../src/core/brief/parseBrief.ts";
import type { Rate } from "../../src/core/catalog/creator.ts";
import { typicalCreator } from "../../src/core/planner/standIn.ts";

const TODAY = "2026-01-15";

const source = { method: "measured", source: "an offer", observedOn: null, trust: "A" } as const;
const dear: Rate = {
  ...{ deliverable: "reel", deal: "flat", priceMinor: 2_000_000, priceMaxMinor: null, qualifier: "eq" },
  ...{ currency: "EUR", commissionBp: null, terms: null, validFrom: null, source },
};

describe("the comparison in a catalog of more creators than are re-planned", () => {
  it("knows the large ones of the catalog, however many small ones bring more for their money", async () => {
    const template = readBriefTemplate("demo-france", TODAY) as object;
    const briefDocument = { ...template, budget: 21_000, deliverables: ["reel"] };
    const brief = parseBrief(briefDocument, readReference(), TODAY);
    const small = Array.from({ length: 301 }, (_, i) =>
      typicalCreator(`small-${i}`, "instagram", 6_000 + i, brief),
    );
    const [account] = typicalCreator("large", "instagram", 300_000, brief).accounts;
    const large = { id: "large", displayName: "large", accounts: [{ ...account!, rates: [dear] }] };
    const { finished } = planCampaign({
      ...{ briefDocument, creators: [...small, large] },
      ...{ ownAssumptions: null, seed: 1, secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 1 },
      ...{ today: TODAY, withInstance: false },
    });
    const { comparison } = (await finished).document;
    expect(comparison.find(({ kind }) => kind === "one-large")).toMatchObject({
      standIn: false,
      creators: 1,
      chosen: [{ creator: "large" }],
    });
  }, 60_000);
});
