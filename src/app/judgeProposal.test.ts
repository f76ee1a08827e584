import { describe, expect, it } from "vitest";
import type { Creator } from "#core/catalog/creator";
import { NO_TERMS } from "#core/catalog/deal";
import type { JudgeDocument } from "#core/planner/judgeDocument";
import type { ProposedLine } from "#core/planner/judgeProposal";
import { judgeProposal } from "./judgeProposal.ts";
import { planCampaign } from "./planCampaign.ts";

const TODAY = "2026-01-15";
const source = { method: "measured", source: "own list", observedOn: TODAY, trust: null } as const;
const BRIEF = {
  ...{ market: "CN", currency: "CNY", product: "noodles", topics: ["food"], budget: 6000 },
  ...{ deliverables: ["note"], handling: { hoursPerCreator: 0 } },
  objective: { metric: "reach", target: 10_000, by: "2026-04-30" },
};

interface Told {
  readonly followers?: number;
  readonly views?: number;
  readonly fee: number;
  /** Members of an audience sample, from here on. */
  readonly from?: number;
}

function creator(id: string, { followers = 6000, views = 2000, fee, from }: Told): Creator {
  const unknown = {
    ...{ following: null, posts: null, viewsTotal: null, likesAvg: null, commentsAvg: null },
    ...{ sharesAvg: null, savesAvg: null, engagementsAvg: null, engagementByFollowersBp: null },
    ...{ engagementByViewsBp: null, activeFollowersBp: null, realFollowersBp: null, videoShareBp: null },
  };
  const posts = Array.from({ length: 8 }, (_, i) => ({
    ...{ externalKey: `${id}-${i}`, format: "note", postedAtMs: Date.parse("2025-12-01") - i * 86_400_000 },
    ...{ observedOn: TODAY, views: views + 20 * i, likes: null, comments: null, shares: null, saves: null },
    ...{ tags: [], sponsored: null, caption: null, extra: {} },
  }));
  const account = {
    ...{ id: `xiaohongshu/${id}`, platform: "xiaohongshu", handle: id, externalId: null, country: "CN" },
    ...{ city: null, language: "zh", bio: null, topics: ["food"], posts },
    snapshots: [{ observedOn: TODAY, source, followers, viewsAvg: views, ...unknown, extra: {} }],
    audience: [{ dimension: "country" as const, key: "CN", shareBp: 9500, qualifier: "eq" as const, source }],
    rates: [rate(fee)],
    sample:
      from === undefined
        ? null
        : {
            ...{ threshold: 0.1, completeness: 1 },
            hashes: Float64Array.from({ length: followers / 10 }, (_, i) => (from + i) * 1000 + 7),
          },
  };
  return { id, displayName: id, accounts: [account] };
}

function rate(fee: number) {
  return {
    ...{ deliverable: "note", deal: "flat" as const, priceMinor: fee * 100, priceMaxMinor: null },
    ...{
      qualifier: "eq" as const,
      currency: "CNY",
      commissionBp: null,
      terms: null,
      validFrom: TODAY,
      source,
    },
  };
}

const market = Array.from({ length: 16 }, (_, i) =>
  creator(`c${i}`, { followers: 4000 + 500 * i, views: 1500 + 150 * i, fee: 300 + 45 * ((i * 7) % 16) }),
);

async function judge(
  listed: readonly Creator[],
  catalog: readonly Creator[],
  { brief = {}, counts = {} }: { brief?: object; counts?: Readonly<Record<string, number>> } = {},
): Promise<JudgeDocument> {
  let line = 1;
  const lines = listed.flatMap(({ id, accounts: [account] }): ProposedLine[] =>
    Array.from({ length: counts[id] ?? 1 }, () => {
      line++;
      return { line, account: account!.id, offers: [{ deliverable: "note", deal: "flat" }] };
    }),
  );
  const { finished } = judgeProposal({
    briefDocument: { ...BRIEF, ...brief },
    ...{
      proposal: { name: "a list", creators: listed, lines, notes: [] },
      catalog,
      ownAssumptions: null,
      seed: 1,
    },
    ...{ secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 4, today: TODAY },
  });
  return finished;
}

const lineOf = (document: JudgeDocument, id: string) =>
  document.list.lines.find(({ creator }) => creator === id)!;
const at = (fee: number, { accounts: [account], ...one }: Creator): Creator => ({
  ...one,
  accounts: [{ ...account!, rates: [rate(fee)] }],
});

