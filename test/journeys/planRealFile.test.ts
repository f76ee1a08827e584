import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { PlanDocument } from "../../src/core/planner/planDocument.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const catalog = resolve(root, process.env["CHORALE_SHARED"] ?? "../shared", "data/catalogs/xiaohongshu-koc");
const folder = mkdtempSync(join(tmpdir(), "chorale-plan-"));
const brief = join(folder, "brief.yaml");
writeFileSync(
  brief,
  `market: CN
currency: CNY
product: ready-to-cook noodles
topics: [food]
platforms: [xiaohongshu]
audience: { countries: [CN], ages: [18-24, 25-34], genders: [female] }
objective: { metric: reach, target: 80000, by: ${new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)} }
budget: 20000
`,
);

function chorale(...args: string[]) {
  const env = { ...process.env, CHORALE_DATA: join(folder, "data") };
  return spawnSync(process.execPath, [join(root, "dist/main.js"), ...args], { encoding: "utf8", env });
}

const files = [
  "--creators",
  join(catalog, "creators.json"),
  join(catalog, "posts.csv"),
  "--platform",
  "xiaohongshu",
];

// The creators of the file are somebody's: the test reads them where they lie and keeps nothing.
describe.skipIf(!existsSync(catalog))(
  "a plan of 101 real creators for a food brief (skipped without shared data)",
  () => {
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it("comes with a certificate that the independent verifier accepts, and touches no data folder", () => {
      const out = join(folder, "plan.json");
      const planned = chorale("plan", brief, ...files, "--passes", "4", "--json", "--out", out);
      expect(planned.stderr).toBe("");
      const plan = JSON.parse(planned.stdout);
      expect(plan.lines.length).toBeGreaterThan(10);
      expect(plan.head.text).toMatch(/^Rough: Spend CN¥/);
      expect(plan.certificate.gap).toBeLessThan(0.05);
      const floors = plan.lines.filter(
        (line: { price: { qualifier: string } }) => line.price.qualifier === "le",
      );
      expect(floors.length).toBeGreaterThan(0);
      // A floor is no price: each is planned above it, below what is usual, and one piece only.
      for (const { price, costParts, count } of floors) {
        expect(costParts.fee.amountMinor).toBeGreaterThan(price.low.amountMinor);
        expect(costParts.fee.amountMinor).toBeLessThan(price.high.amountMinor);
        expect(count).toBe(1);
      }
      const certified = chorale("certify", join(folder, "plan.instance.ndjson"), out, "--json");
      expect(JSON.parse(certified.stdout)).toMatchObject({ valid: true, problems: [] });
      expect(existsSync(join(folder, "data"))).toBe(false);
      expect(readFileSync(join(folder, "plan.instance.ndjson"), "utf8").split("\n").length).toBeGreaterThan(
        90,
      );
    });

    it("refuses a plan whose lines or figures were changed after it was made, and keeps it short", () => {
      const text = readFileSync(join(folder, "plan.json"), "utf8");
      expect(text.length).toBeLessThan(2e6);
      const path = join(folder, "changed.json");
      const changes: ((plan: PlanDocument) => unknown)[] = [
        ({ lines, ...plan }) => ({ ...plan, lines: lines.slice(1) }),
        ({ lines: [first, ...lines], ...plan }) => ({
          ...plan,
          lines: [{ ...first, cost: { amountMinor: 1, currency: "CNY" } }, ...lines],
        }),
        (plan) => ({ ...plan, certificate: { ...plan.certificate, value: 2 * plan.certificate.value } }),
        (plan) => ({ ...plan, certificate: { ...plan.certificate, upperBound: 1 } }),
        (plan) => ({ ...plan, certificate: { ...plan.certificate, instanceSha256: "0".repeat(64) } }),
      ];
      for (const change of changes) {
        writeFileSync(path, JSON.stringify(change(JSON.parse(text))));
        const { status, stderr } = chorale("certify", join(folder, "plan.instance.ndjson"), path);
        expect(status).toBe(1);
        expect(stderr.trim().split("\n")).toHaveLength(1);
      }
    });

    it("refuses a certificate that claims more than it proves", () => {
      const wrong = JSON.parse(readFileSync(join(folder, "plan.json"), "utf8"));
      wrong.certificate.solution.upperBound = wrong.certificate.solution.value * 0.9;
      const path = join(folder, "wrong.json");
      writeFileSync(path, JSON.stringify(wrong));
      expect(chorale("certify", join(folder, "plan.instance.ndjson"), path).status).toBe(1);
    });

    it("answers a budget below the cheapest item with one line and exit code 1", () => {
      const poor = join(folder, "poor.yaml");
      writeFileSync(poor, readFileSync(brief, "utf8").replace("budget: 20000", "budget: 5"));
      const { status, stderr, stdout } = chorale("plan", poor, ...files);
      expect(status).toBe(1);
      expect(stdout).toBe("");
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(stderr).toContain("cheapest");
    });
  },
);
