import type { Metric } from "#core/brief/brief";
import type { FxRate } from "#core/fx";
import type { Money } from "#core/money";
import type { IsoDate } from "#core/period";
import type { Sentence } from "#core/sentence";
import type { PlanCertificate } from "../planCertificate.ts";
import type { PlanDocument } from "../planDocument.ts";
import type { ScaleRule } from "./scales.ts";

/** What one split of the money brings, at mean rates and in the draws that all splits share. */
export interface SplitEntry {
  /** "found": the programme's own; "free": with no share fixed; "only": all of it to one campaign. */
  readonly kind: "found" | "equal" | "free" | "only";
  /** Which campaign gets everything; null for the other kinds. */
  readonly campaign: string | null;
  /** The combined result that the search maximises. */
  readonly value: number;
  /** What splits are judged by: with targets the part of them that is reached on average, 0–1; else the combined result. */
  readonly worth: number;
  readonly cost: Money;
  readonly probabilityOfAll: number | null;
  readonly campaigns: readonly {
    readonly cost: Money;
    readonly creators: number;
    readonly mean: number;
    readonly probabilityOfTarget: number | null;
  }[];
}

export interface ProgrammeCampaignResult {
  readonly name: string;
  readonly priority: number;
  readonly metric: Metric;
  readonly target: number | null;
  readonly by: IsoDate;
  /** The fixed share, or the cost with its part of what was left over. */
  readonly budget: Money;
  /** Of the whole budget. */
  readonly share: number;
  readonly fixed: boolean;
  readonly cost: Money;
  readonly creators: number;
  readonly mean: number;
  readonly probabilityOfTarget: number | null;
  readonly reach: number;
  /** The campaign's own plan, as a brief alone gets it; null: it gets nothing. */
  readonly plan: PlanDocument | null;
}

/** What `chorale plan PROGRAMME.yaml` prints (docs/methods/programme.md). `certify` reads it as a plan. */
export interface ProgrammeDocument {
  readonly status: "ok" | "infeasible" | "no-plan";
  readonly conflict: readonly string[] | null;
  readonly conflictSays: readonly Sentence[];
  readonly head: Sentence;
  /** As written. */
  readonly programme: unknown;
  readonly name: string;
  readonly madeOn: IsoDate;
  readonly currency: string;
  readonly mayServe: "one" | "several";
  readonly rule: { readonly kind: ScaleRule; readonly says: Sentence };
  readonly campaigns: readonly ProgrammeCampaignResult[];
  readonly lines: readonly {
    readonly item: string;
    /** Counted from 1. */
    readonly campaign: number;
    readonly creator: string;
    readonly creatorName: string;
    readonly account: string;
    readonly platform: string;
    readonly handle: string;
    readonly deliverable: string;
    readonly count: number;
    readonly cost: Money;
  }[];
  readonly totals: {
    /** Each once, however many campaigns it serves. */
    readonly creators: number;
    readonly bookings: number;
    readonly cost: Money;
    readonly budget: Money;
    readonly unspent: Money;
    readonly hours: number;
    readonly probabilityOverBudget: number | null;
  };
  /** Chance that every campaign reaches its target, drawn together; null unless all have one. */
  readonly probabilityOfAll: number | null;
  readonly reach: {
    /** People who see at least one post of a campaign that is meant for them, each counted once. */
    readonly people: number;
    readonly sum: number;
    /** People of another campaign's audience who see only posts meant for others. */
    readonly incidental: number;
    readonly pairs: readonly {
      readonly campaigns: readonly [string, string];
      readonly people: number;
      readonly share: number;
    }[];
  } | null;
  readonly serving: readonly {
    readonly creator: string;
    readonly creatorName: string;
    readonly campaigns: readonly string[];
  }[];
  /** Splits of the same money; the first is the programme's own. */
  readonly comparison: readonly SplitEntry[];
  readonly comparisonSays: Sentence | null;
  readonly certificate: PlanCertificate;
  readonly fx: readonly FxRate[];
  readonly warnings: readonly Sentence[];
  readonly seed: number;
  readonly passes: number;
}
