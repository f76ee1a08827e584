import type { Brief } from "#core/brief/brief";
import type { Creator } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import type { Assumption } from "#core/forecast/assumption";
import type { PurchaseKind } from "#core/forecast/response";
import { type Money, toMajor } from "#core/money";
import { addDays, type IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { amount, chance, outcome } from "./amount.ts";
import { makePlan } from "./makePlan.ts";
import type { PlanDocument } from "./planDocument.ts";
import type { SenseAnswers, SenseDocument, SenseVerdict } from "./senseDocument.ts";
import { senseFindings } from "./senseFindings.ts";
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

/** From here the economics speak for it, below there against it; between them a pilot has to show. */
const WINS_FROM = 0.7;
const LOSES_BELOW = 0.25;

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
  const { verdict, budgetFrom } = judge(document, answers);
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

/** Chance that the money comes back where a margin is known, else that the goal is reached, else even. */
export function winChance({ forecast }: PlanDocument): number {
  if (forecast?.profit) return 1 - forecast.profit.probabilityOfLoss;
  return forecast?.probabilityOfTarget ?? 0.5;
}

function judge(
  document: PlanDocument,
  answers: SenseAnswers,
): { readonly verdict: SenseVerdict; readonly budgetFrom: Money | null } {
  const { forecast } = document;
  if (forecast === null) return { verdict: "no", budgetFrom: null };
  const pays = forecast.profit === null ? null : 1 - forecast.profit.probabilityOfLoss;
  if (pays !== null && pays < LOSES_BELOW) return { verdict: "no", budgetFrom: null };
  const reaches = forecast.probabilityOfTarget;
  if (reaches !== null && answers.budget !== null && reaches < 0.5) {
    const budgetFrom = forecast.budgetFor["50"];
    return budgetFrom === null
      ? { verdict: "no", budgetFrom: null }
      : { verdict: "not-at-this-budget", budgetFrom };
  }
  if (winChance(document) >= WINS_FROM && (reaches === null || reaches >= WINS_FROM))
    return { verdict: "yes", budgetFrom: null };
  return { verdict: "pilot-first", budgetFrom: forecast.budgetFor["80"] };
}
