import { type Platform, platformOf } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { chosenPolicy, type TierBand } from "#core/catalog/tierPolicy";
import type { LocalNames } from "#core/localNames";
import type { Brief } from "./brief.ts";

/** What a brief says about whom to look for; a reader without a brief chooses the same. */
export type FinderTerms = Pick<Brief, "market" | "product" | "topics" | "platforms" | "tierPolicy"> & {
  readonly cities: readonly string[];
};

/** A search to open by hand. */
export interface FinderSearch {
  readonly language: keyof LocalNames;
  readonly kind: "hashtag" | "keyword";
  readonly word: string;
  readonly address: string;
}

export interface FinderPlatform {
  readonly platform: string;
  readonly names: LocalNames;
  /** Who calls which size micro here, and the followers to look for; null where the policy names no such size. */
  readonly policy: LocalNames;
  readonly band: TierBand | null;
  readonly searches: readonly FinderSearch[];
}

/** Where to look for creators by hand, platform by platform. Nothing of it is fetched. */
export interface FinderSheet {
  readonly topics: readonly { readonly slug: string; readonly names: LocalNames }[];
  readonly platforms: readonly FinderPlatform[];
  /** Topics that no list of search words knows. */
  readonly unknownTopics: readonly string[];
}

// A search takes a minute or two to look through: this is an hour's work a platform.
const SEARCHES_MOST = 24;
const WORDS_WITH_A_PLACE = 2;
const TRADITIONAL_MARKETS: readonly string[] = ["HK", "TW", "MO"];

export function finderSheet(terms: FinderTerms, reference: Reference): FinderSheet {
  const topics = terms.topics.flatMap(
    (slug) => reference.topics.topics.find((topic) => topic.slug === slug) ?? [],
  );
  const wanted = topics.length > 0 ? topics : reference.topics.topics.filter(({ slug }) => slug === "local");
  const platforms = wantedPlatforms(terms, reference.platforms).filter(({ searches }) => searches.length > 0);
  return {
    topics: wanted.map(({ slug, names }) => ({ slug, names })),
    unknownTopics: terms.topics.filter((slug) => !topics.some((topic) => topic.slug === slug)),
    platforms: platforms.map((platform) => {
      const policy = chosenPolicy(reference.tierPolicies, terms.tierPolicy, terms.market, platform.slug);
      return {
        platform: platform.slug,
        names: platform.names,
        policy: policy.names,
        band: policy.bands.find(({ tier }) => tier === "micro") ?? null,
        searches: searchesOn(platform, terms, wanted, reference),
      };
    }),
  };
}

// Who named no platform means those of the market.
function wantedPlatforms(
  { platforms, market }: FinderTerms,
  known: readonly Platform[],
): readonly Platform[] {
  if (platforms.length > 0) return platforms.flatMap((slug) => platformOf(known, slug) ?? []);
  // What everybody uses elsewhere is out of reach for most of mainland China.
  return known.filter(
    ({ markets }) => markets.includes(market) || (market !== "CN" && markets.includes("*")),
  );
}

function searchesOn(
  platform: Platform,
  terms: FinderTerms,
  topics: Reference["topics"]["topics"],
  reference: Reference,
): FinderSearch[] {
  const found: FinderSearch[] = [];
  const languages = languagesOf(platform, terms.market);
  const share = Math.floor(SEARCHES_MOST / languages.length);
  for (const language of languages) {
    const searches = interleaved(topics.map((topic) => topic.searchWords[language])).flatMap((word) =>
      platform.searches.map(({ kind, address }) => searchFor(language, kind, word, address)),
    );
    found.push(...[...placed(platform, terms, topics, language, reference), ...searches].slice(0, share));
  }
  return found;
}

// Product and places first: who already posts about them is the nearest.
function placed(
  platform: Platform,
  { cities, product }: FinderTerms,
  topics: Reference["topics"]["topics"],
  language: keyof LocalNames,
  reference: Reference,
): FinderSearch[] {
  const keyword = platform.searches.find(({ kind }) => kind === "keyword") ?? platform.searches[0];
  if (keyword === undefined) return [];
  const places = cities.map((slug) => reference.cities.cityOf(slug)?.names[language] ?? slug);
  const words = [
    ...(product === null ? [] : [product]),
    ...places.flatMap((place) =>
      topics.flatMap(({ searchWords }) =>
        searchWords[language].slice(0, WORDS_WITH_A_PLACE).map((word) => `${place} ${word}`),
      ),
    ),
  ];
  return words.map((word) => searchFor(language, keyword.kind, word, keyword.address));
}

function searchFor(
  language: keyof LocalNames,
  kind: FinderSearch["kind"],
  words: string,
  address: string,
): FinderSearch {
  const word = kind === "hashtag" ? words.replace(/[^\p{L}\p{N}_]/gu, "") : words;
  return { language, kind, word, address: address.replace("{word}", encodeURIComponent(word)) };
}

/** Platforms of mainland China answer in Simplified Chinese; everywhere English is the second language to try, or the first. */
function languagesOf(platform: Platform, market: string): readonly (keyof LocalNames)[] {
  if (platform.homeCurrency === "CNY") return ["zh-CN", "en"];
  return ["en", TRADITIONAL_MARKETS.includes(market) ? "zh-TW" : "zh-CN"];
}

// One word of each topic in turn, so that a cut at the end cuts all alike.
function interleaved(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}
