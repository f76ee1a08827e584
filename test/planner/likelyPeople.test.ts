import { describe, expect, it } from "vitest";
import { planCampaign } from "../../src/app/planCampaign.ts";
import { readBriefTemplate } from "../../src/connectors/data/readBriefTemplate.ts";
import { readWorldSpec } from "../../src/connectors/data/readWorldSpec.ts";
import type { PlanDocument } from "../../src/core/planner/planDocument.ts";
import { makeWorld } from "../../src/core/world/world.ts";

const TODAY = "2026-01-15";
const { creators } = makeWorld(readWorldSpec(), { seed: 11, creators: 40, today: TODAY, samples: null });

async function planned(metric: string): Promise<PlanDocument> {
  const template = readBriefTemplate("demo-france", TODAY) as { readonly objective: object };
  const { finished } = planCampaign({
    briefDocument: { ...template, objective: { ...template.objective, metric } },
    ...{ creators, ownAssumptions: null, seed: 1, secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 2 },
    ...{ today: TODAY, withInstance: false },
  });
  return (await finished).document;
}

describe("people in the comparison", () => {
  it("are as likely a number as the result beside them: no way has more viewers than views", async () => {
    const { comparison } = await planned("views");
    const bought = comparison.filter(({ creators: booked }) => booked > 0);
    expect(bought.length).toBeGreaterThan(2);
    for (const { kind, people, metricP50 } of bought) {
      expect(people, kind).toBeGreaterThan(0);
      expect(people, kind).toBeLessThanOrEqual(metricP50);
    }
  }, 60_000);
});
