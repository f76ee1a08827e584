import type { Brief } from "#core/brief/brief";
import type { Account, AudienceDimension } from "#core/catalog/creator";
import type { AssumptionBook } from "./assumptionBook.ts";

/** A part of a market in which people are counted. `population` is its share of the country's internet users. */
export interface GeoCell {
  readonly key: string;
  readonly country: string;
  readonly population: number;
  /** 0–1: how much of it the brief asks for. */
  readonly inTarget: number;
}

/** How a plan divides the map: as finely as the brief asks and the catalog's audiences can answer. */
export interface GeoScheme {
  readonly kind: "country" | "region" | "cityTier" | "city";
  readonly cells: readonly GeoCell[];
}

export const ELSEWHERE = "elsewhere";
const CITY_TIERS = ["1", "new1", "2", "3", "4", "5"];

export function geoScheme(
  brief: Brief,
  accounts: readonly Account[],
  regionsMax: number,
  book: AssumptionBook,
): GeoScheme {
  const countries = brief.audience.countries.length > 0 ? brief.audience.countries : [brief.market];
  const home = countries.includes(brief.market) ? brief.market : null;
  const whole = (country: string): GeoCell => ({ key: country, country, population: 1, inTarget: 1 });
  const others = countries.filter((country) => country !== home).map(whole);
  if (home === null) return { kind: "country", cells: others };
  const kind = kindFor(brief, home, accounts, regionsMax, book);
  return { kind, cells: [...homeCells(kind, brief, home, accounts, regionsMax, book), ...others] };
}

/** Tiers rank the cities of mainland China: elsewhere nobody says how many people live in which. */
export function hasCityTiers(market: string, book: AssumptionBook): boolean {
  return CITY_TIERS.every((cityTier) => book.knows("city-tier-share", { market, cityTier }));
}

function kindFor(
  brief: Brief,
  home: string,
  accounts: readonly Account[],
  regionsMax: number,
  book: AssumptionBook,
): GeoScheme["kind"] {
  if (brief.audience.cities.length > 0) return "city";
  const tiered = hasCityTiers(home, book);
  if (tiered && brief.audience.cityTiers.length > 0) return "cityTier";
  const withDimension = (dimension: AudienceDimension) =>
    accounts.filter((account) => account.audience.some((share) => share.dimension === dimension)).length;
  const byTier = tiered ? withDimension("cityTier") : 0;
  const byRegion = withDimension("region");
  if (regionsMax === 0 || byTier + byRegion === 0) return "country";
  return byTier >= byRegion ? "cityTier" : "region";
}

function homeCells(
  kind: GeoScheme["kind"],
  brief: Brief,
  home: string,
  accounts: readonly Account[],
  regionsMax: number,
  book: AssumptionBook,
): readonly GeoCell[] {
  const cell = (key: string, population: number, inTarget: number): GeoCell => ({
    key,
    country: home,
    population,
    inTarget,
  });
  if (kind === "country") return [cell(home, 1, 1)];
  if (kind === "city") {
    const cities = brief.audience.cities.map((city) => {
      const share = book.find("city-share", { market: home, city }, "people of a city").value;
      return cell(city, share, 1);
    });
    return [...cities, cell(ELSEWHERE, remainder(cities), 0)];
  }
  if (kind === "cityTier") {
    const wanted = brief.audience.cityTiers;
    const tiers = CITY_TIERS.map((tier) => {
      const share = book.find(
        "city-tier-share",
        { market: home, cityTier: tier },
        "people by city tier",
      ).value;
      return cell(tier, share, wanted.length === 0 || wanted.includes(tier) ? 1 : 0);
    });
    const sum = tiers.reduce((total, tier) => total + tier.population, 0);
    return tiers.map((tier) => ({ ...tier, population: tier.population / sum }));
  }
  const regions = mostListedRegions(accounts, regionsMax).map((region) =>
    cell(region, book.find("region-share", { market: home, region }, "people of a region").value, 1),
  );
  return [...regions, cell(ELSEWHERE, remainder(regions), 1)];
}

function remainder(cells: readonly GeoCell[]): number {
  return Math.max(0.01, 1 - cells.reduce((sum, cell) => sum + cell.population, 0));
}

function mostListedRegions(accounts: readonly Account[], max: number): readonly string[] {
  const mass = new Map<string, number>();
  for (const share of accounts.flatMap((account) => account.audience)) {
    if (share.dimension === "region" && share.key !== "overseas") {
      mass.set(share.key, (mass.get(share.key) ?? 0) + share.shareBp);
    }
  }
  const ranked = [...mass].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked.slice(0, max).map(([region]) => region);
}
