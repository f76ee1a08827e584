import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanDocument } from "../../src/core/planner/planDocument.ts";
import { chorale } from "../terminal.ts";

const BRIEF = `
market: CN
currency: CNY
product: noodles
topics: [food]
audience: { ages: [18-34], genders: [female] }
objective: { metric: reach, target: 60000, by: 2031-04-30 }
budget: 30000
`;

describe("a plan for bad outcomes", () => {
  const folder = mkdtempSync("/tmp/chorale-risk-");
  const data = join(folder, "data");
  const catalog = [join(folder, "demo/creators.csv"), join(folder, "demo/posts.csv")];
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    const made = await chorale(data, "demo", "--out", join(folder, "demo"));
    expect(made.code).toBe(0);
  });

  async function plan(name: string, brief: string, passes: number) {
    const path = join(folder, `${name}.yaml`);
    writeFileSync(path, brief);
    const out = join(folder, `${name}.json`);
    const flags = ["--passes", String(passes), "--out", out];
    return chorale(data, "plan", path, "--creators", ...catalog, ...flags);
  }
  const documentOf = (name: string) =>
    JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as PlanDocument;

  it("says what caution costs and gains, is bounded, and keeps a certificate that holds for anyone", async () => {
    const ran = await plan("careful", `${BRIEF}risk: { tail: 10% }\n`, 6);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("worst 10% of outcomes");
    expect(ran.stdout).toContain("256 scenarios");
    const { certificate, lines, risk, totals } = documentOf("careful");
    if (risk === null) throw new Error("no risk in the plan");
    expect(risk).toMatchObject({ tail: 0.1, scenarios: 256 });
    expect(lines.length).toBeGreaterThan(0);
    if (risk.drawnCvar < risk.cvar / 2) expect(ran.stdout).toContain("own luck weighs more");
    expect(totals.cost.amountMinor).toBeLessThanOrEqual(3_000_000);
    expect(risk.cvar).toBeGreaterThanOrEqual(risk.meanPlan.cvar);
    expect(risk.cvar).toBeLessThan(risk.mean);
    expect(risk.upperBound).toBeGreaterThanOrEqual(risk.cvar);
    expect(risk.gap).toBeLessThan(0.05);
    expect(risk.drawnCvar).toBeLessThan(risk.drawnMean);
    expect(certificate.value).toBeLessThanOrEqual(certificate.upperBound ?? 0);
    const checked = await chorale(
      data,
      "certify",
      join(folder, "careful.instance.ndjson"),
      join(folder, "careful.json"),
      "--json",
    );
    expect(JSON.parse(checked.stdout)).toMatchObject({ valid: true, problems: [] });
  });

  it("plans for the mean where the brief says nothing, and says so", async () => {
    await plan("plain", BRIEF, 1);
    const { briefDefaults, risk } = documentOf("plain");
    expect(risk).toBeNull();
    expect(briefDefaults).toContainEqual(expect.objectContaining({ path: "risk.tail", value: null }));
  });

  it("refuses another share, naming those that it knows", async () => {
    const ran = await plan("wrong", `${BRIEF}risk: { tail: 0.3 }\n`, 1);
    expect(ran.code).not.toBe(0);
    expect(ran.stderr).toMatch(/risk\.tail.*0\.5, 0\.2, 0\.1/s);
  });
});
