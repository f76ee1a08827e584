import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { smallPlan } from "../../test/planFixture.ts";
import { tinyInstance } from "../../test/tinyInstances.ts";
import { instanceSha256 } from "./certifiedPlan.ts";
import { refuseUnwritable, writePlanFiles } from "./writePlanFiles.ts";

describe("the files of a plan", () => {
  const folder = mkdtempSync(join(tmpdir(), "chorale-plan-files-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const instance = tinyInstance(1);

  it("are refused before the planning where their folder is not there, is a file, or the name is a folder", async () => {
    writeFileSync(join(folder, "file"), "");
    mkdirSync(join(folder, "plan.json"));
    const wanted = { "gone/plan.json": "noFolder", "file/plan.json": "notAFolder", "plan.json": "isAFolder" };
    for (const [path, rule] of Object.entries(wanted))
      await expect(refuseUnwritable(join(folder, path)), path).rejects.toMatchObject({
        code: "refused",
        sentence: { key: `file.${rule}` },
        at: join(folder, path),
      });
    rmSync(join(folder, "plan.json"), { recursive: true });
    rmSync(join(folder, "file"));
  });

  it("leave nothing behind but themselves, and name their instance", async () => {
    await refuseUnwritable(join(folder, "plan.json"));
    expect(readdirSync(folder)).toEqual([]);
    const plan = await writePlanFiles(
      join(folder, "plan.json"),
      smallPlan(),
      instance,
      (document) => document,
    );
    expect(readdirSync(folder).sort()).toEqual(["plan.instance.ndjson", "plan.json"]);
    expect(plan.certificate.instanceSha256).toBe(instanceSha256(instance));
    expect(JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")).certificate).toEqual(plan.certificate);
  });

  it("stay as they were when the new ones cannot be finished", async () => {
    const before = readFileSync(join(folder, "plan.json"), "utf8");
    rmSync(join(folder, "plan.instance.ndjson"));
    mkdirSync(join(folder, "plan.instance.ndjson"));
    const written = writePlanFiles(
      join(folder, "plan.json"),
      smallPlan("infeasible"),
      instance,
      (plan) => plan,
    );
    await expect(written).rejects.toMatchObject({ code: "refused", sentence: { key: "file.isAFolder" } });
    expect(readdirSync(folder).sort()).toEqual(["plan.instance.ndjson", "plan.json"]);
    expect(readFileSync(join(folder, "plan.json"), "utf8")).toBe(before);
  });
});
