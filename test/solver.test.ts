import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certify } from "#core/certify/certify";
import type { Instance } from "#core/instance";
import type { SolveOptions } from "#core/solution";
import { solve } from "#core/solver/solve";
import { bestByEnumeration, tinyInstance } from "./tinyInstances.ts";

const PASSES: SolveOptions = {
  secondsMax: Number.POSITIVE_INFINITY,
  passesMax: 40,
  seed: 1,
  elapsedSeconds: () => 0,
};
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe("a solution of an instance small enough to enumerate", () => {
  it("is worth the optimum, is bounded by no less, and says infeasible exactly when it is", () => {
    let solved = 0;
    let optimal = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = tinyInstance(seed);
        const best = bestByEnumeration(instance);
        const solution = solve(instance, PASSES);
        expect(solution.status === "infeasible").toBe(best === null);
        if (best === null) return;
        solved++;
        expect(solution.upperBound).toBeGreaterThanOrEqual(best.value);
        expect(solution.value).toBeLessThanOrEqual(best.value * (1 + 1e-12) + 1e-12);
        if (solution.value >= best.value * (1 - 1e-9)) optimal++;
      }),
      { numRuns: 2500, seed: 20260101 },
    );
    expect(optimal / solved).toBe(1);
  });

  it("passes the independent verifier, infeasible ones with their proof", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = tinyInstance(seed);
        const solution = JSON.parse(JSON.stringify(solve(instance, PASSES)));
        expect(certify(instance, solution).problems).toEqual([]);
      }),
      { numRuns: 1000, seed: 20260102 },
    );
  });

  it("cannot be bounded below the optimum by multipliers of any size", () => {
    const sizes = fc.constantFrom(0, 1e-300, 1e-9, 1, 1e9, 1e16, 1e100, 1e154, 1e308);
    fc.assert(
      fc.property(seeds, fc.array(sizes, { minLength: 5, maxLength: 5 }), (seed, [money, ...others]) => {
        const instance = tinyInstance(seed);
        const [hours, atLeast, atMost, all] = others as [number, number, number, number];
        const best = bestByEnumeration(instance);
        const { chosen, cost, value } = solve(instance, { ...PASSES, passesMax: 1 });
        const certificate = {
          q: Array.from({ length: instance.atoms }, () => 1),
          lambda: { budget: money ?? 0, ...("hours" in instance.extraBudgets ? { hours } : {}) },
          mu: { "*": all, ...(instance.quotas[0] ? { [instance.quotas[0].label]: atLeast } : {}) },
          nu: { "*": all, ...(instance.quotas[0] ? { [instance.quotas[0].label]: atMost } : {}) },
        };
        const work = { seconds: 0, passes: 1 };
        const { upperBound } = certify(instance, {
          ...{ chosen, cost, value, upperBound: value, gap: 0, status: "gap", certificate },
          ...work,
        });
        if (upperBound !== null) expect(upperBound).toBeGreaterThanOrEqual(best?.value ?? 0);
        const nothing = { chosen: [], cost: 0, value: 0, upperBound: null, gap: null };
        const { lambda, mu, nu } = certificate;
        const infeasible = certify(instance, {
          ...{ ...nothing, ...work, status: "infeasible", conflict: rowsOf(instance) },
          certificate: { proves: "infeasible", lambda, mu, nu },
        });
        if (best !== null) expect(infeasible.valid).toBe(false);
      }),
      { numRuns: 2000, seed: 20260104 },
    );
  });

  it("names an irreducible conflict: without any one of its rows a plan exists", () => {
    let conflicts = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = tinyInstance(seed);
        const solution = solve(instance, PASSES);
        const { conflict } = solution;
        if (conflict === undefined) return;
        conflicts++;
        expect(certify(instance, solution)).toMatchObject({ valid: true, irreducible: true });
        expect(conflict.length).toBeGreaterThan(0);
        expect(bestByEnumeration(onlyRows(instance, conflict))).toBeNull();
        for (const row of conflict)
          expect(
            bestByEnumeration(
              onlyRows(
                instance,
                conflict.filter((other) => other !== row),
              ),
            ),
          ).not.toBeNull();
      }),
      { numRuns: 1000, seed: 20260103 },
    );
    expect(conflicts).toBeGreaterThan(100);
  });
});

