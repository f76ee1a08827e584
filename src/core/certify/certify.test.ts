import { describe, expect, it } from "vitest";
import type { Group, Instance } from "#core/instance";
import type { Certificate, CertificateBranch, CertificateTree, Solution } from "#core/solution";
import { certify } from "./certify.ts";

const item = (id: string, cost: number, p: number | number[], more: object = {}) => ({
  id,
  cost,
  p,
  labels: [],
  uses: {},
  value: 0,
  ...more,
});
const groups: Group[] = [
  {
    group: "anna",
    labels: ["tier2"],
    atoms: [0, 1],
    items: [item("anna/post", 4, 0.5), item("anna/video", 6, 0.75)],
  },
  { group: "ben", labels: [], atoms: [1, 2], items: [item("ben/post", 5, [0.5, 0.25])] },
  { group: "cleo", labels: [], atoms: [3], items: [item("cleo/live", 3, 1)] },
];
const instance: Instance = {
  budget: 9,
  atoms: 4,
  weights: [4, 2, 2, 1],
  minItems: null,
  maxItems: null,
  quotas: [],
  extraBudgets: {},
  lock: [],
  exclude: [],
  groups,
};
// By hand: the items alone are worth 3, 4.5, 1.5 and 1. The best plan is anna/video + cleo/live, 5.5 for 9.
const price = 0.5;
const certificate: Certificate = { q: [1, 1, 1, 1], lambda: { budget: price }, mu: {}, nu: {} };
// Σ max(0, v − λc) + λB = max(3 − 2, 4.5 − 3) + max(0, 1.5 − 2.5) + max(0, 1 − 1.5) + 4.5 = 6
const sound: Solution = {
  chosen: ["anna/video", "cleo/live"],
  cost: 9,
  value: 5.5,
  upperBound: 6.00000001,
  gap: (6.00000001 - 5.5) / 6.00000001,
  seconds: 0,
  passes: 1,
  status: "gap",
  certificate,
};
const keysOf = (solution: Solution, on: Instance = instance) =>
  certify(on, solution).problems.map(({ key }) => key.replace("solver.certify.", ""));
const withBound = (solution: Solution, upperBound: number): Solution => ({
  ...solution,
  upperBound,
  gap: (upperBound - solution.value) / upperBound,
});

