import type { AudienceDimension } from "#core/catalog/creator";
import type { Category, Keyed, NumberName } from "../figures.ts";

// What a search can say, by the same words at every door: a flag of the terminal, a parameter of an address, a saved search.

/** How a number is written: as a count, as per cent of its denominator, as money of the workspace, as an age in days. */
export type NumberUnit = "count" | "percent" | "money" | "days" | "thousandth";

/**
 * `min-…` and `max-…` of these, with the least and the most that they can be; of ages `…-days`, at most so many before
 * today.
 */
export const NUMBER_PARAMS = {
  followers: { name: "followers", unit: "count", least: 0 },
  views: { name: "viewsAvg", unit: "count", least: 0 },
  price: { name: "priceMinor", unit: "money", least: 0 },
  cpm: { name: "cpmMinor", unit: "money", least: 0 },
  engagement: { name: "engagementByFollowersBp", unit: "percent", least: 0 },
  "engagement-by-views": { name: "engagementByViewsBp", unit: "percent", least: 0 },
  saves: { name: "savesByViewsBp", unit: "percent", least: 0 },
  comments: { name: "commentsByViewsBp", unit: "percent", least: 0 },
  "real-followers": { name: "realFollowersBp", unit: "percent", least: 0, most: 100 },
  "active-followers": { name: "activeFollowersBp", unit: "percent", least: 0, most: 100 },
  growth: { name: "growthBp", unit: "percent", least: -100 },
  "posts-per-week": { name: "postsPerWeekMilli", unit: "thousandth", least: 0 },
  sponsored: { name: "sponsoredBp", unit: "percent", least: 0, most: 100 },
  video: { name: "videoShareBp", unit: "percent", least: 0, most: 100 },
  brands: { name: "brands", unit: "count", least: 0 },
  craft: { name: "craft", unit: "count", least: 1, most: 5 },
  posted: { name: "lastPostedDay", unit: "days" },
  figures: { name: "observedDay", unit: "days" },
} as const satisfies Record<string, { name: NumberName; unit: NumberUnit; least?: number; most?: number }>;

/** Any of these words; with `not-` before it none of them. */
export const CATEGORY_PARAMS = {
  platform: "platform",
  country: "country",
  city: "city",
  "city-tier": "cityTier",
  language: "language",
  tier: "tier",
  level: "professional",
  contact: "contactKnown",
  contacted: "contacted",
  customer: "customer",
} as const satisfies Record<string, Category>;

/** Any of these words; with `all-` before it all of them, with `not-` none. */
export const KEYED_PARAMS = {
  topic: "topic",
  deliverable: "deliverable",
  brand: "brand",
  mentions: "mention",
  tag: "tag",
  list: "list",
} as const satisfies Record<string, Keyed>;

/** The audience dimensions that `audience=dimension:key[+key]:percent` may ask for. */
export const AUDIENCE_DIMENSIONS: readonly AudienceDimension[] = [
  "country",
  "region",
  "city",
  "cityTier",
  "age",
  "gender",
  "interest",
  "language",
];

/** Orders; `:asc` and `:desc` behind one turn it around. */
export const SORTS = {
  ...Object.fromEntries(Object.entries(NUMBER_PARAMS).map(([param, { name }]) => [param, name])),
  match: "match",
  fit: "fit",
} as Readonly<Record<keyof typeof NUMBER_PARAMS | "match" | "fit", NumberName | "match" | "fit">>;

/** Everything else that a search says. */
export const OTHER_PARAMS = [
  "query",
  "market",
  "tier-policy",
  "audience",
  "topic-share",
  "topic-span",
  "brand-since",
  "similar",
  "brief",
  "sort",
  "limit",
  "after",
  "include-unknown",
  "facets",
  "new-since",
  "only-new",
] as const;

/** What belongs to one look at a search and not to the search: none of it is saved. */
export const LOOK_PARAMS: readonly (typeof OTHER_PARAMS)[number][] = [
  "limit",
  "after",
  "facets",
  "new-since",
  "only-new",
];

/** What may be said, in the order of the list above. */
export const FIND_PARAMS: readonly string[] = [
  ...OTHER_PARAMS,
  ...Object.keys(CATEGORY_PARAMS).flatMap((param) => [param, `not-${param}`]),
  ...Object.keys(KEYED_PARAMS).flatMap((param) => [param, `all-${param}`, `not-${param}`]),
  ...Object.entries(NUMBER_PARAMS).flatMap(([param, { unit }]) =>
    unit === "days" ? [`${param}-days`] : [`min-${param}`, `max-${param}`],
  ),
];

/** What was said: each parameter with its values, several where it was said several times. */
export type FindParams = Readonly<Record<string, readonly string[]>>;
