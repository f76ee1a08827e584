import type { CityTier } from "#core/catalog/city";
import { brandKey as brandKeyOf } from "#core/catalog/collaboration";
import type { Account, AudienceShare } from "#core/catalog/creator";
import { latestFigure } from "#core/catalog/latestFigure";
import type { MentionFinder } from "#core/catalog/mentions";
import { type LevelRule, levelFacts, levelOf } from "#core/catalog/professionalLevel";
import type { Reference } from "#core/catalog/reference";
import { policyFor, type TierPolicy, tierOf } from "#core/catalog/tierPolicy";
import { TopicPhrases } from "#core/catalog/topicPhrases";
import type { FxRate } from "#core/fx";
import type { Currency } from "#core/money";
import type { AccountFacts, AudienceFact } from "./accountFacts.ts";
import { dayNumber, lastDays } from "./days.ts";
import { engagement } from "./engagement.ts";
import { growthBp } from "./growth.ts";
import type { KnownAccount, WorkedWith } from "./knownAccount.ts";
import { cheapestPrices, ratesBetween } from "./prices.ts";
import { topicFacts } from "./topicFacts.ts";
import { namesOf, wordsOf } from "./wordsOf.ts";

/** What the facts of an account are worked out with. */
export interface FactsGround {
  readonly reference: Reference;
  readonly levelRule: LevelRule;
  readonly baseCurrency: Currency;
  readonly mentions: MentionFinder;
  readonly policyOf: (country: string) => (platform: string) => TierPolicy;
  readonly cityTierOf: (city: string) => CityTier | null;
  /** The rates by which a price in a currency becomes one in `baseCurrency`; null: there are none. */
  readonly fxOf: (currency: Currency) => readonly FxRate[] | null;
  readonly topicPhrases: TopicPhrases;
  /** All names of a topic, a text to be found by. */
  readonly topicNames: (topic: string) => string;
}

type Given = Omit<FactsGround, "policyOf" | "cityTierOf" | "fxOf" | "topicPhrases" | "topicNames">;

/** The ground with what the reference says of each country, platform, city, currency and topic looked up once. */
export function factsGround(given: Given): FactsGround {
  const { tierPolicies, cities, fx, topics } = given.reference;
  return {
    ...given,
    policyOf: once((country) => once((platform) => policyFor(tierPolicies, country, platform))),
    cityTierOf: once((city) => cities.tierOf(city)?.tier ?? null),
    fxOf: once((currency) => ratesBetween(currency, given.baseCurrency, fx)),
    topicPhrases: new TopicPhrases(topics),
    topicNames: once((topic) => namesOf(topic, topics)),
  };
}

function once<T>(find: (key: string) => T): (key: string) => T {
  const found = new Map<string, T>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const made = find(key);
    found.set(key, made);
    return made;
  };
}

/** What a search knows of an account. docs/methods/find.md says how each figure is made. */
export function factsOf(known: KnownAccount, ground: FactsGround): AccountFacts {
  const { account, kept, workedWith } = known;
  const { reference, levelRule } = ground;
  const level = levelFacts(account, kept.holders, levelRule);
  const figure = (name: Parameters<typeof latestFigure>[1]) => latestFigure(account, name)?.value ?? null;
  const followers = latestFigure(account, "followers");
  const engaged = engagement(account);
  const prices = cheapestPrices(account.rates, ground.baseCurrency, ground.fxOf);
  const priceMinor = cheapestOf(prices);
  const topics = topicFacts(account, reference.topics, ground.topicPhrases);
  return {
    accountId: account.id,
    // Field by field, since this runs for every account there is: spreading costs more than working the figures out.
    numbers: {
      followers: followers?.value ?? null,
      viewsAvg: engaged.viewsAvg,
      priceMinor,
      cpmMinor: priceMinor !== null && engaged.viewsAvg ? (priceMinor * 1000) / engaged.viewsAvg : null,
      engagementByFollowersBp: engaged.engagementByFollowersBp,
      engagementByViewsBp: engaged.engagementByViewsBp,
      savesByViewsBp: engaged.savesByViewsBp,
      commentsByViewsBp: engaged.commentsByViewsBp,
      realFollowersBp: figure("realFollowersBp"),
      activeFollowersBp: figure("activeFollowersBp"),
      videoShareBp: figure("videoShareBp"),
      growthBp: growthBp(account.snapshots),
      lastPostedDay: lastPosted(account),
      observedDay: followers?.source.observedOn ? dayNumber(followers.source.observedOn) : null,
      postsPerWeekMilli: level.postsPerWeek === null ? null : Math.round(level.postsPerWeek * 1000),
      sponsoredBp: level.sponsored.shareBp,
      brands: brandsWorkedWith(workedWith),
      craft: kept.craft,
    },
    categories: {
      platform: account.platform,
      country: account.country,
      city: account.city,
      cityTier: account.city === null ? null : ground.cityTierOf(account.city),
      language: account.language,
      tier:
        followers === null
          ? null
          : tierOf(ground.policyOf(account.country ?? "")(account.platform), followers.value),
      professional: levelOf(level, levelRule),
      contactKnown: kept.holders.length > 0 ? "yes" : "no",
      contacted: kept.contacted ? "yes" : "no",
      // That nobody found a match does not make somebody no customer.
      customer: kept.customer ? "yes" : null,
    },
    keyed: {
      topic: topics.map(({ topic, shareBp }) => ({ key: topic, value: shareBp })),
      topicSpan: topics.map(({ topic, spanDays }) => ({ key: topic, value: spanDays })),
      deliverable: prices,
      brand: lastDays(workedWith.map(({ brandKey, onDate }) => ({ key: brandKey, on: onDate }))),
      mention: mentionDays(known, ground.mentions),
      tag: kept.tags.map((key) => ({ key, value: null })),
      list: kept.lists.map((key) => ({ key, value: null })),
    },
    audience: account.audience.map(audienceFact),
    words: wordsOf(known, ground.topicNames),
  };
}

function audienceFact({ dimension, key, shareBp, qualifier }: AudienceShare): AudienceFact {
  return { dimension, key, shareBp, bound: qualifier === "le", cut: qualifier === "censored" };
}

function cheapestOf(prices: readonly { readonly value: number | null }[]): number | null {
  let cheapest: number | null = null;
  for (const { value } of prices)
    if (value !== null && (cheapest === null || value < cheapest)) cheapest = value;
  return cheapest;
}

function brandsWorkedWith(workedWith: readonly WorkedWith[]): number | null {
  return workedWith.length === 0 ? null : new Set(workedWith.map(({ brandKey }) => brandKey)).size;
}

function lastPosted({ posts }: Account): number | null {
  let last: number | null = null;
  for (const { postedAtMs } of posts) if (last === null || postedAtMs > last) last = postedAtMs;
  return last === null ? null : Math.floor(last / 86_400_000);
}

// Where nobody said whether a post was paid, it counts for neither: "mentions us unpaid" would be a guess.
function mentionDays({ account, workedWith }: KnownAccount, finder: MentionFinder) {
  if (workedWith.length === 0 && account.posts.length === 0) return [];
  const recorded = workedWith.filter(({ paid }) => paid === false);
  const found = finder.mentionsIn(account.posts).filter(({ unpaid }) => unpaid === true);
  return lastDays([
    ...recorded.map(({ brandKey, onDate }) => ({ key: brandKey, on: onDate })),
    ...found.map(({ brand, post }) => ({
      key: brandKeyOf(brand),
      on: new Date(post.postedAtMs).toISOString().slice(0, 10),
    })),
  ]);
}
