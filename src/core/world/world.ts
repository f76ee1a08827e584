import {
  type Account,
  type Creator,
  SNAPSHOT_FIGURES,
  type Snapshot,
  type SnapshotFigure,
} from "#core/catalog/creator";
import type { IsoDate } from "#core/period";
import type { Provenance } from "#core/provenance";
import { Random } from "#core/random";
import { sampleOf } from "./audienceSample.ts";
import { followersOf, followerWeights } from "./followers.ts";
import { inventAccount } from "./inventAccount.ts";
import { inventAudience } from "./inventAudience.ts";
import { inventName } from "./inventName.ts";
import { inventPosts } from "./inventPosts.ts";
import { inventRates } from "./inventRates.ts";
import { People } from "./people.ts";
import type { TrueAccount } from "./trueAccount.ts";
import type { WorldPlatform, WorldSpec } from "./worldSpec.ts";

export interface WorldSettings {
  readonly seed: number;
  readonly creators: number;
  readonly today: IsoDate;
  /** Accounts up to this size carry an audience sample below this threshold; null: none does. */
  readonly samples: {
    readonly threshold: number;
    readonly followersMax: number;
    readonly share: number;
  } | null;
}

/** An invented market: what a catalog would know of it, and how it truly is. */
export interface World {
  readonly spec: WorldSpec;
  readonly people: People;
  readonly creators: readonly Creator[];
  /** In the order of `creators`, one account each. */
  readonly truth: readonly TrueAccount[];
}

const SAMPLE_KEY = 7919;

/** The same spec and settings give the same world, byte for byte. */
export function makeWorld(spec: WorldSpec, settings: WorldSettings): World {
  const random = new Random(settings.seed);
  const people = new People(spec, settings.seed);
  const platforms = platformOfEach(spec, settings.creators, random);
  const sizes = random.shuffle(
    Array.from({ length: settings.creators }, (_, k) => (k + 0.5) / settings.creators),
  );
  const truth = platforms.map((platform, k) =>
    inventAccount(spec, k, platform, sizes[k] ?? 0.5, settings.seed * 1_000_003 + k, random),
  );
  const creators = truth.map((account, k) => creatorOf(spec, people, account, k, settings, random));
  return { spec, people, creators, truth };
}

// Each platform gets its share to the creator; the shuffle then spreads sizes over them.
function platformOfEach(spec: WorldSpec, creators: number, random: Random): number[] {
  let cumulated = 0;
  const all: number[] = [];
  spec.platforms.forEach((platform, index) => {
    cumulated += platform.creatorShare;
    while (all.length < Math.round(cumulated * creators)) all.push(index);
  });
  return random.shuffle(all);
}

function creatorOf(
  spec: WorldSpec,
  people: People,
  account: TrueAccount,
  k: number,
  settings: WorldSettings,
  random: Random,
): Creator {
  const platform = spec.platforms[account.platform] as WorldPlatform;
  const topic = spec.topics[account.topic]?.slug ?? "";
  const { displayName, handle } = inventName(spec, account, k, random);
  const by = (method: Provenance["method"]): Provenance => ({
    method,
    source: "demo market",
    observedOn: settings.today,
    trust: null,
  });
  const weights = followerWeights(people, account, platform, spec.topics);
  const posts = inventPosts(account, platform, topic, settings.today, random);
  const known: Account = {
    id: account.accountId,
    platform: platform.slug,
    handle,
    externalId: null,
    country: account.place.country,
    city: account.place.city,
    language: spec.languages[account.place.country] ?? null,
    bio: null,
    topics: [topic],
    snapshots: snapshotsOf(account, posts, by, random),
    posts,
    audience: inventAudience(spec, people, weights, platform, by("estimated"), random),
    rates: inventRates(
      account,
      platform,
      spec.currencies[account.place.country] ?? "EUR",
      settings.today,
      by("measured"),
      random,
    ),
    sample: null,
  };
  const { samples } = settings;
  const carries =
    samples !== null && account.followers <= samples.followersMax && random.uniform() < samples.share;
  if (!carries) return { id: account.creatorId, displayName, accounts: [known] };
  const followers = followersOf(people, account, platform, spec.topics);
  const sample = sampleOf(followers, samples.threshold, SAMPLE_KEY);
  return { id: account.creatorId, displayName, accounts: [{ ...known, sample }] };
}

// Counted figures and modelled ones stand apart, as an import keeps them: they are known differently.
function snapshotsOf(
  account: TrueAccount,
  posts: Account["posts"],
  by: (method: Provenance["method"]) => Provenance,
  random: Random,
): readonly Snapshot[] {
  const mean = (figures: readonly (number | null)[]) => {
    const known = figures.filter((figure) => figure !== null);
    return known.length === 0 ? null : Math.round(known.reduce((a, b) => a + b, 0) / known.length);
  };
  const engagementsAvg = mean(
    posts.map((post) => (post.likes ?? 0) + (post.comments ?? 0) + (post.shares ?? 0) + (post.saves ?? 0)),
  );
  const source = by("measured");
  const observedOn = source.observedOn ?? "";
  const counted: Snapshot = {
    ...NO_FIGURES,
    observedOn,
    source,
    followers: account.followers,
    following: 80 + random.below(900),
    posts: posts.length + random.below(400),
    viewsAvg: mean(posts.map((post) => post.views)),
    likesAvg: mean(posts.map((post) => post.likes)),
    commentsAvg: mean(posts.map((post) => post.comments)),
    engagementsAvg,
    engagementByFollowersBp:
      engagementsAvg === null ? null : Math.round((engagementsAvg / account.followers) * 10_000),
  };
  if (random.uniform() > AUDITED_SHARE) return [counted];
  const audited = account.realFollowers / account.followers + 0.04 * random.normal();
  const realFollowersBp = Math.round(Math.min(0.995, Math.max(0.2, audited)) * 10_000);
  return [counted, { ...NO_FIGURES, observedOn, source: by("estimated"), realFollowersBp }];
}

/** Accounts of which a vendor has said how many followers are people. */
const AUDITED_SHARE = 0.4;

const NO_FIGURES = {
  ...(Object.fromEntries(SNAPSHOT_FIGURES.map((figure) => [figure, null])) as Record<SnapshotFigure, null>),
  extra: {},
};
