import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SERVERS } from "../../test/database.ts";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { foodBrief, smallPlan } from "../../test/planFixture.ts";
import { approvePlan } from "./approvePlan.ts";
import { listBriefs } from "./listBriefs.ts";
import { listPlans } from "./listPlans.ts";
import { openBrief } from "./openBrief.ts";
import { openPlan } from "./openPlan.ts";
import { saveBrief } from "./saveBrief.ts";
import { savePlan } from "./savePlan.ts";

describe.each(SERVERS)("briefs, plans and approval on $name", ({ name, installed }) => {
  describe.skipIf(!installed)("where it is installed", () => {
    let house: TestHouse;
    beforeAll(async () => {
      house = await testHouse({ on: name });
    });
    afterAll(() => house?.close());

    const save = (document: unknown, id: string | null = null) =>
      saveBrief(house, { id, document, actor: "owner" });
    const planFor = ({ id, version }: { id: string; version: number }, status?: "ok" | "infeasible") =>
      savePlan(house, {
        ...{ briefId: id, briefVersion: version, document: smallPlan(status), seed: 1, actor: "owner" },
        ...{ instanceSha256: "ab", assumptionsSha256: "cd" },
      });

    it("keep a brief as it was written, and the same document again as the same version", async () => {
      const saved = await save(foodBrief());
      const again = await save({ ...foodBrief(), market: "CN" }, saved.id);
      expect([again.id, again.version]).toEqual([saved.id, 1]);
      expect((await openBrief(house, saved.id)).document).toEqual(foodBrief());
    });

    it("make the next version of a changed brief and keep the one before", async () => {
      const first = await save(foodBrief());
      const second = await save(foodBrief({ budget: 4000 }), first.id);
      expect(second.version).toBe(2);
      expect((await openBrief(house, first.id, 1)).document).toEqual(foodBrief());
      expect((await listBriefs(house)).find(({ id }) => id === first.id)?.version).toBe(2);
    });

    it("keep every change made at the same moment as a version, or refuse it as a conflict", async () => {
      const brief = await save(foodBrief());
      const changes = [4000, 5000, 6000, 7000].map((budget) => save(foodBrief({ budget }), brief.id));
      const settled = await Promise.allSettled(changes);
      const kept = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value.version] : []));
      const refused = settled.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
      expect(new Set(kept).size).toBe(kept.length);
      expect(Math.max(...kept)).toBe(1 + kept.length);
      expect(refused).toEqual(refused.map(() => "conflict"));
    });

    it("refuse a document that is no brief, and store nothing of it", async () => {
      const before = (await listBriefs(house)).length;
      await expect(save(foodBrief({ budget: -1 }))).rejects.toMatchObject({
        code: "bad-input",
        at: "budget",
      });
      expect((await listBriefs(house)).length).toBe(before);
    });

    it("find no brief and no plan by a key that is none", async () => {
      await expect(openBrief(house, "1; DROP TABLE brief")).rejects.toMatchObject({ code: "not-found" });
      await expect(openPlan(house, house.newId())).rejects.toMatchObject({ code: "not-found" });
    });

    it("freeze the brief with the day when its plan is approved", async () => {
      const brief = await save(foodBrief());
      const plan = await planFor(brief);
      const approval = await approvePlan(house, plan.id, "owner");
      expect(approval.at).toEqual(house.now());
      expect((await openBrief(house, brief.id)).frozenAt).toEqual(house.now());
      expect((await openPlan(house, plan.id)).approvedAt).toEqual(house.now());
      expect(await approvePlan(house, plan.id, "owner")).toEqual(approval);
    });

    it("leave a frozen brief as it is: a change is a new version that nobody has approved", async () => {
      const brief = await save(foodBrief());
      await approvePlan(house, (await planFor(brief)).id, "owner");
      const next = await save(foodBrief({ budget: 9000 }), brief.id);
      expect([next.version, next.frozenAt]).toEqual([2, null]);
      expect((await openBrief(house, brief.id, 1)).frozenAt).not.toBeNull();
    });

    it("refuse a second plan for a version that has its approved one", async () => {
      const brief = await save(foodBrief());
      const plans = [await planFor(brief), await planFor(brief)];
      const both = await Promise.allSettled(plans.map(({ id }) => approvePlan(house, id, "owner")));
      expect(both.find(({ status }) => status === "rejected")).toMatchObject({
        reason: { code: "refused", sentence: { key: "storage.otherPlanApproved" } },
      });
    });

    it.each([
      ["a budget", foodBrief({ budget: undefined }), "budget"],
      [
        "an exact target",
        foodBrief({ objective: { metric: "reach", by: "2026-06-30" } }),
        "objective.target",
      ],
    ])("refuse to approve without %s, though the plan may be explored", async (_what, document, at) => {
      const plan = await planFor(await save(JSON.parse(JSON.stringify(document))));
      await expect(approvePlan(house, plan.id, "owner")).rejects.toMatchObject({
        code: "refused",
        details: [{ at }],
      });
    });

    it("refuse to approve a plan that books nobody, and one whose day is over, with both reasons", async () => {
      const day = house.now();
      const plan = await planFor(await save(foodBrief()), "infeasible");
      house.setNow(new Date("2026-07-01T00:00:00Z"));
      await expect(approvePlan(house, plan.id, "owner")).rejects.toMatchObject({
        code: "refused",
        details: [{ at: "plan" }, { at: "objective.by" }],
      });
      house.setNow(day);
    });

    it("list plans with their brief's name, the newest first, and keep the lines for later rooms", async () => {
      house.setNow(new Date("2026-03-03T09:00:00Z"));
      const brief = await save(foodBrief({ name: "Spring" }));
      const plan = await planFor(brief);
      const [newest] = await listPlans(house);
      expect(newest).toMatchObject({
        id: plan.id,
        briefName: "Spring",
        approvedAt: null,
        head: smallPlan().head,
      });
      const items = await house.db
        .selectFrom("plan_item")
        .selectAll()
        .where("plan_id", "=", plan.id)
        .execute();
      expect(items.map(({ creator, cost_minor }) => [creator, cost_minor])).toEqual([
        ["creator-1", 40_000],
        ["creator-2", 80_000],
      ]);
    });
  });
});
