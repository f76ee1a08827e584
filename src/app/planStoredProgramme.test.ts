import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProgrammePlanRecord, ProgrammeRecord } from "#storage/programmes";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { listHistory } from "./listHistory.ts";
import { listProgrammePlans } from "./listProgrammePlans.ts";
import { listProgrammes } from "./listProgrammes.ts";
import { loadDemo } from "./loadDemo.ts";
import { openProgramme } from "./openProgramme.ts";
import { openProgrammePlan } from "./openProgrammePlan.ts";
import { planStoredProgramme } from "./planStoredProgramme.ts";
import { saveProgramme } from "./saveProgramme.ts";
import { undoEvent } from "./undoEvent.ts";

const campaign = (name: string, ages: string, more: object = {}) => ({
  ...{ name, ...more },
  brief: {
    product: "noodle kits",
    topics: ["food"],
    audience: { ages: [ages] },
    objective: { metric: "reach", target: 20_000, by: "2026-06-30" },
  },
});
const DOCUMENT = {
  ...{ name: "Spring", market: "CN", currency: "CNY", budget: 20_000 },
  campaigns: [campaign("Students", "18-24", { share: 0.4 }), campaign("Parents", "25-34")],
};

describe("a stored programme", () => {
  let house: TestHouse;
  let saved: ProgrammeRecord;
  let plan: ProgrammePlanRecord;
  beforeAll(async () => {
    house = await testHouse({ kind: "demo" });
    await loadDemo(house, (rule) => rule.key);
  });
  afterAll(() => house?.close());
  const save = (id: string | null, document: unknown) =>
    saveProgramme(house, { id, document, actor: "owner" });
  const newest = async () => (await listHistory(house, { limit: 1 }))[0]!;

  it("is kept as it was written; a change makes the next version, and nothing changed makes none", async () => {
    const first = await save(null, DOCUMENT);
    expect(await save(first.id, { ...DOCUMENT })).toEqual(first);
    saved = await save(first.id, { ...DOCUMENT, budget: 24_000 });
    expect([first.version, saved.version]).toEqual([1, 2]);
    expect((await openProgramme(house, first.id, 1)).document).toEqual(DOCUMENT);
    expect((await listProgrammes(house)).map(({ id, version }) => [id, version])).toEqual([[first.id, 2]]);
    expect((await newest()).says.key).toBe("history.programme.saved");
  });

  it("is refused whole with every problem where it stands, and nothing is kept of it", async () => {
    const { brief, ...nameless } = campaign("Parents", "25-34");
    const broken = {
      ...DOCUMENT,
      campaigns: [
        campaign("Students", "18-24", { share: 1.4 }),
        { ...nameless, brief: { ...brief, budget: 1 } },
      ],
    };
    const refusal = await save(null, broken).catch((caught: unknown) => caught);
    expect(refusal).toMatchObject({ code: "bad-input" });
    expect((refusal as { details: { at: string }[] }).details.map(({ at }) => at)).toEqual([
      "campaigns[0].share",
      "campaigns[1].brief.budget",
    ]);
    expect(await listProgrammes(house)).toHaveLength(1);
  });

  it("is planned with the workspace's creators, and the plan is kept with the problem it proves", async () => {
    const asked = { programmeId: saved.id, seed: 1, secondsMax: 3, actor: "owner" };
    plan = await (await planStoredProgramme(house, asked)).finished;
    const opened = await openProgrammePlan(house, plan.id);
    const { document } = opened;
    expect([opened.programmeName, opened.programmeVersion]).toEqual(["Spring", 2]);
    expect(document.status).toBe("ok");
    expect(document.campaigns.map(({ name, plan: own }) => [name, own?.lines.length ?? 0])).toEqual(
      document.campaigns.map(({ name, creators }) => [name, creators]),
    );
    expect(document.campaigns[0]?.budget.amountMinor).toBe(960_000);
    expect(document.totals.cost.amountMinor).toBeLessThanOrEqual(2_400_000);
    expect(document.certificate.instanceSha256).toBe(opened.instanceSha256);
    expect((await listProgrammePlans(house)).map(({ id, head }) => [id, head])).toEqual([
      [plan.id, document.head],
    ]);
  }, 120_000);

  it("is undone step by step: the version not before its plan, both again as they were", async () => {
    const [made, second] = await listHistory(house, { limit: 2 });
    expect([made?.says.key, second?.says.key]).toEqual([
      "history.programmePlan.made",
      "history.programme.saved",
    ]);
    await expect(undoEvent(house, second!.id, "owner")).rejects.toMatchObject({ code: "refused" });
    const undone = await undoEvent(house, made!.id, "owner");
    expect(await listProgrammePlans(house)).toEqual([]);
    await undoEvent(house, second!.id, "owner");
    expect((await openProgramme(house, saved.id)).version).toBe(1);
    await undoEvent(house, (await newest()).id, "owner");
    await undoEvent(house, undone.eventId, "owner");
    expect(await openProgrammePlan(house, plan.id)).toMatchObject({ ...plan, programmeName: "Spring" });
  });
});
