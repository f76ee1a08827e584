import type { FxRate } from "#core/fx";
import type { Cities } from "./city.ts";
import type { Platform } from "./platform.ts";
import type { TierPolicies } from "./tierPolicy.ts";
import type { TopicLexicon } from "./topic.ts";

/** What the product ships as data and every room may look up. */
export interface Reference {
  readonly platforms: readonly Platform[];
  readonly tierPolicies: TierPolicies;
  readonly topics: TopicLexicon;
  readonly cities: Cities;
  readonly fx: readonly FxRate[];
}
