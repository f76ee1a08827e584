import type { Account, SnapshotFigure } from "#core/catalog/creator";
import type { Method } from "#core/provenance";
import type { Assumption } from "./assumption.ts";
import type { AssumptionBook, Scope } from "./assumptionBook.ts";
import { logSdOf } from "./belief.ts";
import {
  expectedRate,
  type LogEvidence,
  type LogRatePosterior,
  type LogRatePrior,
  logEvidence,
  logRatePosterior,
} from "./logRatePosterior.ts";
import {
  engagementsOfPost,
  newestKnown,
  type PostFigure,
  postEvidence,
  savesOfPost,
  viewsOfPost,
} from "./postEvidence.ts";
import { sizeBandOf } from "./sizeBand.ts";

/** A shared figure that moves a forecast: the forecast is proportional to assumption^weight. */
export interface SharedFactor {
  readonly assumption: Assumption;
  readonly weight: number;
}

/** One figure of one post of one account, as a distribution: log-normal, times what it shares with others. */
export interface FigureForecast {
  /** Expected figure of one post, uncertainty of creator, posts and shared assumptions included. */
  readonly mean: number;
  readonly posterior: LogRatePosterior;
  readonly method: Method;
  readonly source: string;
  readonly factors: readonly SharedFactor[];
}

export type PostMetric = "views" | "engagement" | "saves";

interface Seen {
  readonly evidence: LogEvidence;
  readonly method: Method;
  readonly source: string;
  readonly varConversion: number;
  readonly conversion: readonly SharedFactor[];
}

/** A snapshot's average is taken as so many posts with the usual spread. */
const POSTS_IN_AN_AVERAGE = 5;

/**
 * Forecast of a figure of one post: from the account's own posts, else its averages, else (views) its engagements,
 * else the prior of platform × format × size. Never a neutral number: without evidence it says assumed.
 */
export function figureForecast(
  metric: PostMetric,
  account: Account,
  format: string | null,
  followers: number,
  book: AssumptionBook,
): FigureForecast {
  const scope: Scope = {
    platform: account.platform,
    size: sizeBandOf(followers),
    ...(format === null ? {} : { format }),
  };
  const level = priorLevel(metric, scope, book);
  const prior: LogRatePrior = {
    mean: level.reduce((sum, factor) => sum + factor.weight * Math.log(factor.assumption.value), 0),
    sd: creatorSd(metric, scope, book),
    postSd: book.find("views-post-sd", scope, "views").value,
  };
  const seen = lookAt(metric, account, format, followers, scope, prior, book);
  const posterior = logRatePosterior(seen?.evidence ?? null, prior, seen?.varConversion ?? 0);
  const factors = [
    ...level.map((factor) => ({ ...factor, weight: factor.weight * posterior.priorWeight })),
    ...(seen?.conversion ?? []).map((factor) => ({
      ...factor,
      weight: factor.weight * (1 - posterior.priorWeight),
    })),
  ];
  return {
    mean: followers * expectedRate(posterior) * factors.reduce((product, f) => product * convexity(f), 1),
    posterior,
    method: seen?.method ?? "assumed",
    source: seen?.source ?? level.map((factor) => factor.assumption.source).join("; "),
    factors,
  };
}

// Whoever is seen more than others is not thereby liked as much more: the spreads of views and of engagements a view add.
function creatorSd(metric: PostMetric, scope: Scope, book: AssumptionBook): number {
  const views = book.find("views-creator-sd", scope, "views").value;
  if (metric === "views") return views;
  return Math.hypot(views, book.find("engagement-by-views-creator-sd", scope, "engagement").value);
}

/** E(assumption^weight) ÷ median^weight. */
export function convexity(factor: SharedFactor): number {
  return Math.exp((factor.weight * logSdOf(factor.assumption)) ** 2 / 2);
}

// ln of the prior rate is a weighted sum of ln of assumptions: views; engagement = views × rate; saves = engagement × share.
function priorLevel(metric: PostMetric, scope: Scope, book: AssumptionBook): readonly SharedFactor[] {
  const views = { assumption: book.find("views-by-followers", scope, "views"), weight: 1 };
  if (metric === "views") return [views];
  const engagement = { assumption: book.find("engagement-by-views", scope, "engagement"), weight: 1 };
  if (metric === "engagement") return [views, engagement];
  return [views, engagement, { assumption: book.find("saves-by-engagement", scope, "saves"), weight: 1 }];
}

const POST_FIGURES: Readonly<Record<PostMetric, PostFigure>> = {
  views: viewsOfPost,
  engagement: engagementsOfPost,
  saves: savesOfPost,
};
const AVERAGES: Readonly<Record<PostMetric, SnapshotFigure>> = {
  views: "viewsAvg",
  engagement: "engagementsAvg",
  saves: "savesAvg",
};

function lookAt(
  metric: PostMetric,
  account: Account,
  format: string | null,
  followers: number,
  scope: Scope,
  prior: LogRatePrior,
  book: AssumptionBook,
): Seen | null {
  const own = seenDirectly(metric, account, format, followers, prior, scope, book);
  if (own !== null || metric === "saves") return own;
  if (metric === "engagement") return null;
  const engagement = seenDirectly("engagement", account, format, followers, prior, scope, book);
  if (engagement === null) return null;
  const rate = book.find("engagement-by-views", scope, "views from engagements");
  return {
    ...engagement,
    evidence: { ...engagement.evidence, mean: engagement.evidence.mean - Math.log(rate.value) },
    method: "estimated",
    varConversion:
      engagement.varConversion +
      book.find("engagement-by-views-creator-sd", scope, "views from engagements").value ** 2,
    conversion: [{ assumption: rate, weight: -1 }],
  };
}

function seenDirectly(
  metric: PostMetric,
  account: Account,
  format: string | null,
  followers: number,
  prior: LogRatePrior,
  scope: Scope,
  book: AssumptionBook,
): Seen | null {
  const posts = postEvidence(account, format, POST_FIGURES[metric]);
  if (posts) {
    // Half an engagement keeps a post without any at a finite logarithm.
    const logs = posts.values.map((value) => Math.log((value + 0.5) / followers));
    const formatSd = posts.otherFormat ? book.find("views-format-sd", scope, "views").value : 0;
    return {
      evidence: logEvidence(logs),
      method: posts.otherFormat ? "estimated" : "measured",
      source: posts.source,
      varConversion: formatSd ** 2,
      conversion: [],
    };
  }
  return seenInAverages(metric, account, followers, prior);
}

// A vendor's average is an arithmetic mean, which lies σ²/2 above the mean of logarithms.
function seenInAverages(
  metric: PostMetric,
  account: Account,
  followers: number,
  prior: LogRatePrior,
): Seen | null {
  const known = newestKnown(account, AVERAGES[metric]);
  const byFollowers = metric === "engagement" ? newestKnown(account, "engagementByFollowersBp") : null;
  const snapshot = known ?? byFollowers;
  if (!snapshot) return null;
  const rate = known
    ? (known[AVERAGES[metric]] ?? 0) / (known.followers ?? followers)
    : (byFollowers?.engagementByFollowersBp ?? 0) / 10_000;
  if (rate <= 0) return null;
  return {
    evidence: {
      n: POSTS_IN_AN_AVERAGE,
      mean: Math.log(rate) - prior.postSd ** 2 / 2,
      squares: (POSTS_IN_AN_AVERAGE - 1) * prior.postSd ** 2,
    },
    method: snapshot.source.method,
    source: snapshot.source.source,
    varConversion: 0,
    conversion: [],
  };
}
