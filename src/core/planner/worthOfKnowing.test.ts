import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instance } from "#core/instance";
import { Coverage } from "#core/solver/coverage";
import { worthOfKnowing } from "./worthOfKnowing.ts";

interface Sold {
  readonly cost: number;
  readonly value: number;
  readonly p: readonly number[];
}

function world(budget: number, sold: readonly Sold[]): Instance {
  return {
    ...{ budget, atoms: 3, weights: [10, 20, 30], minItems: null, maxItems: null, quotas: [] },
    ...{ extraBudgets: {}, lock: [], exclude: [] },
    groups: sold.map(({ cost, value, p }, i) => ({
      group: `g${i}`,
      labels: [],
      atoms: [0, 1, 2],
      items: [{ id: `i${i}`, cost, p, labels: [], uses: {}, value }],
    })),
  };
}

/** Every affordable choice tried. */
function enumerated(worlds: readonly Instance[]): {
  readonly worth: number;
  readonly best: readonly string[];
} {
  const [first] = worlds;
  const ids = first!.groups.map(({ items }) => items[0]!.id);
  const plans = Array.from({ length: 2 ** ids.length }, (_, mask) => ids.filter((_id, i) => (mask >> i) & 1));
  const coverages = worlds.map((each) => new Coverage(each));
  const affordable = plans.filter((plan) => coverages[0]!.cost(plan) <= first!.budget);
  const values = affordable.map((plan) => coverages.map((coverage) => coverage.value(plan)));
  const means = values.map((inWorld) => inWorld.reduce((sum, v) => sum + v, 0) / worlds.length);
  const informed =
    worlds.reduce((sum, _, w) => sum + Math.max(...values.map((inWorld) => inWorld[w]!)), 0) / worlds.length;
  const most = Math.max(...means);
  return { worth: informed - most, best: affordable[means.indexOf(most)]! };
}

describe("what it is worth to know a figure before choosing", () => {
  const none = [0, 0, 0];

  it("is half the difference where a coin decides which of two is worth 10 more", () => {
    const worlds = [
      world(1, [
        { cost: 1, value: 10, p: none },
        { cost: 1, value: 0, p: none },
      ]),
      world(1, [
        { cost: 1, value: 0, p: none },
        { cost: 1, value: 10, p: none },
      ]),
    ];
    expect(worthOfKnowing(worlds, ["i0"], 1).worth).toBe(5);
  });

  it("is nothing where the figure moves everything alike", () => {
    const at = (factor: number) =>
      world(2, [
        { cost: 1, value: 3 * factor, p: none },
        { cost: 1, value: 2 * factor, p: none },
        { cost: 1, value: 1 * factor, p: none },
      ]);
    expect(worthOfKnowing([at(0.5), at(1), at(2)], ["i0", "i1"], 1).worth).toBe(0);
  });

  it("agrees with every choice enumerated on small worlds, from the plan that is best on average", () => {
    const chance = fc.double({ min: 0, max: 0.9, noNaN: true });
    const item = fc.record({
      cost: fc.integer({ min: 1, max: 5 }),
      value: fc.integer({ min: 0, max: 10 }),
      p: fc.tuple(chance, chance, chance),
      weight: fc.constantFrom(-1, 0, 1),
    });
    let [exact, off, sum] = [0, 0, 0];
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 3, max: 12 }),
        (items, budget) => {
          const worlds = [0.3, 0.7, 1, 1.9].map((theta) =>
            world(
              budget,
              items.map(({ p, value, weight, ...rest }) => ({
                ...rest,
                value: value * theta ** weight,
                p: p.map((each) => Math.min(1, each * theta ** weight)),
              })),
            ),
          );
          const known = enumerated(worlds);
          const { worth } = worthOfKnowing(worlds, known.best, 1);
          expect(worth).toBeGreaterThanOrEqual(0);
          // From the best plan on, a search that misses some of the others can only find less to gain.
          expect(worth).toBeLessThanOrEqual(known.worth + 1e-9);
          sum += known.worth;
          off += known.worth - worth;
          exact++;
        },
      ),
      { numRuns: 60, seed: 7 },
    );
    expect(exact).toBe(60);
    expect(sum).toBeGreaterThan(0);
    expect(off / sum).toBeLessThan(0.02);
  });
});
