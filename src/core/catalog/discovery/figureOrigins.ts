import { bookedName } from "#core/catalog/bookedName";
import type { Collaboration } from "#core/catalog/collaboration";
import type { Account, Post, Rate, SnapshotFigure } from "#core/catalog/creator";
import { latestFigure } from "#core/catalog/latestFigure";
import type { Platform } from "#core/catalog/platform";
import { RECENT_DAYS, RECENT_POSTS_LEAST, recentPosts } from "#core/catalog/recentPosts";
import type { FxRate } from "#core/fx";
import type { Currency } from "#core/money";
import { dayOf, type IsoDate } from "#core/period";
import type { Method, Trust } from "#core/provenance";
import { type Sentence, sentence } from "#core/sentence";
import { cheapestPrices, ratesBetween } from "./facts/prices.ts";
import type { NumberName } from "./figures.ts";

/** Where a figure of a search comes from. `says`: how it was made; null: it stands as its source states it. */
export interface FigureOrigin {
  /** Null: a person's own mark. */
  readonly method: Method | null;
  /** Null: the account's posts as they were imported. */
  readonly source: string | null;
  readonly observedOn: IsoDate | null;
  readonly trust: Trust | null;
  readonly says: Sentence | null;
}

/** Null where nothing is known that the figure could come from. */
export type FigureOrigins = Readonly<Record<NumberName, FigureOrigin | null>>;

/** What of a post its account's figures are worked out from. */
export type PostFigures = Pick<
  Post,
  "postedAtMs" | "observedOn" | "views" | "likes" | "comments" | "saves" | "sponsored"
>;

export interface FiguresOfAccount {
  readonly account: Pick<Account, "platform" | "snapshots" | "rates">;
  readonly posts: readonly PostFigures[];
  readonly collaborations: readonly Collaboration[];
  readonly craft: { readonly actor: string; readonly at: Date } | null;
}

export interface OriginGround {
  readonly platforms: readonly Platform[];
  readonly fx: readonly FxRate[];
  readonly baseCurrency: Currency;
}

/** Of each figure that a search knows of an account (facts/factsOf.ts) whence it is, and how it was made. */
export function figureOrigins(
  { account, posts, collaborations, craft }: FiguresOfAccount,
  ground: OriginGround,
): FigureOrigins {
  const recent = recentPosts(posts);
  const stated = (figure: SnapshotFigure): FigureOrigin | null => {
    const found = latestFigure(account, figure);
    return found && { ...found.source, says: null };
  };
  /** A mean, rate or pace of recent posts; of a rate by followers both have to be known. */
  const fromPosts = (
    isCounted: (post: PostFigures) => boolean,
    by: FigureOrigin = POSTS,
  ): FigureOrigin | null => {
    const count = recent.posts.filter(isCounted).length;
    if (count < RECENT_POSTS_LEAST) return null;
    const says = sentence("find.origin.posts", { count, days: RECENT_DAYS });
    return { ...by, source: null, observedOn: recent.seenOn, says };
  };
  const isViewed = ({ views }: PostFigures) => views !== null && views > 0;
  const followers = stated("followers");
  const views = stated("viewsAvg") ?? fromPosts(({ views }) => views !== null);
  const price = priceOrigin(account, ground);
  const engagements = stated("engagementsAvg");
  return {
    followers,
    viewsAvg: views,
    priceMinor: price,
    cpmMinor: price && views && ofBoth(price, views, sentence("find.origin.cpm")),
    engagementByFollowersBp:
      stated("engagementByFollowersBp") ??
      (followers &&
        (engagements
          ? ofBoth(engagements, followers, sentence("find.origin.engagements"))
          : fromPosts(({ likes }) => likes !== null, followers))),
    engagementByViewsBp:
      stated("engagementByViewsBp") ?? fromPosts((post) => isViewed(post) && post.likes !== null),
    savesByViewsBp: fromPosts((post) => isViewed(post) && post.saves !== null),
    commentsByViewsBp: fromPosts((post) => isViewed(post) && post.comments !== null),
    realFollowersBp: stated("realFollowersBp"),
    activeFollowersBp: stated("activeFollowersBp"),
    videoShareBp: stated("videoShareBp"),
    growthBp: followers && { ...followers, method: "estimated", says: sentence("find.origin.growth") },
    lastPostedDay:
      recent.seenOn === null
        ? null
        : { ...POSTS, observedOn: recent.seenOn, says: sentence("find.origin.lastPosted") },
    observedDay: followers,
    postsPerWeekMilli: fromPosts(() => true),
    sponsoredBp: fromPosts(({ sponsored }) => sponsored !== null),
    brands: brandsOrigin(collaborations),
    craft: craft && {
      ...{ method: null, source: craft.actor, observedOn: dayOf(craft.at.getTime()), trust: null },
      says: sentence("find.origin.craft"),
    },
  };
}

const POSTS: FigureOrigin = { method: "measured", source: null, observedOn: null, trust: null, says: null };

function priceOrigin(
  { platform, rates }: Pick<Account, "platform" | "rates">,
  { platforms, fx, baseCurrency }: OriginGround,
): FigureOrigin | null {
  const fxOf = (currency: Currency) => ratesBetween(currency, baseCurrency, fx);
  let cheapest: { rate: Rate; value: number } | null = null;
  for (const rate of rates) {
    const value = cheapestPrices([rate], baseCurrency, fxOf)[0]?.value ?? null;
    if (value !== null && (cheapest === null || value < cheapest.value)) cheapest = { rate, value };
  }
  if (cheapest === null) return null;
  const { source, validFrom, deliverable, priceMinor, currency } = cheapest.rate;
  const nameIn = (language: "en" | "zh-CN" | "zh-TW") =>
    bookedName(platforms, platform, deliverable, language);
  const what = { en: nameIn("en"), "zh-CN": nameIn("zh-CN"), "zh-TW": nameIn("zh-TW") };
  const price = { amountMinor: priceMinor, currency };
  return {
    ...{ ...source, observedOn: validFrom ?? source.observedOn },
    says: sentence("find.origin.price", { price, what }),
  };
}

const METHODS: readonly (Method | null)[] = ["measured", "estimated", "assumed"];

/** One figure over another is known as well as the less known of the two, and as old as the older. */
function ofBoth(part: FigureOrigin, whole: FigureOrigin, says: Sentence): FigureOrigin {
  const weaker = METHODS.indexOf(part.method) < METHODS.indexOf(whole.method) ? whole : part;
  const [older = null] = [part.observedOn, whole.observedOn].toSorted((a, b) =>
    (a ?? "") < (b ?? "") ? -1 : 1,
  );
  const sources = new Set([part.source, whole.source].filter((source) => source !== null));
  return {
    ...weaker,
    ...{ source: [...sources].join(" · ") || null, observedOn: older },
    says,
  };
}

function brandsOrigin(collaborations: readonly Collaboration[]): FigureOrigin | null {
  const [first] = collaborations;
  if (!first) return null;
  const sources = [...new Set(collaborations.map(({ source }) => source.source))];
  return {
    ...{ ...first.source, source: sources.join(" · "), observedOn: first.onDate ?? first.source.observedOn },
    says: sentence("find.origin.brands", { count: collaborations.length }),
  };
}
