import { expect, it } from "vitest";
import type { Instance } from "#core/instance";
import { rowWords } from "./rowWords.ts";

const instance: Instance = {
  ...{ budget: 30_000, atoms: 0, weights: null, minItems: 5, maxItems: null, groups: [] },
  quotas: [
    { label: "tier2", min: 3, max: null },
    { label: "lock:step", min: 1, max: null },
  ],
  ...{ extraBudgets: { hours: 80 }, lock: ["anna/post"], exclude: ["ben/post"] },
};

it("says each row of a conflict with its limit", () => {
  const names = ["budget", "hours", "*", "tier2", "lock:anna/post", "exclude:ben/post", "lock:step"];
  expect(rowWords(names, instance).map(({ key, values }) => [key, values["max"] ?? values["name"]])).toEqual([
    ["solver.row.money", 30_000],
    ["solver.row.budget", 80],
    ["solver.row.all", undefined],
    ["solver.row.label", "tier2"],
    ["solver.row.lock", undefined],
    ["solver.row.exclude", undefined],
    ["solver.row.label", "lock:step"],
  ]);
  const count = [{ key: "solver.row.least", values: { count: 5 } }];
  expect(rowWords(["*"], instance)[0]?.values).toEqual({ count });
});
