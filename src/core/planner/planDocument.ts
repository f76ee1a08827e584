import type { AssumedDefault, Metric, Tail } from "#core/brief/brief";
import type { BookingRoute, DealKind } from "#core/catalog/deal";
import type { Assumption } from "#core/forecast/assumption";
import type { FxRate } from "#core/fx";
import type { LocalNames } from "#core/localNames";
import type { Money } from "#core/money";
import type { IsoDate } from "#core/period";
import type { Method } from "#core/provenance";
import type { Sentence } from "#core/sentence";
import type { SlotReason } from "./offeredModel.ts";
import type { PlanCalendar } from "./planCalendar.ts";
import type { PlanCertificate } from "./planCertificate.ts";
import type { SlotKind } from "./slotKind.ts";

/** Basis points, summing to 10,000: how much of a figure is measured, estimated, assumed. */
export type MethodShares = Readonly<Record<Method, number>>;

export const COST_PARTS = [
  "fee",
  "tax",
  "rebate",
  "platformFee",
  "agency",
  "rights",
  "exclusivity",
  "travel",
  "gift",
  "handling",
  "commission",
] as const;
export type CostPart = (typeof COST_PARTS)[number];

/** On what terms a line is bought. */
export interface LineDeal {
  readonly kind: DealKind;
  readonly names: LocalNames;
  /** Null: nobody said. */
  readonly route: BookingRoute | null;
  /** False: booked past the platform's market place (非报备). */
  readonly filed: boolean | null;
  /** Null: the brief asks for none. */
  readonly rights: "quoted" | "assumed" | null;
  readonly exclusivity: "quoted" | "assumed" | null;
  /** On top of a price that is quoted without it; null: the quote does not say so. */
  readonly tax: "quoted" | "assumed" | null;
  readonly guaranteedViews: number | null;
  /** That posts fall short of the promised views, and more is owed. */
  readonly makeGoodChance: number | null;
  /** The deal in words, one a term. */
  readonly terms: readonly Sentence[];
}

export interface PlanLine {
  /** Id of what is bought in the problem that the certificate speaks of. */
  readonly item: string;
  /** Creator id and what to call it. */
  readonly creator: string;
  readonly creatorName: string;
  readonly account: string;
  readonly platform: string;
  readonly handle: string;
  readonly deliverable: string;
  readonly count: number;
  readonly tier: { readonly name: string; readonly policy: string } | null;
  /** What the line takes from the budget, all-in; its parts sum to it. Handling is 0 here when the brief pays it apart. */
  readonly cost: Money;
  readonly costParts: Readonly<Record<CostPart, Money>>;
  readonly hours: number;
  readonly expectedViews: {
    readonly mean: number;
    readonly p05: number;
    readonly p95: number;
    readonly method: Method;
  };
  /** What the plan loses without this line, in the metric's unit. */
  readonly marginalValue: number;
  /** What the line alone would bring, and how much of that the other lines bring too (0–1). */
  readonly valueAlone: number;
  readonly overlapShare: number;
  readonly price: {
    readonly qualifier: "eq" | "le" | "range" | "assumed";
    readonly method: Method;
    readonly source: string;
    /** What the fee may turn out to be, 5th to 95th percentile; a floor ("le") runs from itself to the usual price. */
    readonly low: Money;
    readonly high: Money;
  };
  readonly deal: LineDeal;
  /** All-in cost from which the plan would be better without it; null: no affordable alternative. */
  readonly dropAtCost: Money | null;
  readonly why: Sentence;
  readonly toDrop: Sentence;
  readonly shares: MethodShares;
  /** What the line is a place for; null: a creator with a name. */
  readonly slot: SlotKind | null;
}

export interface Forecast {
  readonly metric: Metric;
  readonly unit: "people" | "count" | "minor";
  readonly mean: number;
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly probabilityOfTarget: number | null;
  readonly monteCarloError: number | null;
  readonly draws: number;
  readonly budgetFor: Readonly<Record<"50" | "80" | "90", Money | null>>;
  /** The three targets proposed when the brief has none. */
  readonly targetFor: Readonly<Record<"80" | "50" | "20", number>> | null;
  readonly rough: boolean;
  /** Histogram of the draws for the picture: equal bins from `from` to `to`. */
  readonly histogram: { readonly from: number; readonly to: number; readonly counts: readonly number[] };
  /** Share of the variance of ln(outcome) that assumptions carry together, first order, 0–1. */
  readonly assumedVarianceShare: number;
  /** Share of the result that hangs on creators of whom neither views nor engagements are known, 0–1. */
  readonly unmeasuredShare: number;
  readonly profit: {
    readonly breakEven: number;
    readonly p05: Money;
    readonly mean: Money;
    readonly probabilityOfLoss: number;
  } | null;
}

