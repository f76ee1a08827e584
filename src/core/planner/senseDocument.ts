import type { Metric } from "#core/brief/brief";
import type { Money } from "#core/money";
import type { Figure } from "#core/provenance";
import type { Sentence } from "#core/sentence";
import type { ComparisonEntry, PlanAssumption } from "./planDocument.ts";

/** The handful of questions of "Does it make sense for you?". Null is not said. */
export interface SenseAnswers {
  /** A topic slug of data/topics. */
  readonly category: string;
  readonly market: string;
  readonly currency: string;
  /** What one order is worth, and the share of it that is left after goods. */
  readonly orderValue: Money;
  readonly grossMargin: number | null;
  readonly purchase: "impulse" | "considered";
  readonly area: "local" | "national";
  readonly newToMarket: boolean;
  readonly budget: Money | null;
  readonly goal: { readonly metric: Metric; readonly target: number } | null;
}

/** A sentence with the numbers behind it, each with its source. */
export interface SenseFinding {
  readonly says: Sentence;
  readonly figures: readonly (Figure & { readonly label: Sentence })[];
}

export type SenseVerdict = "yes" | "pilot-first" | "not-at-this-budget" | "no";

export interface SenseDocument {
  readonly verdict: SenseVerdict;
  readonly head: Sentence;
  readonly findings: readonly SenseFinding[];
  readonly metric: Metric;
  readonly unit: "people" | "count" | "minor";
  readonly currency: string;
  readonly rough: boolean;
  /** Same money, same audience, typical creators of the assumptions where the catalog has none. */
  readonly comparison: readonly ComparisonEntry[];
  /** From here on it would make sense; null: never, or it does already. */
  readonly budgetFrom: Money | null;
  readonly assumptions: readonly PlanAssumption[];
}
