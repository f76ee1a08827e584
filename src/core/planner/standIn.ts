import type { Brief } from "#core/brief/brief";
import type { Creator, Snapshot } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import { chosenPolicy } from "#core/catalog/tierPolicy";
import type { SizeClass } from "./sizeClass.ts";

/** A creator of this size of whom nothing is known but that: every figure of it comes from the assumptions. */
export function typicalCreator(id: string, platform: string, followers: number, brief: Brief): Creator {
  const unknown = {
    ...{ following: null, posts: null, viewsTotal: null, viewsAvg: null, likesAvg: null, commentsAvg: null },
    ...{ sharesAvg: null, savesAvg: null, engagementsAvg: null, engagementByFollowersBp: null },
    ...{ engagementByViewsBp: null, activeFollowersBp: null, realFollowersBp: null, videoShareBp: null },
  };
  const snapshot: Snapshot = {
    observedOn: brief.start,
    source: { method: "assumed", source: "typical creator", observedOn: null, trust: "C" },
    followers,
    ...unknown,
    extra: {},
  };
  return {
    id,
    displayName: id,
    accounts: [
      {
        ...{ id, platform, handle: id, externalId: null, country: brief.market, city: null, language: null },
        ...{ bio: null, topics: brief.topics, snapshots: [snapshot], posts: [], audience: [], rates: [] },
        sample: null,
      },
    ],
  };
}

const USUAL: Readonly<Record<SizeClass, number>> = { small: 5_000, mid: 30_000, large: 300_000 };
const TIER: Readonly<Record<SizeClass, string>> = { small: "micro", mid: "mid", large: "macro" };

/** The middle, on a log scale, of what the brief's tier policy calls that size. */
export function typicalFollowers(
  size: SizeClass,
  platform: string,
  brief: Brief,
  reference: Reference,
): number {
  const policy = chosenPolicy(reference.tierPolicies, brief.tierPolicy, brief.market, platform);
  const band = policy.bands.find((candidate) => candidate.tier === TIER[size]);
  return band && band.from > 0 && band.below !== null
    ? Math.round(Math.sqrt(band.from * band.below))
    : USUAL[size];
}

/** The platform on which a stand-in is imagined: the brief's first, else where most of the catalog is, else the market's. */
export function standInPlatform(brief: Brief, catalogFirst: string | null): string {
  return brief.platforms[0] ?? catalogFirst ?? usualPlatforms(brief.market)[0];
}

/** Where small creators of a market are mostly booked, for a brief that names no platform. */
export function usualPlatforms(market: string): readonly [string, ...string[]] {
  return market === "CN" ? ["xiaohongshu", "douyin"] : ["instagram", "tiktok"];
}