export interface ComparisonEntry {
  readonly kind: "nothing" | "one-large" | "mid-mix" | "micro-portfolio" | "best-mix";
  /** True: the catalog has none, a typical one from the assumptions stands in. */
  readonly standIn: boolean;
  readonly creators: number;
  /** Whom it books, for a brief's `creators.lock`; empty for typical creators. */
  readonly chosen: readonly {
    readonly creator: string;
    readonly creatorName: string;
    readonly deliverable: string;
  }[];
  readonly cost: Money;
  /** What the budget leaves: nothing more of this kind could be bought, or would add. */
  readonly unspent: Money;
  readonly followers: number;
  /** People of the target: the median of the draws where the metric is reach, else at mean rates. */
  readonly people: number;
  readonly inTargetShare: number | null;
  readonly costPerInTargetPerson: Money | null;
  readonly seesAtLeastOne: number | null;
  readonly metricMean: number;
  /** The likely result, as the head of a plan says it. */
  readonly metricP50: number;
  readonly metricP05: number;
  readonly metricP95: number;
  readonly probabilityOfTarget: number | null;
  readonly hours: number;
  readonly largestShare: number | null;
  /** Small ones only: all-in price each at which they likely bring what the large one brings for what it costs. */
  readonly breakEvenPricePerCreator: Money | null;
  readonly sentence: Sentence;
}

/** Means over the scenarios that all plans share, and over the 10,000 draws of everything that is uncertain. */
export interface RiskFigures {
  readonly mean: number;
  /** Mean of the worst share of scenarios. */
  readonly cvar: number;
  readonly drawnMean: number;
  readonly drawnCvar: number;
}

/** A figure the plan rests on. `replacedValue`: what the shipped file says, where the user put an own figure. */
export interface PlanAssumption extends Assumption {
  readonly usedFor: string;
  readonly replacedValue: number | null;
}

/** What audience samples flatter a plan by that was chosen on them (docs/methods/atoms.md). */
export interface CrossedOver {
  /** Reach of the plan, counted on the people it was chosen by. */
  readonly inSample: number;
  /** Reach of plans chosen on one half of the people and counted on the other. */
  readonly people: number;
  /** Share by which the former kind of count exceeds the latter, both on halves; chance can make it negative. */
  readonly optimism: number;
  /** True: `reach.people` is the crossed-over count. */
  readonly reported: boolean;
  readonly says: Sentence;
}

/** What it would be worth to know a figure exactly before booking (docs/methods/learning.md). */
export interface PlanLearning {
  /** An assumption's name as in `topAssumptions`; "views", "engagement" or "saves" of one creator. */
  readonly figure: string;
  /** Null: an assumption, not one creator's figure. */
  readonly creator: string | null;
  readonly creatorName: string | null;
  /** In the metric's unit, on average. */
  readonly worth: number;
  /** The same in money, by the margin or else by what the budget pays for one more; null where neither is known. */
  readonly worthMoney: Money | null;
  readonly says: Sentence;
}

/** The list of creators that a plan was chosen from, and nobody else. */
export interface PlanList {
  readonly id: string;
  readonly name: string;
  readonly creators: number;
  readonly says: Sentence;
}

