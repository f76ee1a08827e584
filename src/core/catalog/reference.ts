import type { FxRate } from "#core/fx";
import type { Money } from "#core/money";
import type { Trust } from "#core/provenance";
import type { Cities } from "./city.ts";
import type { Deals } from "./deal.ts";
import type { Peak } from "./peak.ts";
import type { Platform } from "./platform.ts";
import type { TierPolicies } from "./tierPolicy.ts";
import type { TopicLexicon } from "./topic.ts";

/** What a silent brief gets, by market; the row for null holds for all others and is converted. */
export interface BriefDefaults {
  readonly hoursPerCreator: number;
  readonly hourlyRates: readonly { readonly market: string | null; readonly money: Money }[];
  readonly orderValues: readonly { readonly market: string | null; readonly money: Money }[];
  readonly source: string;
  readonly year: number;
  readonly trust: Trust;
}

/** What the product ships as data and every room may look up. */
export interface Reference {
  readonly platforms: readonly Platform[];
  readonly tierPolicies: TierPolicies;
  readonly topics: TopicLexicon;
  readonly cities: Cities;
  readonly fx: readonly FxRate[];
  readonly briefDefaults: BriefDefaults;
  readonly deals: Deals;
  /** Sales days and holidays of every market. */
  readonly peaks: readonly Peak[];
}
