import type { CityTier } from "#core/catalog/city";
import { brandKey as brandKeyOf } from "#core/catalog/collaboration";
import type { Account } from "#core/catalog/creator";
import { latestFigure } from "#core/catalog/latestFigure";
import type { MentionFinder } from "#core/catalog/mentions";
import { type LevelRule, levelFacts, professionalLevel } from "#core/catalog/professionalLevel";
import type { Reference } from "#core/catalog/reference";
import { policyFor, type TierPolicy, tierOf } from "#core/catalog/tierPolicy";
import type { Currency } from "#core/money";
import type { AccountFacts } from "./accountFacts.ts";
import { dayNumber, lastDays } from "./days.ts";
import { engagement } from "./engagement.ts";
import { growthBp } from "./growth.ts";
import type { KnownAccount } from "./knownAccount.ts";
import { cheapestPrices } from "./prices.ts";
import { topicFacts } from "./topicFacts.ts";
import { wordsOf } from "./wordsOf.ts";

/** What the facts of an account are worked out with. */
export interface FactsGround {
  readonly reference: Reference;
  readonly levelRule: LevelRule;
  readonly baseCurrency: Currency;
  readonly mentions: MentionFinder;
  readonly policyOf: (country: string, platform: string) => TierPolicy;
  readonly cityTierOf: (city: string) => CityTier | null;
}

/** The ground with what the reference says of each country, platform and city looked up once. */
export function factsGround(given: Omit<FactsGround, "policyOf" | "cityTierOf">): FactsGround {
  const { tierPolicies, cities } = given.reference;
  const policies = new Map<string, TierPolicy>();
  const tiers = new Map<string, CityTier | null>();
  return {
    ...given,
    policyOf(country, platform) {
      const key = `${country} ${platform}`;
      const policy = policies.get(key) ?? policyFor(tierPolicies, country, platform);
      policies.set(key, policy);
      return policy;
    },
    cityTierOf(city) {
      const known = tiers.get(city);
      if (known !== undefined) return known;
      const tier = cities.tierOf(city)?.tier ?? null;
      tiers.set(city, tier);
      return tier;
    },
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
  const prices = cheapestPrices(account.rates, ground.baseCurrency, reference.fx);
  const quoted = prices.map(({ value }) => value).filter((price) => price !== null);
  const priceMinor = quoted.length === 0 ? null : Math.min(...quoted);
  const topics = topicFacts(account, reference.topics);
  return {
    accountId: account.id,
    numbers: {
      ...{ followers: followers?.value ?? null, priceMinor, ...engaged },
      cpmMinor: priceMinor !== null && engaged.viewsAvg ? (priceMinor * 1000) / engaged.viewsAvg : null,
      realFollowersBp: figure("realFollowersBp"),
      activeFollowersBp: figure("activeFollowersBp"),
      videoShareBp: figure("videoShareBp"),
      growthBp: growthBp(account.snapshots),
      lastPostedDay: lastPosted(account),
      observedDay: followers?.source.observedOn ? dayNumber(followers.source.observedOn) : null,
      postsPerWeekMilli: level.postsPerWeek === null ? null : Math.round(level.postsPerWeek * 1000),
      sponsoredBp: level.sponsored.shareBp,
      brands: workedWith.length === 0 ? null : new Set(workedWith.map(({ brandKey }) => brandKey)).size,
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
          : tierOf(ground.policyOf(account.country ?? "", account.platform), followers.value),
      professional: professionalLevel(level, levelRule).level,
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
    audience: account.audience.map(({ dimension, key, shareBp, qualifier }) => ({
      ...{ dimension, key, shareBp },
      bound: qualifier === "le",
    })),
    audienceCut: new Set(
      account.audience.filter(({ qualifier }) => qualifier === "censored").map(({ dimension }) => dimension),
    ),
    words: wordsOf(known, reference.topics),
  };
}

function lastPosted({ posts }: Account): number | null {
  let last: number | null = null;
  for (const { postedAtMs } of posts) if (last === null || postedAtMs > last) last = postedAtMs;
  return last === null ? null : Math.floor(last / 86_400_000);
}

// Where nobody said whether a post was paid, it counts for neither: "mentions us unpaid" would be a guess.
function mentionDays({ account, workedWith }: KnownAccount, finder: MentionFinder) {
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
