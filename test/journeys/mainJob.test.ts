import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanDocument } from "../../src/core/planner/planDocument.ts";
import { chorale } from "../terminal.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const shared = resolve(root, process.env["CHORALE_SHARED"] ?? "../shared");
const catalog = join(shared, "data/catalogs/xiaohongshu-koc");

// Sold: a cooking oil, to women of 18–34 in mainland China. The day is the test's own: far enough not to pass.
const BRIEF = `
name: Sichuan pepper oil
market: CN
currency: CNY
product: Sichuan pepper oil
topics: [food]
audience: { countries: [CN], genders: [female], ages: [18-34] }
objective: { metric: reach, target: 20000, by: 2031-01-31 }
budget: 8000
`;

// Without the third-party data (shared/data, see CHORALE_SHARED) these journeys have nothing to walk on.
describe.skipIf(!existsSync(catalog))("the main job on a real Xiaohongshu catalog", () => {
  const folder = mkdtempSync("/tmp/chorale-main-");
  const data = join(folder, "data");
  const brief = join(folder, "brief.yaml");
  const files = [join(catalog, "creators.json"), join(catalog, "posts.csv")];

  beforeAll(() => writeFileSync(brief, BRIEF));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("plans straight from the files, touching no data folder, and its certificate holds for anyone", async () => {
    const out = join(folder, "plan.json");
    const ran = await chorale(
      data,
      "plan",
      brief,
      "--creators",
      ...files,
      "--seconds",
      "3",
      "--json",
      "--out",
      out,
    );
    expect(ran.stderr).not.toContain("chorale:");
    expect(ran.code).toBe(0);
    expect(existsSync(data)).toBe(false);

    const plan = JSON.parse(ran.stdout) as PlanDocument;
    const cost = plan.lines.reduce((sum, line) => sum + line.cost.amountMinor, 0);
    expect(plan.lines.length).toBeGreaterThan(5);
    expect(cost).toBe(plan.totals.cost.amountMinor);
    expect(cost).toBeLessThanOrEqual(800_000);
    expect(plan.forecast?.probabilityOfTarget).toBeGreaterThan(0);
    expect(plan.reserve.length).toBeGreaterThan(0);
    const rows = JSON.parse(readFileSync(files[0]!, "utf8")) as { id: string; fans: number }[];
    const fans = new Map(rows.map((row) => [row.id, row.fans]));
    // The policy's smallest band begins at a thousand followers: below that it names no tier.
    for (const { creatorName, tier } of plan.lines)
      expect(tier?.policy ?? null).toBe(fans.get(creatorName)! < 1000 ? null : "xiaohongshu-jfound-2025");

    const instance = join(folder, "plan.instance.ndjson");
    const sha256 = createHash("sha256").update(readFileSync(instance)).digest("hex");
    expect(plan.certificate.instanceSha256).toBe(sha256);
    const checked = await chorale(data, "certify", instance, out, "--json");
    expect(JSON.parse(checked.stdout)).toMatchObject({ valid: true, problems: [] });
  });

  it("imports both files whole, imports them again without changing anything, and plans from the workspace", async () => {
    const first = await chorale(data, "import", ...files, "--json");
    const report = JSON.parse(first.stdout) as {
      files: { rows: number; accepted: number; unchanged: number }[];
    };
    expect(report.files).toMatchObject([
      { rows: 101, accepted: 101, unchanged: 0 },
      { rows: 15_316, accepted: 15_316, unchanged: 0 },
    ]);
    const again = await chorale(data, "import", ...files, "--json");
    expect(JSON.parse(again.stdout)).toMatchObject({ files: [{ unchanged: 101 }, { unchanged: 15_316 }] });

    const ran = await chorale(data, "plan", brief, "--seconds", "3", "--json");
    const plan = JSON.parse(ran.stdout) as PlanDocument;
    expect(plan.status).toBe("ok");
    expect(plan.certificate.upperBound).toBeGreaterThanOrEqual(plan.certificate.value);
  });

  it.each([
    ["a target in the past", BRIEF.replace("2031-01-31", "2020-01-31"), "objective.by"],
    ["a budget below the cheapest item", BRIEF.replace("budget: 8000", "budget: 0.01"), "budget"],
    ["a budget that is no amount", BRIEF.replace("budget: 8000", "budget: lots"), "budget"],
    ["an empty document", "", "brief"],
  ])("refuses %s in one line that says where, and writes nothing", async (_, text, where) => {
    const wrong = join(folder, "wrong.yaml");
    writeFileSync(wrong, text);
    const out = join(folder, "wrong.json");
    const ran = await chorale(data, "plan", wrong, "--creators", ...files, "--json", "--out", out);
    expect(ran.code).toBe(1);
    expect(ran.stderr.trim().split("\n")).toHaveLength(1);
    expect(ran.stderr).toContain(where);
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: "bad-input" } });
    expect(readdirSync(folder)).not.toContain("wrong.json");
  });
});
