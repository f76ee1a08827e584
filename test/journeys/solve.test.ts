import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { market } from "../../bench/instances.mjs";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "chorale-solve-"));
const dataDir = join(folder, "data");

function chorale(...args: string[]) {
  const env = { ...process.env, CHORALE_DATA: dataDir };
  const { status, stderr, stdout } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8", env });
  return { status, stderr, stdout };
}

function write(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return path;
}

const header = { budget: 12, atoms: 4, quotas: [{ label: "tier2", min: 1, max: null }] };
const anna = {
  group: "anna",
  labels: ["tier2"],
  atoms: [0, 1],
  items: [{ id: "anna/post", cost: 4, p: 0.5 }],
};
const ben = { group: "ben", atoms: [1, 2, 3], items: [{ id: "ben/video", cost: 7.5, p: [0.25, 1, 0.5] }] };
const small = write("small.ndjson", [header, anna, ben]);
const { groups, ...rest } = market({ creators: 60, topics: 6, atoms: 1500, picks: 8, seed: 4 });
const marketFile = write("market.ndjson", [
  rest,
  ...groups.map((g) => ({ ...g, atoms: Array.from(g.atoms) })),
]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("chorale solve", () => {
  it("prints one document whose certificate the verifier accepts, and touches no data folder", () => {
    const { status, stdout } = chorale("solve", small, "--json");
    expect(status).toBe(0);
    const solution = JSON.parse(stdout);
    expect(solution).toMatchObject({ chosen: ["anna/post", "ben/video"], cost: 11.5, status: "optimal" });
    expect(solution.value).toBeCloseTo(0.5 + (1 - 0.5 * 0.75) + 1 + 0.5, 12);
    const certified = chorale("certify", small, write("small.json", [stdout]), "--json");
    expect(certified.status).toBe(0);
    expect(JSON.parse(certified.stdout)).toMatchObject({ valid: true, problems: [] });
    expect(existsSync(dataDir)).toBe(false);
  });

  it("takes the workspace that every command takes", () => {
    const { status, stdout } = chorale("solve", small, "--workspace", "demo", "--json");
    expect(status).toBe(0);
    const solution = write("small.json", [stdout]);
    expect(chorale("certify", small, solution, "--workspace", "demo", "--json").status).toBe(0);
    expect(existsSync(dataDir)).toBe(false);
  });

  it("gives the same bytes for the passes and seed of an earlier run, seconds excepted", () => {
    const hash = (text: string) =>
      createHash("sha256")
        .update(text.replace(/"seconds":[^,]+/, ""))
        .digest("hex");
    const first = chorale("solve", marketFile, "--seconds", "0.6", "--seed", "9", "--json");
    const { passes } = JSON.parse(first.stdout);
    const again = chorale("solve", marketFile, "--passes", String(passes), "--seed", "9", "--json");
    expect(hash(again.stdout)).toBe(hash(first.stdout));
    expect(chorale("certify", marketFile, write("market.json", [first.stdout])).status).toBe(0);
  });

  it("answers an impossible quota with exit 0 and the rows that conflict", () => {
    const impossible = write("impossible.ndjson", [
      { ...header, quotas: [{ label: "tier2", min: 2, max: null }] },
      anna,
      ben,
    ]);
    const { status, stdout } = chorale("solve", impossible, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: "infeasible",
      conflict: ["tier2"],
      chosen: [],
      upperBound: null,
    });
    expect(chorale("certify", impossible, write("impossible.json", [stdout])).status).toBe(0);
  });

  it.each([
    ["no header", [], "first line must be the header"],
    ["a line that is no JSON", [header, "{group"], "line 2"],
    ["a negative budget", [{ ...header, budget: -1 }, anna], "line 1, budget: -1"],
    ["a p above 1", [header, { ...anna, items: [{ id: "x", cost: 1, p: 1.5 }] }], "line 2, items[0].p: 1.5"],
    ["too few p", [header, { ...anna, items: [{ id: "x", cost: 1, p: [0.5] }] }], "line 2, items[0].p: 1"],
    ["an unknown atom", [header, { ...anna, atoms: [0, 4] }], "line 2, atoms[1]: 4"],
    ["an atom twice", [header, { ...anna, atoms: [1, 1] }], "line 2, atoms[1]: 1"],
    ["an id twice", [header, anna, { ...ben, items: anna.items }], "line 3, items[0].id: anna/post"],
    [
      "a negative value",
      [header, { ...anna, items: [{ id: "x", cost: 1, p: 0, value: -2 }] }],
      "line 2, items[0].value: -2",
    ],
    ["an unknown lock", [{ ...header, lock: ["dora/post"] }, anna], "line 1, lock[0]: dora/post"],
    [
      "a misspelt limit",
      [{ ...header, maxitems: 1 }, anna],
      "maxitems is not allowed: is no key here: did you mean maxItems?",
    ],
    ["a missing budget", [{ atoms: 4 }, anna], "line 1, budget: is missing"],
    ["half a creator", [{ ...header, maxItems: 1.5 }, anna], "line 1, maxItems: 1.5"],
  ])("refuses %s in one line that says where", (_what, lines, says) => {
    const bad = write("bad.ndjson", lines);
    const { status, stderr, stdout } = chorale("solve", bad, "--json");
    expect(status).toBe(1);
    expect(stderr).toContain(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(stdout).error.code).toBe("bad-input");
  });

  it("answers wrong usage with exit 2 and a missing file with exit 1", () => {
    expect(chorale("solve").status).toBe(2);
    expect(chorale("solve", small, "--fast").status).toBe(2);
    expect(chorale("solve", small, "--passes", "many").status).toBe(2);
    for (const wrong of [
      ["--seconds", "-1"],
      ["--seconds=-1"],
      ["--seed", "-3"],
      ["--seconds"],
      ["--fast"],
    ]) {
      const { status, stderr, stdout } = chorale("solve", small, ...wrong);
      expect({ status, stdout, lines: stderr.trim().split("\n").length }).toEqual({
        status: 2,
        stdout: "",
        lines: 1,
      });
    }
    expect(chorale("solve", join(folder, "nowhere.ndjson"))).toMatchObject({ status: 1, stdout: "" });
  });
});

