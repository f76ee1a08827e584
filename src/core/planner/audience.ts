import type { Brief } from "#core/brief/brief";
import type { Account } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { type AtomFrame, atomFrame, CLASS_COUNT } from "#core/forecast/atomFrame";
import { type AudienceCell, audienceCells, followerShares } from "#core/forecast/audienceCell";
import { type AudienceMix, audienceMixes } from "#core/forecast/audienceMix";
import type { Places } from "#core/forecast/countryShares";
import { type Following, realFollowing } from "#core/forecast/following";
import { type GeoScheme, geoScheme } from "#core/forecast/geoScheme";
import { personAtoms } from "#core/forecast/personAtoms";
import { topicLifts } from "#core/forecast/topicLift";

/** One account's followers, laid over the plan's cells. */
export interface AccountAudience {
  readonly following: Following;
  readonly mix: AudienceMix;
  /** Share of its followers in each cell. */
  readonly shares: readonly number[];
  /** Share of its followers in the target. */
  readonly inTargetShare: number;
}

/** Who there is to reach and who follows whom. */
export interface Audience {
  readonly scheme: GeoScheme;
  readonly frame: AtomFrame;
  readonly of: ReadonlyMap<string, AccountAudience>;
}

/** Numbers of p that a plan may hold, so that a large catalog gets a coarser map instead of no plan. */
const INCIDENCES_MAX = 4_000_000;
const REGIONS = [12, 6, 3, 1, 0];

export function audienceOf(
  accounts: readonly { readonly account: Account; readonly followers: number }[],
  bundles: number,
  brief: Brief,
  reference: Reference,
  book: AssumptionBook,
): Audience {
  const all = accounts.map(({ account }) => account);
  const platforms = platformsByCount(all);
  const patterns = 2 ** Math.max(0, Math.min(4, platforms.length) - 1);
  let scheme = geoScheme(brief, all, 0, book);
  let cells: readonly AudienceCell[] = [];
  for (const regions of REGIONS) {
    scheme = geoScheme(brief, all, regions, book);
    cells = audienceCells(brief, scheme);
    if (cells.length * CLASS_COUNT * patterns * bundles <= INCIDENCES_MAX) break;
  }
  return audienceOver(scheme, cells, accounts, brief, reference, book);
}

/** The same over cells that the caller chose. */
export function audienceOver(
  scheme: GeoScheme,
  cells: readonly AudienceCell[],
  accounts: readonly { readonly account: Account; readonly followers: number }[],
  brief: Brief,
  reference: Reference,
  book: AssumptionBook,
): Audience {
  const all = accounts.map(({ account }) => account);
  const platforms = platformsByCount(all);
  const places: Places = {
    platforms: reference.platforms,
    countryOfRegion: (region) => reference.cities.regionOf(region)?.country ?? null,
    countryOfCity: (city) => reference.cities.cityOf(city)?.country ?? null,
    tierOfCity: (city) => reference.cities.tierOf(city)?.tier ?? null,
  };
  const mixes = audienceMixes(all, scheme, brief.market, places, book);
  const topics = brief.audience.interests.length > 0 ? brief.audience.interests : brief.topics;
  const lifts = topicLifts(all, topics, book);
  const of = new Map<string, AccountAudience>();
  for (const { account, followers } of accounts) {
    const mix = mixes.get(account.id);
    if (!mix) continue;
    const shares = followerShares(cells, mix, account.platform, lifts.get(account.id) ?? 1, book);
    const inTargetShare = shares.reduce((sum, share, c) => sum + share * (cells[c]?.inTarget ?? 0), 0);
    of.set(account.id, { following: realFollowing(account, followers, book), mix, shares, inTargetShare });
  }
  const largest = new Map(
    platforms.map((platform) => [platform, largestFollowing(platform, all, of, cells.length)]),
  );
  const followersOf = new Map(accounts.map(({ account, followers }) => [account.id, followers]));
  const persons = personAtoms(all, (account) => {
    const own = of.get(account.id);
    const followers = followersOf.get(account.id) ?? 0;
    return own && followers > 0 ? (own.following.real / followers) * own.inTargetShare : 0;
  });
  return { scheme, frame: atomFrame(cells, platforms, largest, persons, book), of };
}

function platformsByCount(accounts: readonly Account[]): readonly string[] {
  const count = new Map<string, number>();
  for (const { platform } of accounts) count.set(platform, (count.get(platform) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([platform]) => platform);
}

function largestFollowing(
  platform: string,
  accounts: readonly Account[],
  of: ReadonlyMap<string, AccountAudience>,
  cellCount: number,
): readonly number[] {
  const largest = new Array<number>(cellCount).fill(0);
  for (const account of accounts) {
    const audience = account.platform === platform ? of.get(account.id) : undefined;
    audience?.shares.forEach((share, c) => {
      largest[c] = Math.max(largest[c] ?? 0, share * audience.following.real);
    });
  }
  return largest;
}
