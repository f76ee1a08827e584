import { z } from "zod";
import type { CityTables } from "#core/catalog/city";
import type { Deals } from "#core/catalog/deal";
import type { Peak } from "#core/catalog/peak";
import type { Platform } from "#core/catalog/platform";
import type { BriefDefaults } from "#core/catalog/reference";
import type { TierPolicies } from "#core/catalog/tierPolicy";
import type { Topic } from "#core/catalog/topic";
import type { FxRate } from "#core/fx";

/** GET /api/v1/reference: the tables the pages look words up in; they change only with the product or an import. */
export const referenceForm = z.object({
  platforms: z.custom<readonly Platform[]>(Array.isArray),
  tierPolicies: z.custom<TierPolicies>((value) => typeof value === "object" && value !== null),
  topics: z.custom<readonly Topic[]>(Array.isArray),
  cities: z.custom<CityTables>((value) => typeof value === "object" && value !== null),
  fx: z.custom<readonly FxRate[]>(Array.isArray),
  deals: z.custom<Deals>((value) => typeof value === "object" && value !== null),
  briefDefaults: z.custom<BriefDefaults>((value) => typeof value === "object" && value !== null),
  peaks: z.custom<readonly Peak[]>(Array.isArray),
  /** Briefs to start from, as YAML text. */
  templates: z.array(z.object({ name: z.string(), text: z.string() })).readonly(),
  /** The server's day: a brief's target may not lie before it. */
  today: z.string(),
});
export type ReferenceForm = z.infer<typeof referenceForm>;
