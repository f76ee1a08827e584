import { describe, expect, it } from "vitest";
import { ChoraleError, type ErrorDetail } from "./errors.ts";
import type { Instance } from "./instance.ts";
import { InstanceReader } from "./readInstance.ts";

const header = { budget: 12, atoms: 3 };
const anna = { group: "anna", atoms: [0, 1], items: [{ id: "anna/post", cost: 4, p: 0.5 }] };

function read(...lines: unknown[]): Instance {
  const reader = new InstanceReader();
  lines.forEach((line, k) => {
    reader.take(k + 1, line);
  });
  return reader.finish();
}

function refusal(...lines: unknown[]): readonly ErrorDetail[] {
  try {
    read(...lines);
  } catch (caught) {
    if (caught instanceof ChoraleError && caught.code === "bad-input") return caught.details;
    throw caught;
  }
  return [];
}

describe("an instance's lines", () => {
  it("may leave out, or set to null, everything but budget, atoms, group and items", () => {
    const nothing = { weights: null, minItems: null, maxItems: null, quotas: null, lock: null };
    const item = { ...anna.items[0], labels: null, uses: null, value: null };
    const written = read(
      { ...header, ...nothing, extraBudgets: null, exclude: null },
      { ...anna, items: [item] },
    );
    expect(written).toEqual(read(header, anna));
    expect(read(header, anna).groups[0]?.items[0]).toMatchObject({ id: "anna/post", value: 0, labels: [] });
  });

  it.each([
    ["maxitems", "maxItems", [{ ...header, maxitems: 2 }, anna]],
    ["qoutas", "quotas", [{ ...header, qoutas: [] }, anna]],
    ["quotas[0].mim", "min", [{ ...header, quotas: [{ label: "tier2", mim: 1 }] }, anna]],
    ["label", "labels", [header, { ...anna, label: ["tier2"] }]],
    ["items[0].values", "value", [header, { ...anna, items: [{ ...anna.items[0], values: 1 }] }]],
  ])("may not hold %s, a key that is near %s", (path, nearest, lines) => {
    const [detail] = refusal(...lines);
    expect(detail?.at).toMatch(new RegExp(`, ${path.replace(/[[\]]/g, "\\$&")}$`));
    expect(detail?.rule).toEqual({ key: "solver.read.rule.misspelt", values: { nearest } });
  });

  it("may not hold a key that is near none, and is told those that are read", () => {
    const [detail] = refusal({ ...header, currency: "EUR" }, anna);
    expect(detail?.at).toBe("line 1, currency");
    expect(detail?.rule).toMatchObject({ key: "solver.read.rule.unknownKey" });
    expect(detail?.rule.values["known"]).toContain("extraBudgets");
  });

  it("are told what is missing as missing", () => {
    expect(refusal({ atoms: 3 }, anna)).toMatchObject([
      { at: "line 1, budget", rule: { key: "solver.read.rule.missing" } },
    ]);
    expect(refusal({ budget: null, atoms: 3 }, anna)).toMatchObject([
      { at: "line 1, budget", rule: { key: "solver.read.rule.amount" }, value: null },
    ]);
  });

  it.each([
    ["budget", [{ ...header, budget: 1e308 }, anna]],
    ["weights[1]", [{ ...header, weights: [1, 1e200, 1] }, anna]],
    ["extraBudgets.hours", [{ ...header, extraBudgets: { hours: 1e101 } }, anna]],
    ["items[0].cost", [header, { ...anna, items: [{ id: "x", cost: 1e308, p: 1 }] }]],
    ["items[0].value", [header, { ...anna, items: [{ id: "x", cost: 1, p: 1, value: 1e308 }] }]],
    [
      "items[0].uses.hours",
      [header, { ...anna, items: [{ id: "x", cost: 1, p: 1, uses: { hours: 1e308 } }] }],
    ],
    ["items[0].cost", [header, { ...anna, items: [{ id: "x", cost: Number.POSITIVE_INFINITY, p: 1 }] }]],
  ])("may not hold numbers so large at %s that sums overflow", (path, lines) => {
    const [detail] = refusal(...lines);
    expect(detail?.at.endsWith(`, ${path}`)).toBe(true);
    expect(detail?.rule.key).toBe("solver.read.rule.amount");
  });

  it("may name a budget like a property of every object without items using it", () => {
    const { groups } = read({ ...header, extraBudgets: { constructor: 1 } }, anna);
    expect(groups[0]?.items[0]?.uses["constructor"]).toBeUndefined();
  });
});
