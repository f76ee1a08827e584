import type { Post } from "#core/catalog/creator";
import { dayOf, type IsoDate } from "#core/period";
import type { Random } from "#core/random";
import { pick } from "./inventAccount.ts";
import type { TrueAccount } from "./trueAccount.ts";
import { POST_LOG_SD } from "./views.ts";
import type { WorldPlatform } from "./worldSpec.ts";

const DAY_MS = 86_400_000;
const POSTS_MAX = 20;
const SPONSORED_SHARE = 0.12;

/** The latest posts of an account, newest first; views only where the platform shows them. */
export function inventPosts(
  account: TrueAccount,
  platform: WorldPlatform,
  topicSlug: string,
  today: IsoDate,
  random: Random,
): readonly Post[] {
  const daysBetween = 1 + 6 * random.uniform();
  const count = 6 + random.below(POSTS_MAX - 5);
  const now = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, i) => {
    const format = platform.formats[
      pick(
        platform.formats.map((one) => one.share),
        random,
      )
    ] as WorldPlatform["formats"][number];
    const views = viewsOfPost(account, format.slug, random);
    const engagement =
      views * (account.engagementByViews[format.slug] ?? 0) * Math.exp(0.3 * random.normal());
    const saves = random.poisson(engagement * format.saveShare);
    const comments = random.poisson(engagement * 0.06);
    const shares = random.poisson(engagement * 0.05);
    return {
      externalKey: `${account.creatorId}-post-${i + 1}`,
      format: format.slug,
      postedAtMs: Math.round(now - (0.5 + i * daysBetween + random.uniform()) * DAY_MS),
      observedOn: dayOf(now),
      views: format.viewsPublic ? views : null,
      likes: Math.max(0, Math.round(engagement) - saves - comments - shares),
      comments,
      shares,
      saves,
      tags: [topicSlug],
      sponsored: random.uniform() < SPONSORED_SHARE,
      caption: null,
      extra: {},
    };
  });
}

/** Views of one post: log-normal around the creator's own median. */
export function viewsOfPost(account: TrueAccount, format: string, random: Random): number {
  const logRate = account.logViewRate[format] ?? Number.NEGATIVE_INFINITY;
  return Math.round(account.followers * Math.exp(logRate + POST_LOG_SD * random.normal()));
}
