import type { FxRate } from "#core/fx";
import type { Currency, Money } from "#core/money";
import type { Sentence } from "#core/sentence";
import type { Brief } from "./brief.ts";

/** One campaign of a programme: a brief of its own, with the share of the money that somebody fixed for it. */
export interface ProgrammeCampaign {
  readonly name: string;
  /** All amounts in the programme's currency. `budget` is the fixed share, or the programme's where the share is to be found. */
  readonly brief: Brief;
  /** As written, without the money. */
  readonly briefDocument: unknown;
  /** Null: to be found. */
  readonly fixed: Money | null;
  /** What one unit of this campaign counts beside the others. */
  readonly priority: number;
  /** Rates by which the brief's amounts came into the programme's currency. */
  readonly fx: readonly FxRate[];
}

/** Several campaigns under one budget (docs/methods/programme.md). */
export interface Programme {
  readonly name: string;
  readonly currency: Currency;
  readonly budget: Money;
  /** Whether a creator may be booked for one campaign only, or for several. */
  readonly mayServe: "one" | "several";
  readonly campaigns: readonly ProgrammeCampaign[];
  readonly warnings: readonly Sentence[];
}

/** A programme is told from a brief by this key. */
export function isProgramme(document: unknown): boolean {
  return typeof document === "object" && document !== null && "campaigns" in document;
}
