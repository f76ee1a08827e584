import { describe, expect, it } from "vitest";
import type { Instance } from "#core/instance";
import { certifyPlan } from "./certifyPlan.ts";
import { readPlan } from "./claimedPlan.ts";
import { marginalsOf } from "./marginals.ts";

const item = (id: string, cost: number, value: number) => ({ id, cost, p: 0, labels: [], uses: {}, value });
const instance: Instance = {
  budget: 90_000,
  atoms: 0,
  weights: [],
  minItems: null,
  maxItems: null,
  quotas: [],
  extraBudgets: {},
  lock: [],
  exclude: [],
  groups: [
    { group: "anna", labels: [], atoms: [], items: [item("anna-xhs/note*2+video-note*1", 60_000, 6)] },
    { group: "ben", labels: [], atoms: [], items: [item("ben-weibo/repost*1", 30_000, 3)] },
    { group: "cleo", labels: [], atoms: [], items: [item("cleo-weibo/repost*1", 10_000, 1)] },
  ],
};
const yuan = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
const figures = { value: 9, upperBound: 9.00000001, gap: 0.00000001 / 9.00000001, status: "optimal" };
const certificate = { q: [], lambda: { budget: 1e-4 }, mu: {}, nu: {} };
const solution = {
  ...figures,
  ...{ chosen: ["anna-xhs/note*2+video-note*1", "ben-weibo/repost*1"], cost: 90_000, certificate },
};
const [anna, ben] = [
  {
    item: "anna-xhs/note*2+video-note*1",
    creator: "anna",
    account: "anna-xhs",
    deliverable: "note+video-note",
  },
  { item: "ben-weibo/repost*1", creator: "ben", account: "ben-weibo", deliverable: "repost" },
];
const lines = [
  { ...anna, count: 3, cost: yuan(60_000), marginalValue: 6 },
  { ...ben, count: 1, cost: yuan(30_000), marginalValue: 3 },
];
const [first, second] = lines;
const plan = {
  ...{ status: "ok", currency: "CNY", conflict: null, lines },
  totals: { cost: yuan(90_000), budget: yuan(90_000) },
  certificate: { ...figures, instanceSha256: "ab12", solution },
};
const problemsOf = (document: unknown) =>
  certifyPlan(instance, readPlan(document), "ab12").problems.map(({ key }) =>
    key.replace("solver.certify.", ""),
  );
const certificateWith = (change: object) => ({ ...plan, certificate: { ...plan.certificate, ...change } });

describe("the verifier of a plan's document", () => {
  it("accepts a plan whose lines and figures are those of the solver's answer", () => {
    expect(problemsOf(plan)).toEqual([]);
    expect(certifyPlan(instance, readPlan(plan), "ab12")).toMatchObject({ valid: true, value: 9 });
  });

  it.each([
    ["without a line", { ...plan, lines: [first] }, "plan.lineMissing"],
    ["without any line", { ...plan, lines: [] }, "plan.lineMissing"],
    ["with a line twice", { ...plan, lines: [first, first, second] }, "plan.lineItem"],
    [
      "with a line for what is not chosen",
      { ...plan, lines: [first, second, { ...second, item: "cleo-weibo/repost*1" }] },
      "plan.lineItem",
    ],
    [
      "with a line that names no item",
      { ...plan, lines: [first, { ...second, item: null }] },
      "plan.lineItem",
    ],
    ["with another cost", { ...plan, lines: [first, { ...second, cost: yuan(29_999) }] }, "plan.line"],
    ["with another creator", { ...plan, lines: [first, { ...second, creator: "cleo" }] }, "plan.line"],
    ["with another account", { ...plan, lines: [first, { ...second, account: "ben-xhs" }] }, "plan.line"],
    [
      "with another deliverable",
      { ...plan, lines: [first, { ...second, deliverable: "post" }] },
      "plan.line",
    ],
    ["with a line worth more", { ...plan, lines: [first, { ...second, marginalValue: 3.1 }] }, "plan.line"],
    ["with another count", { ...plan, lines: [first, { ...second, count: 2 }] }, "plan.line"],
    [
      "with a line in another currency",
      { ...plan, lines: [first, { ...second, cost: { amountMinor: 30_000, currency: "EUR" } }] },
      "plan.currency",
    ],
    ["with another total", { ...plan, totals: { ...plan.totals, cost: yuan(80_000) } }, "plan.totalCost"],
    ["with another budget", { ...plan, totals: { ...plan.totals, budget: yuan(1) } }, "plan.budget"],
    [
      "with boosting that the budget holds",
      { ...plan, totals: { ...plan.totals, boost: yuan(1) } },
      "plan.budget",
    ],
    ["with another status", { ...plan, status: "infeasible" }, "plan.figure"],
    ["with a conflict", { ...plan, conflict: ["budget"] }, "plan.figure"],
    ["with twice the value", certificateWith({ value: 18 }), "plan.figure"],
    ["with another bound", certificateWith({ upperBound: 1 }), "plan.figure"],
    ["with another gap", certificateWith({ gap: 0 }), "plan.figure"],
    ["with another proof status", certificateWith({ status: "gap" }), "plan.figure"],
    ["of another instance", certificateWith({ instanceSha256: "ab13" }), "plan.otherInstance"],
    ["of no instance", certificateWith({ instanceSha256: null }), "plan.noSha256"],
    ["without the solver's answer", certificateWith({ solution: null }), "plan.noSolution"],
    [
      "with an answer that does not hold",
      certificateWith({ solution: { ...solution, certificate: { ...certificate, lambda: {} } } }),
      "boundTooLow",
    ],
  ])("refuses a plan %s", (_what, document, problem) => {
    expect(problemsOf(document)).toContain(problem);
    expect(certifyPlan(instance, readPlan(document), "ab12").valid).toBe(false);
  });

  it("counts nobody twice in what a line adds, and nobody whom another line reaches for certain", () => {
    const shared = (id: string, p: readonly number[]) => ({ ...item(id, 1, 0), p });
    const crowd: Instance = {
      ...{ ...instance, atoms: 3, weights: [10, 20, 40] },
      groups: [
        { group: "anna", labels: [], atoms: [0, 1, 2], items: [shared("a", [0.5, 1, 1])] },
        { group: "ben", labels: [], atoms: [0, 1, 2], items: [shared("b", [0.2, 0.5, 1])] },
      ],
    };
    const losses = marginalsOf(crowd, ["a", "b"]);
    expect(losses.get("a")).toBeCloseTo(10 * 0.5 * 0.8 + 20 * 0.5, 12);
    expect(losses.get("b")).toBeCloseTo(10 * 0.2 * 0.5, 12);
  });

  it("takes boosting off the budget before it compares", () => {
    const boosted = { ...plan, totals: { ...plan.totals, boost: yuan(500), budget: yuan(90_500) } };
    expect(problemsOf(boosted)).toEqual([]);
  });

  it("names the place of a document that is no plan", () => {
    expect(() => readPlan({ ...plan, lines: [{ ...first, cost: 60_000 }] })).toThrow("lines[0].cost");
  });
});