describe("chorale certify", () => {
  it("exits 1 with its document when a claim is wrong", () => {
    const solution = JSON.parse(chorale("solve", small, "--json").stdout);
    const forged = write("forged.json", [{ ...solution, value: solution.value * 2 }]);
    const { status, stderr, stdout } = chorale("certify", small, forged, "--json");
    expect(status).toBe(1);
    const verdict = JSON.parse(stdout);
    expect(verdict.valid).toBe(false);
    expect(verdict.value).toBeCloseTo(solution.value, 12);
    expect(verdict.problems.map(({ key }: { key: string }) => key)).toContain("solver.certify.wrongValue");
    expect(stderr).toContain("the claimed value is");
  });

  it("exits 1 when the multipliers overflow instead of proving the bound", () => {
    const solution = JSON.parse(chorale("solve", small, "--json").stdout);
    const { value } = solution;
    const certificate = { q: [1, 1, 1, 1], lambda: { budget: 1e308 }, mu: {}, nu: {} };
    const claim = { ...solution, upperBound: value, gap: 0, status: "optimal", certificate };
    const { status, stdout } = chorale("certify", small, write("huge.json", [claim]), "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ valid: false, upperBound: null });
    const infinite = JSON.stringify(claim).replace("1e+308", "1e999");
    expect(chorale("certify", small, write("infinite.json", [infinite]), "--json").status).toBe(1);
  });

  it("refuses a document that is no solution", () => {
    const { status, stderr } = chorale("certify", small, write("nothing.json", ["{}"]));
    expect(status).toBe(1);
    expect(stderr).toContain("status");
  });
});
