import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Programme } from "#core/brief/programme";
import { certify } from "#core/certify/certify";
import type { Instance } from "#core/instance";
import { Coverage } from "#core/solver/coverage";
import { solve } from "#core/solver/solve";
import type { CampaignModel } from "../campaignModel.ts";
import { chosenByCampaign, fixedShares, programmeInstance } from "./programmeInstance.ts";

interface Small {
  readonly budget: number;
  readonly mayServe: "one" | "several";
  readonly fixed: readonly (number | null)[];
  /** By campaign and creator: what one item costs, and its chance to be seen by each of two atoms. */
  readonly offers: readonly (readonly { readonly cost: number; readonly p: readonly [number, number] }[])[];
}

function built({ budget, mayServe, fixed, offers }: Small): Instance {
  const money = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
  const programme = {
    ...{ budget: money(budget), mayServe },
    campaigns: fixed.map((share) => ({ fixed: share === null ? null : money(share) })),
  } as unknown as Programme;
  const models = offers.map((creators) => ({
    brief: { creators: { min: 0, max: null, quotas: [] } },
    weights: [10, 6],
    groups: creators.map(({ cost, p }, k) => ({
      ...{ group: `creator-${k}`, labels: [], atoms: [0, 1] },
      items: [{ id: `creator-${k}/note*1`, cost, p, labels: [], uses: {}, value: 0 }],
    })),
  })) as unknown as CampaignModel[];
  return programmeInstance(programme, models, [1, 2], fixedShares(programme));
}

/** The best of all choices, one by one. */
function best(small: Small): number {
  const instance = built(small);
  const coverage = new Coverage(instance);
  const items = instance.groups.flatMap(({ group, items: own }) => own.map((item) => ({ group, item })));
  const open = small.fixed.reduce<number>((left, share) => left - (share ?? 0), small.budget);
  let most = 0;
  for (let mask = 0; mask < 1 << items.length; mask++) {
    const chosen = items.filter((_, i) => (mask >> i) & 1);
    if (new Set(chosen.map(({ group }) => group)).size < chosen.length) continue;
    const cost = (c: number) =>
      chosen.reduce((sum, { item }) => sum + (item.id.endsWith(`#${c + 1}`) ? item.cost : 0), 0);
    const costs = small.fixed.map((_, c) => cost(c));
    const openCost = costs.reduce((sum, one, c) => sum + (small.fixed[c] === null ? one : 0), 0);
    const kept = small.fixed.every((share, c) => share === null || costs[c]! <= share) && openCost <= open;
    if (kept) most = Math.max(most, coverage.value(chosen.map(({ item }) => item.id)));
  }
  return most;
}

const search = (instance: Instance) =>
  solve(instance, { secondsMax: 1e9, passesMax: 30, seed: 1, elapsedSeconds: () => 0 });

const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const offer = fc.record({
  cost: fc.integer({ min: 1, max: 9 }),
  p: fc.tuple(share, share),
});
const smalls: fc.Arbitrary<Small> = fc.record({
  budget: fc.integer({ min: 4, max: 25 }),
  mayServe: fc.constantFrom("one" as const, "several" as const),
  fixed: fc.constantFrom([null, null], [3, null], [null, 2], [2, 2]),
  offers: fc.tuple(
    fc.array(offer, { minLength: 4, maxLength: 4 }),
    fc.array(offer, { minLength: 4, maxLength: 4 }),
  ),
});

describe("several campaigns as one portfolio", () => {
  it("is solved to the best of all choices, with a certificate that holds and never lies below it", () => {
    fc.assert(
      fc.property(smalls, (small) => {
        const instance = built(small);
        const solution = search(instance);
        const optimum = best(small);
        expect(solution.value).toBeCloseTo(optimum, 9);
        expect(solution.upperBound).toBeGreaterThanOrEqual(optimum - 1e-9);
        expect(certify(instance, solution).problems).toEqual([]);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  const seen = (chance: number, cost: number) => ({ cost, p: [chance, chance] as const });
  const one: Small = {
    ...{ budget: 20, mayServe: "one", fixed: [null, null] },
    offers: [
      [seen(0.5, 5), seen(0.1, 5)],
      [seen(0.5, 5), seen(0.1, 5)],
    ],
  };

  it("books a creator for one campaign, the one where it counts more, unless it may serve several", () => {
    const { chosen } = search(built(one));
    expect(chosenByCampaign(chosen, 2)).toEqual([["creator-1/note*1"], ["creator-0/note*1"]]);
    const several = search(built({ ...one, mayServe: "several" }));
    expect(several.chosen).toHaveLength(4);
    expect(several.value).toBeGreaterThan(search(built(one)).value);
  });

  it("keeps a fixed share for its campaign, although the money would do more elsewhere", () => {
    const shared: Small = { ...one, budget: 10, fixed: [5, null], mayServe: "several" };
    const costs = (small: Small) =>
      chosenByCampaign(search(built(small)).chosen, 2).map((own) => own.length * 5);
    expect(costs(shared)).toEqual([5, 5]);
    const apart = [
      { cost: 5, p: [1, 0] as const },
      { cost: 5, p: [0, 1] as const },
    ];
    const dear: Small = { ...shared, offers: [shared.offers[0]!, apart] };
    expect(costs({ ...dear, fixed: [null, null] })).toEqual([0, 10]);
    expect(costs(dear)).toEqual([5, 5]);
  });
});