/** The document `chorale plan` prints. The keys of DOORS are a contract; the rest extends it. */
export interface PlanDocument {
  readonly status: "ok" | "infeasible" | "no-plan";
  /** Infeasible: the rows that cannot hold together. */
  readonly conflict: readonly string[] | null;
  /** The same rows in words. */
  readonly conflictSays: readonly Sentence[];
  /** The sentence a boss understands; null when there is no plan. */
  readonly head: Sentence;
  readonly badCase: Sentence | null;
  /** The brief as written, the filled-in defaults, and the day the plan was made. */
  readonly brief: unknown;
  readonly briefDefaults: readonly AssumedDefault[];
  /** Null: not from a list. A plan stored by an earlier version does not have it. */
  readonly list: PlanList | null;
  readonly madeOn: IsoDate;
  readonly currency: string;
  readonly lines: readonly PlanLine[];
  readonly totals: {
    readonly creators: number;
    readonly cost: Money;
    readonly cash: Money;
    readonly handling: Money;
    readonly fees: Money;
    /** On top of fees that are quoted without it. */
    readonly tax: Money;
    /** What agencies give back to the buyer of the fees: zero or less. */
    readonly rebates: Money;
    readonly platformFees: Money;
    readonly agency: Money;
    readonly gifts: Money;
    readonly rights: Money;
    readonly exclusivity: Money;
    readonly travel: Money;
    readonly commission: Money;
    readonly hours: number;
    /** Paid boosting: off the budget first, not in `cost`. */
    readonly boost: Money | null;
    /** The whole, boosting included. */
    readonly budget: Money | null;
    /** True: the brief named no budget, and this is the one Chorale proposes. */
    readonly budgetProposed: boolean;
    readonly unspent: Money | null;
    readonly probabilityOverBudget: number | null;
    readonly costShares: MethodShares;
    readonly forecastShares: MethodShares;
  };
  readonly forecast: Forecast | null;
  /** What of the plan is slots, "shape, not names" (docs/methods/slots.md); null where every line has a name. */
  readonly shape: {
    readonly slots: number;
    readonly named: number;
    readonly reason: SlotReason;
    readonly says: readonly Sentence[];
    /** Slots of one kind and booking together, as a budget is talked about. */
    readonly kinds: readonly {
      readonly slot: SlotKind;
      readonly creators: number;
      readonly deliverable: string;
      readonly posts: number;
      readonly tier: PlanLine["tier"];
      /** All of them, all-in. */
      readonly cost: Money;
      /** One creator's fee and views, 5th to 95th percentile. */
      readonly price: { readonly low: Money; readonly high: Money };
      readonly views: { readonly mean: number; readonly low: number; readonly high: number };
      readonly says: Sentence;
    }[];
  } | null;
  readonly reach: {
    readonly people: number;
    readonly shareOfTarget: number | null;
    readonly seesAtLeastOne: number | null;
    readonly inTargetShare: number | null;
    /** Null: no audience samples. */
    readonly crossedOver: CrossedOver | null;
    readonly costPerInTargetPerson: Money | null;
    /** Pairwise overlap of the chosen creators' in-target audiences, row by row, 0–1. */
    readonly overlap: readonly (readonly number[])[];
    /** "unknown" for people of whom no more than the region, or nothing, is known; empty outside mainland China. */
    readonly byCityTier: readonly { readonly tier: string; readonly people: number }[];
  } | null;
  readonly certificate: PlanCertificate;
  /** Null: the plan is chosen for its mean. Else by its worst share `tail` of scenarios (docs/methods/risk.md). */
  readonly risk:
    | (RiskFigures & {
        readonly tail: Tail;
        readonly scenarios: number;
        /** No plan's cvar is above it; null where the catalog is too large for such a bound. */
        readonly upperBound: number | null;
        readonly gap: number | null;
        /** The plan that is best on average: what caution costs and gains. */
        readonly meanPlan: RiskFigures & { readonly creators: number; readonly chosen: readonly string[] };
        /** False: it is the same plan. */
        readonly differs: boolean;
        readonly says: readonly Sentence[];
      })
    | null;
  /** Null: nothing is booked. */
  readonly calendar: PlanCalendar | null;
  /** Null: none asked for. Its results stand apart and are in no figure of the plan. */
  readonly boost: {
    readonly kind: "boost";
    readonly tool: string;
    readonly names: LocalNames;
    readonly platform: string;
    readonly cost: Money;
    readonly impressions: { readonly mean: number; readonly low: number; readonly high: number };
    /** In the target, by the paid impressions alone; null: no line of the plan is on the platform. */
    readonly people: number | null;
    /** Creators and boosting together, each person once. */
    readonly withBoosting: { readonly people: number; readonly shareOfTarget: number | null } | null;
    readonly says: readonly Sentence[];
  } | null;
  readonly comparison: readonly ComparisonEntry[];
  /** Probability of the target at each of the re-planned budgets. */
  readonly budgetCurve: readonly {
    readonly budget: Money;
    readonly probability: number | null;
    readonly mean: number;
  }[];
  readonly reserve: readonly {
    readonly creator: string;
    readonly creatorName: string;
    readonly account: string;
    readonly deliverable: string;
    readonly cost: Money;
    readonly value: number;
    readonly replaces: string | null;
  }[];
  readonly invitations: {
    readonly posts: number;
    readonly confidence: number;
    readonly rate: number;
    readonly rateSd: number;
    /** With the rate known exactly, and with its uncertainty (beta-binomial): the second is the advice. */
    readonly binomial: number;
    readonly betaBinomial: number;
    /** Creators of the catalog whom the brief allows: fewer than the invitations needed is a limit of the plan. */
    readonly catalog: number;
    /** Time for the invitations beyond those who post: beside the plan's cost, not in it. */
    readonly extraHours: number;
    readonly extraCost: Money;
    readonly hoursPerContact: number;
  };
  readonly assumptions: readonly PlanAssumption[];
  /** The three that carry most of the variance of ln(outcome), with the first-order share of each. */
  readonly topAssumptions: readonly { readonly key: string; readonly varianceShare: number }[];
  readonly sensitivity: readonly {
    readonly key: string;
    readonly value: number;
    readonly mean: number;
    readonly probabilityOfTarget: number | null;
  }[];
  /**
   * What to find out first, dearest first; empty: nothing that could be learned would change whom to book. A plan stored by
   * an earlier version does not have it.
   */
  readonly learn: readonly PlanLearning[];
  /** The dated rates every converted amount cites. */
  readonly fx: readonly FxRate[];
  readonly warnings: readonly Sentence[];
  readonly seed: number;
  readonly passes: number;
}
