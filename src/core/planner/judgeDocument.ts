import type { AssumedDefault } from "#core/brief/brief";
import type { FxRate } from "#core/fx";
import type { Money } from "#core/money";
import type { IsoDate } from "#core/period";
import type { Sentence } from "#core/sentence";
import type { PlanCertificate } from "./planCertificate.ts";
import type { ComparisonEntry, Forecast, PlanAssumption, PlanDocument, PlanLine } from "./planDocument.ts";

export const VERDICTS = ["keep", "swap", "ask", "drop"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What fees of that size and kind usually are. */
export interface FairPrice {
  readonly low: Money;
  readonly high: Money;
  readonly basis: "peers" | "assumptions";
  /** Creators of the catalog with a quote for the same thing and half to twice the followers. */
  readonly peers: number;
}

export interface Swap {
  readonly creators: readonly {
    readonly creator: string;
    readonly creatorName: string;
    readonly platform: string;
    readonly handle: string;
    readonly deliverable: string;
    readonly count: number;
    readonly cost: Money;
  }[];
  /** What the list gains by it at equal money, in the metric's unit. */
  readonly gain: number;
  readonly says: Sentence;
}

/** What a list proposes of one account: all its rows together. */
export interface JudgeLine {
  /** Where the rows stand in the file. */
  readonly rows: readonly number[];
  /** Null: the brief can book nothing of it, so it counts neither in cost nor in result. */
  readonly item: string | null;
  readonly creator: string;
  readonly creatorName: string;
  readonly account: string;
  readonly platform: string;
  readonly handle: string;
  readonly deliverable: string;
  readonly count: number;
  /** Fees as asked; null where the list names no price. A floor ("at most") is asked as it stands. */
  readonly asked: Money | null;
  /** All in, as a plan would count it, with its parts and terms. */
  readonly cost: Money | null;
  readonly booked: Pick<PlanLine, "cost" | "costParts" | "price" | "deal"> | null;
  readonly fairPrice: FairPrice | null;
  readonly priceVerdict: "below" | "fair" | "above" | "unknown";
  readonly expectedViews: PlanLine["expectedViews"] | null;
  readonly inTargetShare: number | null;
  /** People of the target who see it, were it alone. */
  readonly people: number | null;
  readonly costPerInTargetPerson: Money | null;
  /** What the list loses without it, and what it would bring alone; overlap is how much of that the others bring too. */
  readonly marginalValue: number;
  readonly valueAlone: number;
  readonly overlapShare: number;
  readonly inBestPlan: boolean;
  readonly verdict: Verdict;
  readonly reason: Sentence;
  readonly swapFor: Swap | null;
  /** Up to which fee, and cost all in, the line stays; null: at any price looked at, or it cannot be told. */
  readonly flipPrice: { readonly fee: Money | null; readonly cost: Money; readonly says: Sentence } | null;
  /** Chance that the verdict would be another, were everything known that can be asked; null where nothing is open. */
  readonly flipChance: number | null;
  readonly questions: readonly Sentence[];
}

/** A way to spend the money, with the figures of a plan document. */
export interface JudgedSide {
  readonly totals: PlanDocument["totals"];
  readonly forecast: Omit<Forecast, "budgetFor" | "targetFor">;
  readonly reach: Omit<NonNullable<PlanDocument["reach"]>, "crossedOver">;
}

export interface JudgeDocument {
  readonly kind: "judge";
  /** What a boss understands. */
  readonly head: Sentence;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly brief: unknown;
  readonly briefDefaults: readonly AssumedDefault[];
  readonly madeOn: IsoDate;
  readonly currency: string;
  readonly list: JudgedSide & { readonly name: string; readonly lines: readonly JudgeLine[] };
  /** The best plan at the list's all-in cost; null where the brief allows none. */
  readonly best:
    | (JudgedSide & {
        readonly lines: readonly (Swap["creators"][number] & { readonly inList: boolean })[];
      })
    | null;
  /** The list with all its swaps made. */
  readonly improved: JudgedSide | null;
  readonly certificate: PlanCertificate;
  /** How far the list is below the bound of all plans at equal money; null where it breaks the brief or nothing is bounded. */
  readonly listGap: number | null;
  /** What no swap of single lines brings: which part of the list the best plan is made of. */
  readonly advice: readonly Sentence[];
  /** Rows of the brief that the list breaks, or that no plan can meet at this money. */
  readonly breaks: readonly Sentence[];
  /** What the brief's own budget would bring, where that is another sum. */
  readonly atBudget: {
    readonly budget: Money;
    readonly metricMean: number;
    readonly creators: number;
  } | null;
  /** Nobody but the list to compare with: what typical creators would do for the same money. */
  readonly typical: readonly ComparisonEntry[];
  /** An e-mail to whoever made the list: what all of it leaves open, then creator by creator. */
  readonly email: readonly Sentence[];
  readonly assumptions: readonly PlanAssumption[];
  readonly fx: readonly FxRate[];
  readonly warnings: readonly Sentence[];
  readonly seed: number;
  readonly passes: number;
}
