import type { CityTier } from "#core/catalog/city";
import type { Account } from "#core/catalog/creator";
import type { Platform } from "#core/catalog/platform";
import type { Assumption } from "./assumption.ts";
import type { AssumptionBook } from "./assumptionBook.ts";
import { audienceHome } from "./audienceHome.ts";
import { type Shares, sharesOf } from "./shares.ts";

/** What is known of the map: to which country a region or city belongs, and where platforms have their audience. */
export interface Places {
  readonly platforms: readonly Platform[];
  countryOfRegion(region: string): string | null;
  countryOfCity(city: string): string | null;
  tierOfCity(city: string): CityTier | null;
}

/** How an audience divides over countries. */
export interface CountryShares {
  of(country: string): number;
  /** Null: the country is the audience's home, or it states a share of it or of places in it. Else what `of` rests on. */
  beliefOf(country: string): Assumption | null;
}

const OVERSEAS = "overseas";

/**
 * Countries as an audience states them, or as its places imply: whoever lists regions of a country and no countries has
 * the remainder of the list in that country too, save what is `overseas`. Null: it states no place at all, or none
 * that belongs anywhere.
 */
export function statedCountries(
  account: Account,
  places: Places,
  book: AssumptionBook,
): CountryShares | null {
  const countries = new Map(sharesOf(account, "country"));
  const regions = sharesOf(account, "region");
  const cities = sharesOf(account, "city");
  if (countries.size + regions.size + cities.size + sharesOf(account, "cityTier").size === 0) return null;
  const abroad = countries.get(OVERSEAS) ?? regions.get(OVERSEAS) ?? null;
  countries.delete(OVERSEAS);
  const inRegions = byCountry(regions, places.countryOfRegion);
  const inCities = byCountry(cities, places.countryOfCity);
  const named = (country: string) => Math.max(inRegions.get(country) ?? 0, inCities.get(country) ?? 0);
  const foreign = (country: string) => foreignShare(country, book);
  const beliefOf = (country: string, isStated: boolean) =>
    isStated || named(country) > 0 ? null : foreign(country);
  if (countries.size > 0) {
    const left = Math.max(0, 1 - sum(countries));
    return {
      of: (country) =>
        countries.get(country) ??
        Math.max(named(country), unlisted(countries, left * foreign(country).value)),
      beliefOf: (country) => beliefOf(country, countries.has(country)),
    };
  }
  const home = heaviest(inRegions) ?? heaviest(inCities) ?? audienceHome(account, places.platforms);
  if (home === null) return null;
  const usual = () => book.find("overseas-share", { platform: account.platform }, "followers abroad").value;
  const overseas = abroad ?? (regions.size > 0 ? unlisted(regions, usual()) : 0);
  const elsewhere = sum(new Map([...inRegions].filter(([country]) => country !== home)));
  return {
    of: (country) =>
      country === home
        ? Math.max(0, 1 - overseas - elsewhere)
        : named(country) + overseas * foreign(country).value,
    beliefOf: (country) => beliefOf(country, country === home),
  };
}

/** Countries of an audience that states no place: mainly its home, or, where even that is unknown, perhaps the brief's. */
export function assumedCountries(
  account: Account,
  places: Places,
  market: string,
  book: AssumptionBook,
): CountryShares {
  const home = audienceHome(account, places.platforms);
  const scope = { platform: account.platform };
  const atHome = () =>
    home === null
      ? book.find("unknown-home-share", scope, "followers of accounts of unknown country")
      : book.find("home-audience-share", scope, "followers at home");
  const main = home ?? market;
  return {
    of: (country) =>
      country === main ? atHome().value : (1 - atHome().value) * foreignShare(country, book).value,
    beliefOf: (country) =>
      country === home ? null : country === main ? atHome() : foreignShare(country, book),
  };
}

/** Of followers outside an audience's home, those who live in one given country. */
function foreignShare(market: string, book: AssumptionBook): Assumption {
  return book.find("foreign-audience-share", { market }, "followers abroad");
}

/** What a key that a cut-off list leaves out may have: `expected`, at most the smallest listed share and the remainder. */
function unlisted(listed: Shares, expected: number): number {
  return Math.min(expected, Math.max(0, 1 - sum(listed)), ...listed.values());
}

function byCountry(shares: Shares, countryOf: (key: string) => string | null): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [key, share] of shares) {
    const country = countryOf(key);
    if (country !== null) found.set(country, (found.get(country) ?? 0) + share);
  }
  return found;
}

function heaviest(shares: Shares): string | null {
  return [...shares].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

function sum(shares: Shares): number {
  return [...shares.values()].reduce((total, share) => total + share, 0);
}
