import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planChanges } from "#core/planner/planChanges";
import { loadCreators } from "#storage/creators";
import type { PlanRecord } from "#storage/plans";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { addToList } from "./addToList.ts";
import { approvePlan } from "./approvePlan.ts";
import { editAssumptions } from "./editAssumptions.ts";
import { importFile } from "./importFiles.ts";
import { listAssumptions } from "./listAssumptions.ts";
import { loadDemo } from "./loadDemo.ts";
import { openPlan } from "./openPlan.ts";
import { type BriefPlanRequest, planBrief } from "./planBrief.ts";
import { saveList } from "./saveList.ts";
import { WatchedRuns } from "./watchedRuns.ts";

describe("planning a stored brief", () => {
  let house: TestHouse;
  let briefId: string;
  let first: PlanRecord;
  beforeAll(async () => {
    house = await testHouse({ kind: "demo" });
    const { briefs } = await loadDemo(house, (rule) => rule.key);
    briefId = briefs[0]?.id ?? "";
  });
  afterAll(() => house?.close());
  const planRuns = () =>
    new WatchedRuns({ atOnceMax: 1, keptMax: 9 }, async (open, asked: BriefPlanRequest, onProgress) => ({
      ...(await planBrief(open, asked, onProgress)),
      about: null,
    }));
  const request = (secondsMax: number) => ({ briefId, seed: 1, secondsMax, actor: "owner" });

  it("keeps the plan with its brief's version, its instance's hash and the assumptions it rests on", async () => {
    first = await (await planBrief(house, request(3))).finished;
    const opened = await openPlan(house, first.id);
    expect(opened.document.status).toBe("ok");
    expect(opened.document.lines.length).toBeGreaterThan(1);
    expect(opened.instanceSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(opened.document.certificate.instanceSha256).toBe(opened.instanceSha256);
    expect([opened.briefId, opened.briefVersion]).toEqual([briefId, 1]);
    await approvePlan(house, first.id, "owner");
  });

  it("rests on the workspace's own assumptions once they are changed, and its hash says so", async () => {
    const { key, value, scope } = (first.document.assumptions.find((row) => row.value > 0) ??
      first.document.assumptions[0])!;
    await editAssumptions(house, [{ key, scope, value: value * 0.9, source: "own campaigns" }], "owner");
    await editAssumptions(house, [{ key, scope, value: value * 0.8, source: "own campaigns" }], "owner");
    const { own } = await listAssumptions(house);
    expect(own.map((row) => [row.key, row.value, row.source])).toEqual([[key, value * 0.8, "own campaigns"]]);

    const after = await (await planBrief(house, request(3))).finished;
    expect(after.assumptionsSha256).not.toBe(first.assumptionsSha256);
    expect(
      after.document.assumptions.find((row) => row.key === key && row.source === "own campaigns")?.value,
    ).toBe(value * 0.8);
  });

  it("changes nothing when one assumption of a list breaks a rule", async () => {
    const before = await listAssumptions(house);
    const list = [
      { key: before.own[0]?.key, value: 0.5 },
      { key: "no-such-figure", value: 1 },
    ];
    await expect(editAssumptions(house, list, "owner")).rejects.toMatchObject({ code: "bad-input" });
    expect(await listAssumptions(house)).toEqual(before);
  });

  it("can be stopped, and keeps the plan so far", async () => {
    const runs = planRuns();
    const id = await runs.start(house, request(120));
    runs.stop(house, id);
    await runs.stopAll();
    const plan = await openPlan(house, runs.find(house, id).made?.id ?? "");
    expect(plan.document.status).toBe("ok");
  }, 60_000);

  it("chooses among a list's creators alone, names the list, and says so against the plan before", async () => {
    const creators = (await loadCreators(house.db, house.workspaceId)).filter(({ accounts }) =>
      accounts.some(({ rates }) => rates.length > 0),
    );
    const creatorIds = creators.slice(0, 12).map(({ id }) => id);
    const { id: listId } = await saveList(house, { id: null, name: "Wine and dine", actor: "owner" });
    const asked = { ...request(3), list: "wine and DINE" };
    await expect(planBrief(house, asked)).rejects.toMatchObject({
      code: "bad-input",
      at: "list",
      sentence: { key: "plan.list.empty", values: { name: "Wine and dine" } },
    });
    await expect(planBrief(house, { ...asked, list: "Nobody's" })).rejects.toMatchObject({
      code: "not-found",
    });

    await addToList(house, { listId, creatorIds, actor: "owner" });
    const { document } = await (await planBrief(house, asked)).finished;
    expect(document.list).toMatchObject({ id: listId, name: "Wine and dine", creators: 12 });
    expect(document.shape).toBeNull();
    const named = [...document.lines, ...document.reserve].map(({ creator }) => creator);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !creatorIds.includes(id))).toEqual([]);
    expect(planChanges(first.document, document).says[0]).toMatchObject({ key: "plan.changes.fromList" });
    expect(planChanges(document, first.document).says[0]).toMatchObject({ key: "plan.changes.fromAll" });
  });

  it("refuses a list of whom nothing can be bought, and names it", async () => {
    const path = join(house.rejectsDir, "..", "telegram.csv");
    writeFileSync(path, "handle,platform\nbare.shelf,telegram\n");
    await importFile(house, path, { say: (rule) => rule.key });
    const bare = (await loadCreators(house.db, house.workspaceId)).find(({ accounts }) =>
      accounts.some(({ handle }) => handle === "bare.shelf"),
    );
    const { id: listId } = await saveList(house, { id: null, name: "Bare", actor: "owner" });
    await addToList(house, { listId, creatorIds: [bare!.id], actor: "owner" });
    const { finished } = await planBrief(house, { ...request(3), list: listId });
    await expect(finished).rejects.toMatchObject({
      code: "bad-input",
      at: "list",
      sentence: { key: "plan.list.nothingToBuy", values: { name: "Bare", creators: 1 } },
    });
  });

  it("is refused at once for a brief that is not there", async () => {
    const runs = planRuns();
    await expect(runs.start(house, { ...request(1), briefId: house.newId() })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
