import type { Account, AudienceDimension } from "#core/catalog/creator";
import type { AssumptionBook } from "./assumptionBook.ts";
import { completeShares } from "./censoredShares.ts";
import { ELSEWHERE, type GeoScheme } from "./geoScheme.ts";

export type Shares = ReadonlyMap<string, number>;

/** Where an account's followers live, over the plan's cells, from whatever its audience states; null: nothing. */
export function knownGeo(
  account: Account,
  scheme: GeoScheme,
  market: string,
  countryOfRegion: (region: string) => string | null,
  book: AssumptionBook,
): Shares | null {
  const countries = sharesOf(account, "country");
  const regions = sharesOf(account, "region");
  const cities = sharesOf(account, "city");
  const tiers = sharesOf(account, "cityTier");
  if (countries.size + regions.size + cities.size + tiers.size === 0) return null;
  const abroad = new Map([...regions].filter(([key]) => countryOfRegion(key) !== market));
  const inside = new Map([...regions].filter(([key]) => countryOfRegion(key) === market));
  const countryShare = (country: string): number => {
    const stated = countries.get(country);
    if (stated !== undefined) return stated;
    if (countries.size > 0) return unlisted(countries, 0.02);
    const named = [...abroad].filter(([key]) => countryOfRegion(key) === country);
    if (country !== market) return named.reduce((sum, [, share]) => sum + share, 0);
    const overseas =
      abroad.get("overseas") ??
      (regions.size > 0
        ? unlisted(
            regions,
            book.find("overseas-share", { platform: account.platform }, "followers abroad").value,
          )
        : 0);
    const others = [...abroad].reduce((sum, [key, share]) => sum + (key === "overseas" ? 0 : share), 0);
    return Math.max(0, 1 - overseas - others);
  };
  const base = spread(scheme, countryShare);
  const listed = { country: new Map<string, number>(), region: inside, city: cities, cityTier: tiers }[
    scheme.kind
  ];
  return listed.size === 0 ? base : within(scheme, market, countryShare(market), listed, base);
}

/** What a key that a cut-off list leaves out may have: `expected`, at most the smallest listed share and the remainder. */
function unlisted(listed: Shares, expected: number): number {
  const values = [...listed.values()];
  const remainder = Math.max(0, 1 - values.reduce((a, b) => a + b, 0));
  return Math.min(expected, remainder, ...values);
}

// Shares inside the home market, completed where the list is cut off; keys without a cell of their own are elsewhere.
function within(
  scheme: GeoScheme,
  market: string,
  marketShare: number,
  listed: Shares,
  base: Shares,
): Shares {
  if (marketShare <= 0) return base;
  const home = scheme.cells.filter((cell) => cell.country === market);
  const ofMarket = new Map<string, number>();
  for (const [key, share] of listed) {
    const cell = home.some((candidate) => candidate.key === key) ? key : ELSEWHERE;
    ofMarket.set(cell, (ofMarket.get(cell) ?? 0) + share / marketShare);
  }
  // "elsewhere" holds many unlisted keys: it takes what is left rather than a capped share.
  const partly = ofMarket.get(ELSEWHERE) ?? 0;
  ofMarket.delete(ELSEWHERE);
  const prior = new Map(home.map((cell) => [cell.key, cell.population]));
  if (!prior.has(ELSEWHERE)) {
    const whole = completeShares(ofMarket, prior);
    return new Map([...base, ...[...whole].map(([key, share]) => [key, share * marketShare] as const)]);
  }
  const named = [...ofMarket.values()].reduce((a, b) => a + b, 0);
  const open = home.filter((cell) => cell.key !== ELSEWHERE && !ofMarket.has(cell.key));
  const cap = Math.min(1, ...ofMarket.values());
  const left = Math.max(0, 1 - named - partly);
  const weight = home.reduce((sum, cell) => sum + (ofMarket.has(cell.key) ? 0 : cell.population), 0);
  const filled = open.map((cell) => [cell.key, Math.min(cap, (left * cell.population) / weight)] as const);
  const used = filled.reduce((sum, [, share]) => sum + share, 0);
  const whole = normalised(new Map([...ofMarket, ...filled, [ELSEWHERE, partly + left - used]]));
  return new Map([...base, ...[...whole].map(([key, share]) => [key, share * marketShare] as const)]);
}

/** The stated shares of one dimension, 0–1. */
export function sharesOf(account: Account, dimension: AudienceDimension): Shares {
  const shares = new Map<string, number>();
  for (const share of account.audience) {
    // "At most" x is taken as half of it: between nothing and x.
    if (share.dimension === dimension)
      shares.set(share.key, share.shareBp / (share.qualifier === "le" ? 20_000 : 10_000));
  }
  return shares;
}

/** Shares of countries dealt over their cells by population. */
export function spread(scheme: GeoScheme, countryShare: (country: string) => number): Shares {
  const population = (country: string) =>
    scheme.cells.reduce((sum, cell) => sum + (cell.country === country ? cell.population : 0), 0);
  return new Map(
    scheme.cells.map((cell) => [
      cell.key,
      (countryShare(cell.country) * cell.population) / population(cell.country),
    ]),
  );
}

/** The same shares, summing to 1. */
export function normalised<Key>(shares: ReadonlyMap<Key, number>): ReadonlyMap<Key, number> {
  const sum = [...shares.values()].reduce((a, b) => a + b, 0);
  return sum > 0 ? new Map([...shares].map(([key, share]) => [key, share / sum])) : shares;
}
