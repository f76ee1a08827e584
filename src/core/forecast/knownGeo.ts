import type { Account } from "#core/catalog/creator";
import type { Assumption } from "./assumption.ts";
import type { AssumptionBook } from "./assumptionBook.ts";
import { completeShares } from "./censoredShares.ts";
import { type CountryShares, type Places, statedCountries } from "./countryShares.ts";
import { ELSEWHERE, type GeoScheme } from "./geoScheme.ts";
import { normalised, type Shares, sharesOf } from "./shares.ts";

/** Where an account's followers live, over the plan's cells. */
export interface Geo {
  readonly shares: Shares;
  /** Null: the audience states a share of one of the plan's countries. Else the assumption that the shares rest on. */
  readonly belief: Assumption | null;
}

/** From whatever the audience states; null: nothing. */
export function knownGeo(
  account: Account,
  scheme: GeoScheme,
  market: string,
  places: Places,
  book: AssumptionBook,
): Geo | null {
  const countries = statedCountries(account, places, book);
  if (countries === null) return null;
  const base = spread(scheme, countries.of);
  const belief = beliefIn(scheme, countries);
  if (countries.beliefOf(market) !== null) return { shares: base, belief };
  const inMarket = (dimension: "region" | "city", countryOf: (key: string) => string | null): Shares =>
    new Map([...sharesOf(account, dimension)].filter(([key]) => (countryOf(key) ?? market) === market));
  const listed = {
    country: new Map<string, number>(),
    region: inMarket("region", (region) => (region === "overseas" ? "" : places.countryOfRegion(region))),
    city: inMarket("city", places.countryOfCity),
    cityTier: sharesOf(account, "cityTier"),
  }[scheme.kind];
  const shares = listed.size === 0 ? base : within(scheme, market, countries.of(market), listed, base);
  return { shares, belief };
}

/** Of several countries one that the audience states will do. */
export function beliefIn(scheme: GeoScheme, countries: CountryShares): Assumption | null {
  const beliefs = [...new Set(scheme.cells.map((cell) => cell.country))].map((country) =>
    countries.beliefOf(country),
  );
  return beliefs.includes(null) ? null : (beliefs[0] ?? null);
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
