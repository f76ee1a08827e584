import { describe, expect, it } from "vitest";
import type { Instance } from "../src/core/instance.ts";
import { Random } from "../src/core/random.ts";
import { Coverage } from "../src/core/solver/coverage.ts";
import { solve } from "../src/core/solver/solve.ts";
import { solveTail } from "../src/core/solver/solveTail.ts";
import { tailMean } from "../src/core/solver/tail.ts";
import { type Worlds, worldValues } from "../src/core/solver/worlds.ts";
import { bestByEnumeration, tinyInstance } from "./tinyInstances.ts";

const TAILS = [0.1, 0.2, 0.5, 1];
const clock = { secondsMax: Number.POSITIVE_INFINITY, elapsedSeconds: () => 0 };

/** Few worlds with wild factors: items share a factor by "platform", so that worlds pull in opposite directions. */
function tinyWorlds(instance: Instance, seed: number): Worlds {
  const random = new Random(seed);
  const count = 3 + random.below(8);
  const factor = () => Float64Array.from({ length: count }, () => Math.exp(1.2 * random.normal()));
  const platforms = [factor(), factor()];
  return {
    count,
    weight: Float64Array.from({ length: count }, () => 0.5 + random.uniform()),
    of: new Map(
      instance.groups.flatMap(({ items }) => {
        const scale = platforms[random.below(2)]!;
        return items.map(({ id }) => [id, { scale, most: 0.95 }] as const);
      }),
    ),
  };
}

/** A tiny problem with worlds, its mean plan and the exact answer by trying every plan; null where there is no plan. */
function solvedTiny(seed: number, tail: number, passesMax: number) {
  const instance = tinyInstance(seed);
  const worlds = tinyWorlds(instance, seed + 1);
  const coverage = new Coverage(instance);
  const worth = (ids: readonly string[]) => tailMean(worldValues(instance, coverage, worlds, ids), tail);
  const exact = bestByEnumeration(instance, worth);
  if (exact === null) return null;
  const { chosen: start } = solve(instance, { ...clock, passesMax: 2, seed });
  const found = solveTail(instance, worlds, { ...clock, passesMax, seed, tail, start });
  return { instance, worlds, exact, found, worth };
}

describe("the plan whose bad worlds are best", () => {
  it("reads the tail mean as Rockafellar and Uryasev define it: the best η − shortfall ÷ t", () => {
    const random = new Random(5);
    for (let n = 0; n < 300; n++) {
      const values = Float64Array.from({ length: 1 + random.below(12) }, () => random.uniform() * 10);
      for (const tail of TAILS) {
        const at = (eta: number) =>
          eta - values.reduce((sum, v) => sum + Math.max(0, eta - v), 0) / (tail * values.length);
        expect(tailMean(values, tail)).toBeCloseTo(Math.max(...values.toSorted().map(at)), 9);
      }
    }
    expect(tailMean(Float64Array.of(4, 1, 7), 1)).toBeCloseTo(4, 12);
  });

  it("never bounds the best of all plans from below, whatever the worlds", () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const solved = solvedTiny(seed, TAILS[seed % TAILS.length]!, seed % 4 === 0 ? 3 : 1);
      if (solved === null) continue;
      const { exact, found } = solved;
      expect(found.upperBound, `seed ${seed}`).toBeGreaterThanOrEqual(exact.value);
      expect(found.tailMean, `seed ${seed}`).toBeLessThanOrEqual(exact.value + 1e-9 * Math.abs(exact.value));
    }
  });

  it("finds the best of all plans in at least 95 of 100 tiny problems, and says what it is worth", () => {
    let [tried, best] = [0, 0];
    for (let seed = 5001; seed <= 5400; seed++) {
      const solved = solvedTiny(seed, TAILS[seed % TAILS.length]!, 20);
      if (solved === null) continue;
      const { exact, found, worth } = solved;
      expect(found.tailMean).toBeCloseTo(worth(found.chosen), 9);
      tried++;
      if (found.tailMean >= exact.value - 1e-9 * Math.abs(exact.value)) best++;
    }
    expect(tried).toBeGreaterThan(300);
    expect(best / tried).toBeGreaterThanOrEqual(0.95);
  });

  it("spreads over two platforms where the mean plan bets on the slightly better one", () => {
    const group = (id: string, atom: number, p: number) => ({
      group: id,
      labels: [],
      atoms: [atom],
      items: [{ id, cost: 1, p, labels: [], uses: {}, value: 0 }],
    });
    const shaky = [0, 1, 2, 3].map((n) => group(`shaky${n}`, n, 0.11));
    const steady = [4, 5, 6, 7].map((n) => group(`steady${n}`, n, 0.1));
    const instance: Instance = {
      budget: 4,
      atoms: 8,
      weights: null,
      minItems: null,
      maxItems: null,
      quotas: [],
      extraBudgets: {},
      lock: [],
      exclude: [],
      groups: [...shaky, ...steady],
    };
    const count = 10;
    const swings = Float64Array.from({ length: count }, (_, k) => (k < 2 ? 0.1 : 1.225));
    const other = Float64Array.from({ length: count }, (_, k) => (k >= 8 ? 0.2 : 1.2));
    const worlds: Worlds = {
      count,
      weight: new Float64Array(count).fill(1),
      of: new Map(
        instance.groups.map(({ group: id }) => [
          id,
          { scale: id.startsWith("shaky") ? swings : other, most: 0.95 },
        ]),
      ),
    };
    const mean = solve(instance, { ...clock, passesMax: 10, seed: 1 });
    expect(mean.chosen.every((id) => id.startsWith("shaky"))).toBe(true);
    const options = { ...clock, passesMax: 20, seed: 1, start: mean.chosen };
    const careful = solveTail(instance, worlds, { ...options, tail: 0.2 });
    const platforms = new Set(careful.chosen.map((id) => id.replace(/\d/, "")));
    expect(platforms).toEqual(new Set(["shaky", "steady"]));
    const coverage = new Coverage(instance);
    const meanValues = worldValues(instance, coverage, worlds, mean.chosen);
    expect(careful.tailMean).toBeGreaterThan(1.5 * tailMean(meanValues, 0.2));
    expect(coverage.value(careful.chosen)).toBeLessThan(mean.value);
    expect(new Set(solveTail(instance, worlds, { ...options, tail: 1 }).chosen)).toEqual(
      new Set(mean.chosen),
    );
  });

  it("gives the same plan and bound for the same seed and passes, however slow the clock", () => {
    const instance = tinyInstance(17);
    const worlds = tinyWorlds(instance, 18);
    let now = 0;
    const of = (elapsedSeconds: () => number) => {
      const { chosen: start } = solve(instance, { ...clock, passesMax: 2, seed: 3 });
      const options = { secondsMax: 1e9, elapsedSeconds, passesMax: 6, seed: 3, tail: 0.2, start };
      return JSON.stringify(solveTail(instance, worlds, options));
    };
    expect(of(() => ++now)).toBe(of(() => 0));
  });
});
