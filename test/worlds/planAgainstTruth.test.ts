import { beforeAll, describe, expect, it } from "vitest";
import { planCampaign } from "../../src/app/planCampaign.ts";
import { type DemoBrief, readBriefTemplate } from "../../src/connectors/data/readBriefTemplate.ts";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { readWorldSpec } from "../../src/connectors/data/readWorldSpec.ts";
import { parseBrief } from "../../src/core/brief/parseBrief.ts";
import { formatPredicting } from "../../src/core/catalog/platform.ts";
import type { PlanDocument } from "../../src/core/planner/planDocument.ts";
import { type Booking, campaignIn } from "../../src/core/world/outcome.ts";
import { makeWorld, type World } from "../../src/core/world/world.ts";

const TODAY = "2026-01-15";
const RUNS = 8;
const reference = readReference();

interface Scored {
  readonly plan: PlanDocument;
  /** People of the target reached, run by run. */
  readonly reached: readonly number[];
}

/** Plans a brief with what a catalog knows of a world, then runs the plan in that world again and again. */
async function score(seed: number, template: DemoBrief): Promise<Scored> {
  const world = makeWorld(readWorldSpec(), { seed, creators: 200, today: TODAY, samples: null });
  const briefDocument = readBriefTemplate(template, TODAY);
  const { finished } = planCampaign({
    briefDocument,
    creators: world.creators,
    ownAssumptions: null,
    seed: 1,
    secondsMax: Number.MAX_SAFE_INTEGER,
    passesMax: 3,
    today: TODAY,
    withInstance: false,
  });
  const { document: plan } = await finished;
  const { audience } = parseBrief(briefDocument, reference, TODAY);
  const bookings = bookingsOf(plan, world);
  const run = campaignIn(world, bookings, audience);
  const reached = Array.from({ length: RUNS }, (_, i) => run(100 + i).reach);
  return { plan, reached };
}

function bookingsOf(plan: PlanDocument, world: World): Booking[] {
  const known = new Set(world.truth.map((account) => account.accountId));
  return plan.lines.flatMap((line) => {
    expect(known.has(line.account), line.account).toBe(true);
    const format = formatPredicting(reference.platforms, line.platform, line.deliverable)?.slug ?? "";
    return Array.from({ length: line.count }, () => ({ accountId: line.account, format }));
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("plans made without the truth, run in the worlds they were made for", () => {
  let scored: readonly Scored[] = [];
  beforeAll(async () => {
    const all: Scored[] = [];
    for (const seed of [11, 12])
      for (const template of ["demo-china", "demo-france"] as const) all.push(await score(seed, template));
    scored = all;
  }, 240_000);

  it("say intervals that hold at least four in five outcomes of a nominal nine in ten", () => {
    const inside = scored.flatMap(({ plan, reached }) =>
      reached.map((people) => people >= (plan.forecast?.p05 ?? 0) && people <= (plan.forecast?.p95 ?? 0)),
    );
    expect(inside).toHaveLength(4 * RUNS);
    expect(inside.filter(Boolean).length / inside.length).toBeGreaterThanOrEqual(0.8);
  });

  it("say medians that outcomes lie within a factor of two of, and intervals that are no blank cheque", () => {
    const ratios = scored.flatMap(({ plan, reached }) =>
      reached.map((people) => people / (plan.forecast?.p50 ?? 0)),
    );
    const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
    expect(middle).toBeGreaterThan(0.5);
    expect(middle).toBeLessThan(2);
    // An interval from nothing to everything would hold every outcome too.
    for (const { plan } of scored)
      expect((plan.forecast?.p95 ?? 0) / (plan.forecast?.p05 ?? 0)).toBeLessThan(20);
  });

  it("are not off by a factor of two in the mean, world by world", () => {
    for (const { plan, reached } of scored) {
      const ratio = mean(reached) / (plan.forecast?.mean ?? 0);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(2);
    }
  });
});
