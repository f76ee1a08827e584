import type { BookingRoute, DealKind, RightsChannel } from "#core/catalog/deal";
import type { Currency, Money } from "#core/money";
import type { IsoDate } from "#core/period";
import type { Sentence } from "#core/sentence";

export const METRICS = [
  "reach",
  "impressions",
  "views",
  "engagement",
  "saves",
  "visits",
  "leads",
  "orders",
  "revenue",
  "newCustomers",
  "followers",
  "turnoverGrowth",
  "storeVisits",
  "attendance",
] as const;
export type Metric = (typeof METRICS)[number];

/** Metrics whose result is money or leads to it: order value and margin apply. */
export const SALES_METRICS: readonly Metric[] = ["orders", "revenue", "newCustomers", "turnoverGrowth"];

/** A quota counts chosen items that carry the label: "platform:douyin", "tier:micro", "topic:food", "cityTier:2", "country:CN". */
export interface Quota {
  readonly label: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** Worst shares of outcomes that a plan can be chosen by. */
export const TAILS = [0.5, 0.2, 0.1] as const;
export type Tail = (typeof TAILS)[number];

/** Where the sale happens: a livestream and a market place have more cancellations and returns than a brand's own shop. */
export const SALES_SETTINGS = ["shop", "marketplace", "livestream"] as const;
export type SalesSetting = (typeof SALES_SETTINGS)[number];

/** When a plan may have slots: places for creators whom nobody has named yet. */
export const SLOT_RULES = ["auto", "never", "always"] as const;
export type SlotRule = (typeof SLOT_RULES)[number];

/** What a step of a booking takes: reply, contract, shipping, review and filing in working days, the rest in days. */
export const DURATIONS = [
  "reply",
  "contract",
  "shipping",
  "trial",
  "draft",
  "review",
  "filing",
  "views",
] as const;
export type Duration = (typeof DURATIONS)[number];

/** What nobody said and Chorale filled in: shown as assumed, with the sentence that says why. */
export interface AssumedDefault {
  readonly path: string;
  readonly value: string | number | boolean | null;
  readonly says: Sentence;
}

/** A valid brief with every default filled in. The document it was read from is kept beside it, as written. */
export interface Brief {
  readonly name: string;
  readonly market: string;
  readonly currency: Currency;
  readonly product: string | null;
  readonly topics: readonly string[];
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly objective: {
    readonly metric: Metric;
    /** What the campaign is to ADD by that day, absolute (a "+10%" target is already multiplied by the baseline). Revenue and turnoverGrowth: minor units of `currency`. */
    readonly target: number | null;
    readonly targetAsWritten: string | number | null;
    readonly baseline: number | null;
    readonly by: IsoDate;
  };
  readonly budget: Money | null;
  readonly audience: {
    readonly countries: readonly string[];
    readonly cities: readonly string[];
    readonly cityTiers: readonly string[];
    readonly ages: readonly string[];
    readonly genders: readonly string[];
    readonly languages: readonly string[];
    readonly interests: readonly string[];
  };
  readonly platforms: readonly string[];
  readonly deliverables: readonly string[];
  /** Id of a policy in data/tiers; null: each platform's default in the market. */
  readonly tierPolicy: string | null;
  readonly creators: {
    readonly min: number;
    readonly max: number | null;
    readonly quotas: readonly Quota[];
    readonly exclude: readonly string[];
    readonly lock: readonly string[];
    /** Whether places for creators nobody has named may be planned: where the named are too few, never, or always. */
    readonly slots: SlotRule;
  };
  readonly competitors: readonly string[];
  readonly gift: { readonly value: Money; readonly shipping: Money };
  readonly handling: {
    readonly hoursPerCreator: number;
    readonly hourlyRate: Money;
    readonly inBudget: boolean;
  };
  readonly order: {
    readonly value: Money | null;
    readonly grossMargin: number | null;
    readonly conversionRate: number | null;
  };
  /** `tail`: the share of outcomes, the worst ones, whose mean the plan is chosen by; null: the mean of all. */
  readonly risk: { readonly confidence: number; readonly tail: Tail | null };
  readonly deals: {
    /** Empty: every kind. */
    readonly allow: readonly DealKind[];
    /** Null: whatever each creator's quote says. */
    readonly route: BookingRoute | null;
    /** Null: the posts stay on the creators' own accounts. `territory`: an ISO country, or "worldwide". */
    readonly usageRights: {
      readonly channels: readonly RightsChannel[];
      readonly months: number;
      readonly territory: string;
    } | null;
    readonly exclusivity: { readonly months: number; readonly categories: readonly string[] } | null;
    /** Money of the budget that goes into paid boosting with one tool. */
    readonly boosting: { readonly amount: Money; readonly tool: string; readonly platform: string } | null;
    readonly soldIn: SalesSetting;
    /** Share of orders cancelled or returned; null: assumed by setting and category. */
    readonly returnRate: number | null;
  };
  readonly calendar: {
    /** Days on which the brand neither works nor posts, both ends included. */
    readonly blackouts: readonly {
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly why: string | null;
    }[];
    /** The brand's own, in days; of the others the assumptions say. */
    readonly durations: Readonly<Partial<Record<Duration, number>>>;
  };
  readonly defaults: readonly AssumedDefault[];
  /** What was accepted and may yet be a slip: a topic nobody knows, a start in the past. */
  readonly warnings: readonly Sentence[];
}
