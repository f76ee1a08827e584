import type { Account, AudienceShare, Post, Snapshot } from "#core/catalog/creator";
import { SNAPSHOT_FIGURES } from "#core/catalog/creator";
import type { Provenance } from "#core/provenance";
import type { Random } from "#core/random";
import type { BelievedAccount } from "./believedAccount.ts";

export const MARKET = "FR";
export const AGES = ["0-17", "18-24", "25-34", "35-44", "45+"] as const;
/** What accounts of a platform sell and how it appears; where views are not shown they have to be inferred. */
export const PLATFORMS = [
  { slug: "instagram", deliverable: "post", format: "post", viewsShown: false },
  { slug: "tiktok", deliverable: "video", format: "video", viewsShown: true },
] as const;
const DAY_MS = 86_400_000;

/** What a vendor prints of an audience. */
export interface StatedAudience {
  readonly home: number;
  readonly female: number;
  readonly ages: readonly number[];
}

export function stateAudience(random: Random): StatedAudience {
  const weights = AGES.map((_, i) => Math.exp(0.5 * random.normal()) * (i === 1 || i === 2 ? 2 : 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  return {
    home: 0.5 + 0.4 * random.uniform(),
    female: 0.35 + 0.4 * random.uniform(),
    ages: weights.map((weight) => weight / sum),
  };
}

export function sharesOf(stated: StatedAudience, source: Provenance): readonly AudienceShare[] {
  const share = (dimension: AudienceShare["dimension"], key: string, value: number): AudienceShare => ({
    dimension,
    key,
    shareBp: Math.floor(value * 10_000),
    qualifier: "eq",
    source,
  });
  return [
    share("country", MARKET, stated.home),
    share("gender", "female", stated.female),
    share("gender", "male", 1 - stated.female),
    ...AGES.map((age, i) => share("age", age, stated.ages[i] ?? 0)),
  ];
}

/** Half of the accounts show posts, a fifth only an average of five, of the rest nobody knows more than their size. */
export function seen(
  truth: BelievedAccount,
  platform: (typeof PLATFORMS)[number],
  realShare: number,
  today: string,
  by: (method: Provenance["method"]) => Provenance,
  random: Random,
): Pick<Account, "posts" | "snapshots"> {
  const kind = random.uniform();
  const count = kind < 0.5 ? 3 + random.below(18) : kind < 0.7 ? 5 : 0;
  const now = Date.parse(`${today}T00:00:00Z`);
  const posts = Array.from({ length: count }, (_, i): Post => {
    const views = truth.followers * Math.exp(truth.logViews + truth.postSd * random.normal());
    return {
      externalKey: `${truth.id}-${i}`,
      format: platform.format,
      postedAtMs: now - (10 + 3 * i) * DAY_MS,
      observedOn: today,
      views: platform.viewsShown ? Math.round(views) : null,
      likes: random.poisson(views * truth.engagementByViews),
      comments: 0,
      shares: 0,
      saves: 0,
      tags: [],
      sponsored: false,
      caption: null,
      extra: {},
    };
  });
  const mean = (figures: readonly number[]) => figures.reduce((a, b) => a + b, 0) / figures.length;
  const averaged = kind >= 0.5 && count > 0;
  const known: Snapshot = {
    ...(Object.fromEntries(SNAPSHOT_FIGURES.map((figure) => [figure, null])) as Record<
      (typeof SNAPSHOT_FIGURES)[number],
      null
    >),
    extra: {},
    observedOn: today,
    source: by("measured"),
    followers: truth.followers,
    viewsAvg: averaged && platform.viewsShown ? Math.round(mean(posts.map((post) => post.views ?? 0))) : null,
    engagementsAvg: averaged ? mean(posts.map((post) => post.likes ?? 0)) : null,
    realFollowersBp: random.uniform() < 0.4 ? Math.round(10_000 * realShare) : null,
  };
  return { posts: averaged ? [] : posts, snapshots: [known] };
}
