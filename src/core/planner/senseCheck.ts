import type { Brief } from "#core/brief/brief";
import type { Creator } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import type { Assumption } from "#core/forecast/assumption";
import type { PurchaseKind } from "#core/forecast/response";
import { toMajor } from "#core/money";
import { addDays, type IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { amount, chance, outcome } from "./amount.ts";
import { makePlan } from "./makePlan.ts";
import type { SenseAnswers, SenseDocument } from "./senseDocument.ts";
import { senseFindings } from "./senseFindings.ts";
import { senseVerdict, winChance } from "./senseVerdict.ts";
import { standInPlatform, typicalCreator, typicalFollowers } from "./standIn.ts";

export interface SenseInput {
  readonly answers: SenseAnswers;
  /** The answers as a brief: defaults filled in by the rules of briefs. */
  readonly brief: Brief;
  readonly reference: Reference;
  readonly assumptions: readonly Assumption[];
  readonly ownAssumptions: readonly Assumption[];
  readonly today: IsoDate;
}

/** A market of typical creators: enough of each size that none of them is the limit. */
const TYPICAL = [
  { size: "small", count: 80 },
  { size: "mid", count: 20 },
] as const;
const LARGE = [100_000, 200_000, 500_000, 1_000_000];
/** The name under which a local campaign's own town stands in for the one nobody asked about. */
export const OWN_TOWN = "own-town";
const PASSES = 4;
const SEED = 1;

/**
 * Whether a campaign makes sense, from a handful of answers: the planner's own forecast on typical creators, nothing
 * besides. Its figures are nearly all assumed, and it says so.
 */
export function senseCheck({
  answers,
  brief,
  reference,
  assumptions,
  ownAssumptions,
  today,
}: SenseInput): SenseDocument {
  const purchase: PurchaseKind = { purchase: answers.purchase, newToMarket: answers.newToMarket };
  const { document } = makePlan({
    ...{ brief, briefDocument: null, reference, assumptions, ownAssumptions, purchase },
    creators: typicalMarket(brief, reference, answers.area === "local"),
    // Nobody of this market is for sale: the question is what can be reached, so the likeliest way answers it.
    prefer: "chance",
    ...{ seed: SEED, secondsMax: Number.MAX_SAFE_INTEGER, passesMax: PASSES, madeOn: today },
    elapsedSeconds: () => 0,
  });
  const { verdict, budgetFrom } = senseVerdict(document, answers.budget !== null);
  const comparison = document.comparison.map((entry) => ({ ...entry, standIn: entry.kind !== "nothing" }));
  const forecast = document.forecast;
  return {
    verdict,
    head: sentence(`sense.head.${verdict}`, {
      budget: document.totals.budget ?? { amountMinor: 0, currency: brief.currency },
      likely: amount(brief.objective.metric, outcome(forecast?.p50 ?? 0, true), brief.currency),
      chance: chance(winChance(document)),
      budgetFrom: budgetFrom ?? { amountMinor: 0, currency: brief.currency },
    }),
    findings: senseFindings(document, answers, brief, reference, [...ownAssumptions, ...assumptions]),
    metric: brief.objective.metric,
    unit: forecast?.unit ?? "count",
    currency: brief.currency,
    rough: forecast?.rough ?? true,
    comparison,
    budgetFrom,
    assumptions: document.assumptions,
  };
}

/** What the answers say as a brief document; `by` lies 90 days ahead. */
export function briefOfAnswers(answers: SenseAnswers, today: IsoDate): unknown {
  return {
    market: answers.market,
    currency: answers.currency,
    topics: [answers.category],
    ...(answers.area === "local" ? { audience: { cities: [OWN_TOWN] } } : {}),
    objective: {
      metric: answers.goal?.metric ?? "orders",
      ...(answers.goal ? { target: answers.goal.target } : {}),
      by: addDays(today, 90),
    },
    ...(answers.budget ? { budget: toMajor(answers.budget) } : {}),
    order: {
      value: toMajor(answers.orderValue),
      ...(answers.grossMargin === null ? {} : { grossMargin: answers.grossMargin }),
    },
  };
}

function typicalMarket(brief: Brief, reference: Reference, local: boolean): readonly Creator[] {
  const platform = standInPlatform(brief, null);
  const sized = TYPICAL.flatMap(({ size, count }) =>
    new Array<number>(count).fill(typicalFollowers(size, platform, brief, reference)),
  );
  return [...sized, ...LARGE].map((followers, i) => {
    const creator = typicalCreator(`typical-${i + 1}`, platform, followers, brief);
    return local
      ? { ...creator, accounts: creator.accounts.map((account) => ({ ...account, city: OWN_TOWN })) }
      : creator;
  });
}