describe("the verifier", () => {
  it("accepts a sound certificate and answers with its own figures", () => {
    const verdict = certify(instance, sound);
    expect(verdict).toMatchObject({ valid: true, value: 5.5, problems: [] });
    expect(verdict.upperBound).toBeCloseTo(6, 7);
  });

  it.each([
    ["a bound that is claimed too low", withBound(sound, 5.9), "boundTooLow"],
    ["a bound below the plan's own value", withBound(sound, 5), "boundBelowValue"],
    ["a wrong value", { ...sound, value: 5.6 }, "wrongValue"],
    ["a wrong cost", { ...sound, cost: 8 }, "wrongCost"],
    ["a wrong gap", { ...sound, gap: 0.01 }, "wrongGap"],
    ["a gap called optimal", { ...sound, status: "optimal" as const }, "notOptimal"],
    ["an unknown item", { ...sound, chosen: ["anna/video", "dora/live"] }, "unknownItem"],
    ["an item chosen twice", { ...sound, chosen: ["cleo/live", "cleo/live"] }, "twice"],
    ["two items of a creator", { ...sound, chosen: ["anna/post", "anna/video"] }, "sameGroup"],
    ["a plan over budget", { ...sound, chosen: ["anna/video", "ben/post"] }, "overBudget"],
    ["a q above 1", { ...sound, certificate: { ...certificate, q: [1, 1.2, 1, 1] } }, "qRange"],
    ["a q of 0", { ...sound, certificate: { ...certificate, q: [1, 0, 1, 1] } }, "qRange"],
    ["too few q", { ...sound, certificate: { ...certificate, q: [1] } }, "qLength"],
    [
      "a q that does not carry the bound",
      { ...sound, certificate: { ...certificate, q: [0.2, 1, 1, 1] } },
      "boundTooLow",
    ],
    [
      "a negative multiplier",
      { ...sound, certificate: { ...certificate, lambda: { budget: -1 } } },
      "multiplierRange",
    ],
    [
      "a multiplier for no row",
      { ...sound, certificate: { ...certificate, nu: { tier9: 1 } } },
      "multiplierUnknown",
    ],
    [
      "a lower price that does not carry the bound",
      { ...sound, certificate: { ...certificate, lambda: {} } },
      "boundTooLow",
    ],
    ["no certificate at all", { ...sound, certificate: null }, "noCertificate"],
    ["no bound", { ...sound, upperBound: null, gap: null }, "noBound"],
  ])("refuses %s", (_what, solution, problem) => {
    expect(keysOf(solution)).toContain(problem);
    expect(certify(instance, solution).valid).toBe(false);
  });

  it.each([
    ["lambda", { lambda: { budget: 1e308 } }],
    ["mu", { mu: { tier2: 1e308 } }],
    ["nu", { nu: { tier2: 1e308 } }],
    ["mu and nu against each other", { mu: { tier2: 1e308 }, nu: { tier2: 1e308 } }],
  ])("takes no bound from %s so large that it overflows", (_what, multipliers) => {
    const quotas = [{ label: "tier2", min: 20, max: 90 }];
    const forged = { ...certificate, lambda: {}, ...multipliers };
    const tree = { root: null, dropped: [], atoms: [0, 1, 2, 3], branches: { certificate: forged } };
    const dropping = { ...tree, root: forged, dropped: ["ben/post"], branches: { certificate } };
    const infeasible = { proves: "infeasible" as const, lambda: {}, mu: {}, nu: {}, ...multipliers };
    const leaf = { ...tree, branches: { certificate: infeasible } };
    for (const proof of [forged, tree, dropping, infeasible, leaf]) {
      const claim: Solution = { ...sound, upperBound: 5.5, gap: 0, status: "optimal", certificate: proof };
      const verdict = certify({ ...instance, quotas }, claim);
      expect(verdict).toMatchObject({ valid: false, upperBound: null });
      expect(verdict.problems.map(({ key }) => key)).toContain("solver.certify.overflow");
    }
  });

  it.each([
    ["a value", { value: Number.NaN }],
    ["a cost", { cost: Number.POSITIVE_INFINITY }],
    ["a bound", { upperBound: Number.POSITIVE_INFINITY, gap: 1 }],
    ["a bound and a gap", { upperBound: Number.NaN, gap: Number.NaN }],
    ["a gap", { gap: Number.NaN }],
  ])("refuses %s that is no finite number", (_what, claim) => {
    expect(certify(instance, { ...sound, ...claim }).valid).toBe(false);
  });

  it("refuses items too large to be added up", () => {
    const huge = groups.map((g) => ({
      ...g,
      items: g.items.map((i) => ({ ...i, cost: 1e308, value: 1e308 })),
    }));
    expect(keysOf(sound, { ...instance, budget: 1e308, groups: huge })).toContain("planOverflow");
  });

  it.each([
    [{ lock: ["ben/post"] }, "notLocked"],
    [{ exclude: ["cleo/live"] }, "excluded"],
    [{ quotas: [{ label: "tier2", min: 2, max: null }] }, "underMin"],
    [{ quotas: [{ label: "tier2", min: null, max: 0 }] }, "overMax"],
    [{ maxItems: 1 }, "overMax"],
    [{ minItems: 3 }, "underMin"],
    [
      {
        extraBudgets: { hours: 1 },
        groups: groups.map((g) => ({ ...g, items: g.items.map((i) => ({ ...i, uses: { hours: 1 } })) })),
      },
      "overBudget",
    ],
  ])("refuses a plan that breaks %j", (change, problem) => {
    expect(keysOf(sound, { ...instance, ...change })).toContain(problem);
  });
});

describe("the verifier of a proof by cases", () => {
  const leaf = (lambda: number): CertificateBranch => ({
    certificate: { q: [], lambda: { budget: lambda }, mu: {}, nu: {} },
  });
  // With anna/video 3 are left, with anna/post 5, without anna 9; λ = 1/3 bounds all three by 5.5.
  const split = {
    group: "anna",
    items: { "anna/post": leaf(1 / 3), "anna/video": leaf(1 / 3) },
    none: leaf(1 / 3),
  };
  const tree: CertificateTree = {
    root: null,
    dropped: [],
    atoms: [],
    branches: { certificate: null, split },
  };
  const optimal: Solution = { ...withBound(sound, 5.5 * (1 + 2e-9)), status: "optimal", certificate: tree };
  const branches = (change: object) => ({
    ...optimal,
    certificate: { ...tree, branches: { certificate: null, split: { ...split, ...change } } },
  });

  it("accepts branches that hold every choice", () => {
    expect(keysOf(optimal)).toEqual([]);
  });

  it("refuses branches that leave a gap", () => {
    expect(keysOf(branches({ items: { "anna/video": leaf(1 / 3) } }))).toContain("branchMissing");
  });

  it("refuses a split on no group, and on one that is decided", () => {
    expect(keysOf(branches({ group: "dora" }))).toContain("splitGroup");
    const twice = { certificate: null, split };
    expect(keysOf(branches({ items: { ...split.items, "anna/video": twice } }))).toContain("splitGroup");
  });

  it("refuses a branch without multipliers, and one whose multipliers do not carry the bound", () => {
    expect(keysOf(branches({ none: { certificate: null } }))).toContain("leafUnproven");
    expect(keysOf(branches({ none: leaf(1) }))).toContain("boundTooLow");
  });

  it("refuses a branch called infeasible that is not", () => {
    const wrong: CertificateBranch = {
      certificate: { proves: "infeasible", lambda: { budget: 1 }, mu: {}, nu: {} },
    };
    expect(keysOf(branches({ none: wrong }))).toContain("notInfeasible");
  });

  it("refuses dropped items that the root does not rule out", () => {
    const dropping = (dropped: string[], root: Certificate | null) => ({
      ...optimal,
      certificate: { ...tree, root, dropped },
    });
    expect(keysOf(dropping(["ben/post"], null))).toContain("droppedUnproven");
    expect(keysOf(dropping(["anna/video"], certificate))).toContain("droppedUnproven");
    // Plans with ben/post: 6 − 1 at the root's prices, below the claim.
    expect(keysOf(dropping(["ben/post"], certificate))).toEqual([]);
  });

  it("refuses items that a branch drops without ruling them out", () => {
    const dropsTheBest = {
      certificate,
      dropped: ["anna/video"],
      split: { ...split, items: { "anna/post": leaf(1 / 3) } },
    };
    const wrong = { ...optimal, certificate: { ...tree, atoms: [0, 1, 2, 3], branches: dropsTheBest } };
    expect(certify(instance, wrong as Solution).valid).toBe(false);
  });
});