/** Every row of an instance by its name. */
function rowsOf(instance: Instance): string[] {
  return [
    ...["budget", ...Object.keys(instance.extraBudgets)],
    ...instance.quotas.filter(({ min, max }) => min !== null || max !== null).map(({ label }) => label),
    ...(instance.minItems === null && instance.maxItems === null ? [] : ["*"]),
    ...instance.lock.map((id) => `lock:${id}`),
    ...instance.exclude.map((id) => `exclude:${id}`),
  ];
}

/** The instance with the named rows only. A label stands for its minimum and maximum together. */
function onlyRows(instance: Instance, rows: readonly string[]): Instance {
  return {
    ...instance,
    budget: rows.includes("budget") ? instance.budget : 1e9,
    extraBudgets: Object.fromEntries(
      Object.entries(instance.extraBudgets).filter(([name]) => rows.includes(name)),
    ),
    quotas: instance.quotas.filter(({ label }) => rows.includes(label)),
    minItems: rows.includes("*") ? instance.minItems : null,
    maxItems: rows.includes("*") ? instance.maxItems : null,
    lock: instance.lock.filter((id) => rows.includes(`lock:${id}`)),
    exclude: instance.exclude.filter((id) => rows.includes(`exclude:${id}`)),
  };
}

describe("a solution", () => {
  const instance: Instance = {
    budget: 10,
    atoms: 6,
    weights: null,
    minItems: null,
    maxItems: null,
    quotas: [],
    extraBudgets: {},
    lock: [],
    exclude: [],
    groups: ["anna", "ben", "cleo", "dora"].map((group, g) => ({
      group,
      labels: g < 2 ? ["tier2"] : [],
      atoms: [g, g + 1, g + 2],
      items: [
        { id: `${group}/story`, cost: 2 + g, p: 0.3, labels: [], uses: { hours: 1 }, value: 0 },
        { id: `${group}/video`, cost: 5 + g, p: [0.9, 0.5, 1], labels: [], uses: { hours: 3 }, value: 0.1 },
      ],
    })),
  };

  it("is the same to the byte for the same seed and passes", () => {
    const again = () => JSON.stringify(solve(tinyInstance(77), { ...PASSES, passesMax: 3 }));
    expect(again()).toBe(again());
  });

  it("keeps a locked item and leaves an excluded one", () => {
    const { chosen } = solve({ ...instance, lock: ["dora/story"], exclude: ["anna/video"] }, PASSES);
    expect(chosen).toContain("dora/story");
    expect(chosen).not.toContain("anna/video");
  });

  it("needs no money for a catalog that has none to spend on", () => {
    const empty = solve({ ...instance, groups: [] }, PASSES);
    expect(empty).toMatchObject({ chosen: [], value: 0, upperBound: 0, gap: 0, status: "optimal" });
  });

  it("starts from a plan that it is handed, as far as it fits", () => {
    const warm = solve(instance, {
      ...PASSES,
      passesMax: 1,
      warmStart: ["anna/video", "ben/story", "nobody/post"],
    });
    expect(warm.value).toBeGreaterThan(0);
    expect(certify(instance, warm).problems).toEqual([]);
  });

  it.each([
    [{ quotas: [{ label: "tier2", min: 3, max: null }] }, ["tier2"]],
    [{ quotas: [{ label: "tier2", min: 2, max: 1 }] }, ["tier2"]],
    [{ budget: 1, minItems: 1 }, ["*", "budget"]],
    [{ extraBudgets: { hours: 1 }, lock: ["anna/video"] }, ["lock:anna/video", "hours"]],
    [{ lock: ["anna/story", "anna/video"] }, ["lock:anna/story", "lock:anna/video"]],
    [{ lock: ["anna/story"], exclude: ["anna/story"] }, ["exclude:anna/story", "lock:anna/story"]],
    [{ quotas: [{ label: "nobody", min: 1, max: null }] }, ["nobody"]],
  ] as [Partial<Instance>, string[]][])("names what cannot hold together in %j", (change, conflict) => {
    const solution = solve({ ...instance, ...change }, PASSES);
    expect(solution).toMatchObject({
      status: "infeasible",
      chosen: [],
      cost: 0,
      value: 0,
      upperBound: null,
      gap: null,
    });
    expect([...(solution.conflict ?? [])].sort()).toEqual([...conflict].sort());
    expect(certify({ ...instance, ...change }, solution).valid).toBe(true);
  });

  it("stops when it is told to, with the plan and certificate so far", () => {
    const stopped = solve(instance, { ...PASSES, shouldStop: () => true });
    expect(stopped.passes).toBe(1);
    expect(certify(instance, stopped).problems).toEqual([]);
  });
});
