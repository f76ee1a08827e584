import type { FacetName } from "#core/catalog/discovery/find/countFacets";
import { CATEGORY_PARAMS, KEYED_PARAMS, NUMBER_PARAMS } from "#core/catalog/discovery/find/findParams";

export type WordParam = keyof typeof CATEGORY_PARAMS | keyof typeof KEYED_PARAMS;
export type CountedParam = Exclude<keyof typeof NUMBER_PARAMS, "posted" | "figures">;
export type FacetParam = WordParam | keyof typeof NUMBER_PARAMS | "audience";

/** The facets as a marketer goes through them. */
export const FACET_GROUPS = [
  { name: "content", facets: ["topic", "level", "posts-per-week", "posted", "video", "sponsored", "craft"] },
  { name: "place", facets: ["platform", "country", "city", "city-tier", "language"] },
  { name: "size", facets: ["followers", "tier", "views", "growth"] },
  { name: "engagement", facets: ["engagement", "engagement-by-views", "saves", "comments"] },
  { name: "price", facets: ["price", "deliverable", "cpm"] },
  { name: "audience", facets: ["audience", "real-followers", "active-followers"] },
  { name: "brands", facets: ["brand", "mentions", "brands"] },
  { name: "ours", facets: ["tag", "list", "contacted", "contact", "customer", "figures"] },
] as const satisfies readonly { readonly name: string; readonly facets: readonly FacetParam[] }[];

/** Open before anybody asked for them. */
export const OPEN_FIRST: ReadonlySet<FacetParam> = new Set(["topic", "platform", "followers"]);

const WORDS: Readonly<Record<string, FacetName>> = { ...CATEGORY_PARAMS, ...KEYED_PARAMS };
const NUMBERS: Readonly<Record<string, { readonly name: FacetName; readonly unit: string }>> = NUMBER_PARAMS;

export const isWord = (param: FacetParam): param is WordParam => param in WORDS;
/** Of these several can be true of one account at once. */
export const isKeyed = (param: string): boolean => param in KEYED_PARAMS;
export const isDays = (param: FacetParam): param is "posted" | "figures" => NUMBERS[param]?.unit === "days";

/** What the answer calls the facet of a parameter. */
export const facetName = (param: Exclude<FacetParam, "audience">): FacetName =>
  WORDS[param] ?? NUMBERS[param]?.name ?? "platform";

const BESIDE: Readonly<Record<string, FacetParam>> = {
  market: "country",
  "topic-share": "topic",
  "topic-span": "topic",
  topicSpan: "topic",
  "brand-since": "brand",
  "tier-policy": "tier",
  audience: "audience",
};

/** The facet beside which something about `at`, a parameter or a figure, is said; null: none. */
export function facetAt(at: string): FacetParam | null {
  const bare = at.replace(/^(min|max|not|all)-/, "").replace(/-days$/, "");
  const params = FACET_GROUPS.flatMap(({ facets }): readonly FacetParam[] => facets);
  return (
    BESIDE[bare] ??
    params.find((param) => param === bare) ??
    params.find((param) => (WORDS[param] ?? NUMBERS[param]?.name) === at) ??
    null
  );
}

/** The parameters that a facet writes. */
export function paramsOf(facet: FacetParam): readonly string[] {
  const beside = Object.entries(BESIDE).flatMap(([param, of]) => (of === facet ? [param] : []));
  return [facet, `not-${facet}`, `all-${facet}`, `min-${facet}`, `max-${facet}`, `${facet}-days`, ...beside];
}