describe("the verifier of infeasibility", () => {
  const impossible: Instance = { ...instance, quotas: [{ label: "tier2", min: 2, max: null }] };
  const proof: Solution = {
    chosen: [],
    cost: 0,
    value: 0,
    upperBound: null,
    gap: null,
    seconds: 0,
    passes: 0,
    status: "infeasible",
    conflict: ["tier2"],
    certificate: { proves: "infeasible", lambda: {}, mu: { tier2: 1 }, nu: {} },
  };

  it("accepts multipliers under which even a worthless plan is below zero", () => {
    expect(keysOf(proof, impossible)).toEqual([]);
  });

  it("refuses them where a plan exists, where there are none, and beside chosen items", () => {
    expect(keysOf(proof, { ...instance, quotas: [{ label: "tier2", min: 1, max: null }] })).toContain(
      "notInfeasible",
    );
    expect(keysOf({ ...proof, certificate: null }, impossible)).toContain("noCertificate");
    expect(keysOf({ ...proof, chosen: ["anna/post"] }, impossible)).toContain("infeasibleWithPlan");
  });

  it.each([
    ["no row", [], "noConflict"],
    ["a row that the instance does not have", ["tier2", "tier9"], "conflictRow"],
    ["a limit that the instance does not set", ["tier2", "*"], "conflictRow"],
    ["a lock that the instance does not have", ["tier2", "lock:anna/post"], "conflictRow"],
    ["other rows than those that the proof needs", ["budget"], "multiplierUnknown"],
  ])("refuses a conflict that names %s", (_what, conflict, problem) => {
    expect(keysOf({ ...proof, conflict }, impossible)).toContain(problem);
  });

  it("refuses a conflict that leaves out a row of the proof", () => {
    const poor: Instance = { ...instance, budget: 2, quotas: [{ label: "tier2", min: 1, max: null }] };
    const both: Solution = {
      ...proof,
      conflict: ["budget", "tier2"],
      certificate: { proves: "infeasible", lambda: { budget: 1 }, mu: { tier2: 4 }, nu: {} },
    };
    expect(keysOf(both, poor)).toEqual([]);
    expect(keysOf({ ...both, conflict: ["tier2"] }, poor)).toContain("notInfeasible");
    expect(keysOf({ ...both, conflict: ["budget"] }, poor)).toContain("multiplierUnknown");
  });

  it("says whether each row of the conflict is needed, where it can look at every choice", () => {
    const also: Instance = { ...impossible, budget: 1 };
    expect(certify(impossible, proof).irreducible).toBe(true);
    const wide = certify(also, { ...proof, conflict: ["tier2", "budget"] });
    expect(wide).toMatchObject({ valid: true, irreducible: false });
    const more = Array.from({ length: 20 }, (_, g) => ({
      ...groups[1]!,
      group: `${g}`,
      items: [item(`${g}/post`, 1, 0)],
    }));
    const large = { ...impossible, groups: [...groups, ...more] };
    expect(certify(large, proof)).toMatchObject({ valid: true, irreducible: null });
    expect(certify(instance, sound).irreducible).toBeNull();
  });

  it("refuses a worth, a cost or a bound of a plan that there is not", () => {
    for (const claim of [{ value: 1 }, { cost: 1 }, { upperBound: 0.5 }, { gap: 0.1 }])
      expect(keysOf({ ...proof, ...claim }, impossible)).toContain("claimWithoutPlan");
  });
});
