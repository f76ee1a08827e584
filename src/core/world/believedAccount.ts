import type { Account, Creator } from "#core/catalog/creator";
import type { Provenance } from "#core/provenance";
import type { Random } from "#core/random";
import { factorOfMeanOne, type Truths } from "./belief.ts";
import {
  AGES,
  MARKET,
  PLATFORMS,
  type StatedAudience,
  seen,
  sharesOf,
  stateAudience,
} from "./believedEvidence.ts";

export const TOPIC = "beauty";

/** How an account truly is. Shares and rates are those of this account, every shared error included. */
export interface BelievedAccount {
  readonly id: string;
  readonly platform: string;
  readonly topic: string;
  readonly followers: number;
  readonly real: number;
  /** Median of ln(views ÷ followers) of its posts, and their spread. */
  readonly logViews: number;
  readonly postSd: number;
  readonly engagementByViews: number;
  readonly followerViewShare: number;
  readonly viewsPerViewer: number;
  /** Orders of a viewer who can be moved or not. */
  readonly orderRate: number;
  /** Share of the audience in the target, and of the target's part that has the topic as its main interest. */
  readonly inTarget: number;
  readonly onTopic: number;
}

/** What the brief asks for, as far as an audience can state it. */
export interface BelievedTarget {
  readonly ages: readonly string[];
}

const FOLLOWERS_MEDIAN = 9000;
const FOLLOWERS_LOG_SD = 0.9;
const FOLLOWERS_MIN = 1500;
const FOLLOWERS_MAX = 40_000;
/** The prior spread of posts counts as eight posts (docs/methods/views.md): so many degrees of freedom above those of a mean. */
const SPREAD_POSTS = 8;
const PRICE_AT_TEN_THOUSAND = 25_000;

/** One creator: its truth drawn from the beliefs, then what a catalog would know of it drawn from that truth. */
export function believedAccount(
  k: number,
  audienceStated: boolean,
  today: string,
  target: BelievedTarget,
  truths: Truths,
  random: Random,
): { readonly creator: Creator; readonly truth: BelievedAccount } {
  const platform = PLATFORMS[random.below(PLATFORMS.length)] ?? PLATFORMS[0];
  const wished = FOLLOWERS_MEDIAN * Math.exp(FOLLOWERS_LOG_SD * random.normal());
  const followers = Math.round(Math.min(FOLLOWERS_MAX, Math.max(FOLLOWERS_MIN, wished)));
  const size = followers < 10_000 ? "under10k" : "10k-100k";
  const scope = { platform: platform.slug, size, format: platform.format, deliverable: platform.deliverable };
  const topic = random.uniform() < 0.5 ? TOPIC : "sports";
  const stated = audienceStated ? stateAudience(random) : null;
  const creatorSd = truths.taken("views-creator-sd", scope);
  const engagementSd = truths.taken("engagement-by-views-creator-sd", scope);
  const postSpread = truths.taken("views-post-sd", scope);
  const realShare = truths.of("real-follower-share", { platform: platform.slug });
  const truth: BelievedAccount = {
    id: `believed-${k}/${platform.slug}`,
    platform: platform.slug,
    topic,
    followers,
    real: followers * realShare,
    logViews: Math.log(truths.of("views-by-followers", scope)) + creatorSd * random.normal(),
    postSd: postSpread * Math.sqrt(SPREAD_POSTS / random.gamma((SPREAD_POSTS + 2) / 2, 2)),
    engagementByViews: truths.of("engagement-by-views", scope) * Math.exp(engagementSd * random.normal()),
    followerViewShare: truths.of("follower-view-share", scope),
    viewsPerViewer: truths.of("views-per-viewer", scope),
    orderRate: orderRate(scope, truths, random),
    inTarget: inTargetShare(stated, platform.slug, target, truths, random),
    onTopic: Math.min(0.95, truths.taken("topic-share") * (topic === TOPIC ? truths.taken("topic-lift") : 1)),
  };
  const by = (method: Provenance["method"]): Provenance => ({
    method,
    source: "believed market",
    observedOn: today,
    trust: null,
  });
  const account: Account = {
    id: truth.id,
    platform: platform.slug,
    handle: `believed_${k}`,
    externalId: null,
    country: MARKET,
    city: null,
    language: null,
    bio: null,
    topics: [topic],
    ...seen(truth, platform, realShare, today, by, random),
    audience: stated === null ? [] : sharesOf(stated, by("estimated")),
    rates: [
      {
        deliverable: platform.deliverable,
        deal: "flat",
        priceMinor: Math.round(
          PRICE_AT_TEN_THOUSAND * (followers / 10_000) ** 0.8 * Math.exp(0.5 * random.normal()),
        ),
        priceMaxMinor: null,
        qualifier: "eq",
        currency: "EUR",
        commissionBp: null,
        terms: null,
        validFrom: today,
        source: by("measured"),
      },
    ],
    sample: null,
  };
  return { creator: { id: `believed-${k}`, displayName: `Believed ${k}`, accounts: [account] }, truth };
}

function orderRate(scope: Readonly<Record<string, string>>, truths: Truths, random: Random): number {
  const shared = [
    "visits-by-views",
    "views-per-viewer",
    "response-by-size",
    "orders-by-visits",
    "orders-beyond-visits",
  ].reduce((product, key) => product * truths.of(key, scope), 1);
  return shared * factorOfMeanOne(truths.taken("response-creator-sd", scope), random);
}

/** What is stated (or, of nobody, assumed) of three margins, each of them off by as much as is believed. */
function inTargetShare(
  stated: StatedAudience | null,
  platform: string,
  { ages }: BelievedTarget,
  truths: Truths,
  random: Random,
): number {
  const assumedAges = AGES.map((age) => truths.taken("age-share", { platform, age }));
  const sum = assumedAges.reduce((a, b) => a + b, 0);
  const byAge = stated?.ages ?? assumedAges.map((share) => share / sum);
  const home = stated?.home ?? truths.taken("home-audience-share", { platform });
  const female = stated?.female ?? truths.taken("female-share", { platform });
  const ofAges = AGES.reduce((total, age, i) => total + (ages.includes(age) ? (byAge[i] ?? 0) : 0), 0);
  const sd = truths.taken("audience-share-sd", { method: stated ? "estimated" : "assumed" });
  return home * female * ofAges * factorOfMeanOne(sd * Math.sqrt(3), random);
}