describe("judging a list", () => {
  it("keeps all of the best plan, with the plan's own forecast and its certificate's gap", async () => {
    const { finished } = planCampaign({
      ...{ briefDocument: BRIEF, creators: market, ownAssumptions: null, seed: 1, today: TODAY },
      ...{ secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 4, withInstance: false },
    });
    const plan = (await finished).document;
    const chosen = plan.lines.map(({ creator: id }) => market.find((one) => one.id === id)!);
    const counts = Object.fromEntries(plan.lines.map(({ creator: id, count }) => [id, count]));
    const document = await judge(chosen, market, { counts });
    expect(document.list.totals.cost).toEqual(plan.totals.cost);
    expect(document.counts).toEqual({ keep: chosen.length, swap: 0, ask: 0, drop: 0 });
    expect(document.head.key).toBe("judge.head.same");
    expect(document.listGap).toBeCloseTo(document.certificate.gap ?? -1, 9);
    expect(document.list.forecast.p50).toBe(plan.forecast?.p50);
    expect(document.list.forecast.mean).toBe(plan.forecast?.mean);
    expect(document.best?.forecast).toEqual(document.list.forecast);
    expect(document.improved).toBeNull();
  });

  it("finds clones that reach each other's people, and swaps the surplus for somebody else's", async () => {
    const clones = ["a", "b", "c"].map((id) => creator(id, { views: 12_000, fee: 500, from: 0 }));
    const others = Array.from({ length: 4 }, (_, i) =>
      creator(`o${i}`, { views: 12_000, fee: 500, from: 10_000 * (i + 1) }),
    );
    const document = await judge(clones, others);
    const [, [b = 0] = []] = document.list.reach.overlap;
    expect(b).toBeGreaterThan(0.1);
    expect(document.counts.swap).toBe(2);
    const names = document.list.lines.flatMap(
      ({ swapFor }) => swapFor?.creators.map((one) => one.creator) ?? [],
    );
    expect(new Set(names).size).toBe(names.length);
    const swapped = document.list.lines.filter(({ verdict }) => verdict === "swap");
    for (const { overlapShare, swapFor } of swapped) {
      expect(overlapShare).toBeGreaterThan(0.1);
      expect(swapFor?.gain).toBeGreaterThan(0);
    }
    expect(document.improved?.reach.people).toBeGreaterThan(document.list.reach.people);
  });

  it("names up to which price an overpriced line stays, and agrees when asked again at that price", async () => {
    const [wanted, ...others] = market;
    const list = [at(2400, wanted!), ...others.slice(0, 3)];
    const dear = lineOf(await judge(list, market), "c0");
    expect(["swap", "ask"]).toContain(dear.verdict);
    expect(dear.priceVerdict).toBe("above");
    expect(dear.swapFor?.creators.length).toBeGreaterThan(0);
    expect(dear.questions.map(({ key }) => key)).toContain("judge.ask.overpriced");
    const fee = (dear.flipPrice?.fee?.amountMinor ?? 0) / 100;
    expect(fee).toBeGreaterThan(100);
    expect(fee).toBeLessThan(2400);
    const again = async (price: number) =>
      lineOf(await judge([at(Math.round(price), wanted!), ...others.slice(0, 3)], market), "c0");
    expect((await again(0.95 * fee)).verdict).toBe("keep");
    expect((await again(1.2 * fee)).verdict).not.toBe("keep");
  });

  it("swaps a line for the creator who brings the same for half the money", async () => {
    const worse = creator("worse", { fee: 900 });
    const better = creator("better", { fee: 450 });
    const document = await judge([worse, creator("kept", { views: 6000, fee: 300 })], [better]);
    const line = lineOf(document, "worse");
    expect(line.verdict).toBe("swap");
    expect(line.swapFor?.creators.map(({ creator: id }) => id)).toEqual(["better"]);
    expect(lineOf(document, "kept").verdict).toBe("keep");
    expect(document.head.values["more"]).toBeGreaterThan(0.1);
  });

  it("asks before it relies on views that nobody gets, and on a size that nobody states", async () => {
    const odd = creator("odd", { views: 400_000, fee: 400 });
    const nobody = creator("sizeless", { fee: 400 });
    const [account] = nobody.accounts;
    const sizeless = { ...nobody, accounts: [{ ...account!, snapshots: [] }] };
    const document = await judge([odd, sizeless, market[3]!], market);
    const asked = lineOf(document, "odd");
    expect(asked.questions.map(({ key }) => key)).toContain("judge.ask.viewsOdd");
    expect(lineOf(document, "sizeless")).toMatchObject({ verdict: "ask", cost: null, item: null });
    expect(document.list.totals.creators).toBe(2);
    const letter = document.email.map(({ key }) => key);
    expect(letter[0]).toBe("judge.email.greeting");
    expect(letter.filter((key) => key === "judge.email.creator").length).toBeGreaterThan(1);
  });

  it("counts neither cost nor result of whom the brief rules out, and states no gap for a list that breaks it", async () => {
    const listed = market.slice(0, 4);
    const brief = { creators: { exclude: ["c1"], max: 2 } };
    const document = await judge(listed, market, { brief });
    expect(lineOf(document, "c1")).toMatchObject({ verdict: "drop", item: null });
    expect(document.list.totals.creators).toBe(3);
    expect(document.listGap).toBeNull();
    expect(document.breaks.map(({ key }) => key)).toEqual(["judge.breaks"]);
    expect(document.best?.lines.length).toBeLessThanOrEqual(2);
  });

  it("drops who is offered on a platform that the brief leaves out, and says which, rather than ask for their size", async () => {
    const stranger = creator("elsewhere", { fee: 300 });
    const [account] = stranger.accounts;
    const listed = {
      ...stranger,
      accounts: [{ ...account!, id: "douyin/elsewhere", platform: "douyin", snapshots: [] }],
    };
    const brief = { platforms: ["xiaohongshu"] };
    const line = lineOf(await judge([market[0]!, listed], market, { brief }), "elsewhere");
    expect(line).toMatchObject({ verdict: "drop", item: null, questions: [] });
    expect(line.reason).toMatchObject({
      key: "judge.reason.otherPlatform",
      values: { name: "elsewhere", platform: { en: "Douyin" }, platforms: [{ en: "Xiaohongshu" }] },
    });
  });

  it("counts tax that a quote leaves out and a rebate that the buyer gets, and only asks about any other", async () => {
    const terms = [
      { taxIncluded: false, taxBp: 600 },
      { taxIncluded: false },
      { rebateBp: 1000, rebateTo: "buyer" as const },
      { rebateBp: 1000, rebateTo: "deducted" as const },
      { rebateBp: 1000 },
    ];
    const listed = terms.map((each, i) => {
      const one = creator(`t${i}`, { fee: 500 });
      const [account] = one.accounts;
      const rates = [{ ...rate(500), terms: { ...NO_TERMS, ...each } }];
      return { ...one, accounts: [{ ...account!, rates }] };
    });
    const document = await judge(listed, market);
    const parts = document.list.lines.map(({ booked }) => booked!.costParts);
    expect(parts.map(({ tax }) => tax.amountMinor)).toEqual([3000, 3000, 0, 0, 0]);
    expect(parts.map(({ rebate }) => rebate.amountMinor)).toEqual([0, 0, -5000, 0, 0]);
    for (const { booked, cost } of document.list.lines) {
      const sum = Object.values(booked!.costParts).reduce((total, part) => total + part.amountMinor, 0);
      expect(sum).toBe(cost!.amountMinor);
    }
    expect(document.list.lines.map(({ booked }) => booked!.deal.tax)).toEqual([
      "quoted",
      "assumed",
      null,
      null,
      null,
    ]);
    const asked = document.list.lines.map(({ questions }) => questions.map(({ key }) => key));
    expect(asked.map((keys) => keys.includes("judge.ask.rebate"))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(document.assumptions.map(({ key }) => key)).toContain("tax-on-quote");
  });

  it("sets a list nobody else stands beside against typical creators, and takes its figures before the list's", async () => {
    const alone = await judge(market.slice(0, 3), []);
    expect(alone.typical.map(({ standIn }) => standIn)).toEqual([true, true]);
    expect(alone.counts.swap).toBe(0);
    const boasting = creator("c0", { followers: 40_000, views: 30_000, fee: 300 });
    const document = await judge([boasting, market[1]!], market);
    const line = lineOf(document, "c0");
    expect(line.expectedViews?.mean).toBeLessThan(5000);
    expect(line.questions.map(({ key }) => key)).toContain("judge.ask.followersDiffer");
    expect(document.typical).toEqual([]);
  });
});
