import { type LocalNames, spelling } from "#core/localNames";

export const CITY_TIERS = ["1", "new1", "2", "3", "4", "5"] as const;
export type CityTier = (typeof CITY_TIERS)[number];

/** Our own policy `administrative-2024`: the standing of a Chinese city, no ranking of its buying power. */
export type AdministrativeTier = "municipality" | "sub-provincial" | "provincial-capital" | "other";

/** A province of China, or `overseas`, which is no country. Audience shares carry its slug. */
export interface Region {
  readonly slug: string;
  readonly country: string | null;
  /** GB/T 2260. */
  readonly code: string | null;
  readonly names: LocalNames;
  readonly words: readonly string[];
}

export interface City {
  readonly slug: string;
  readonly country: string;
  readonly region: string | null;
  readonly code: string | null;
  readonly names: LocalNames;
  readonly words: readonly string[];
  readonly administrativeTier: AdministrativeTier | null;
}

/** A ranking of cities by one source in one year; the newest that names a city says its tier. */
export interface CityTierList {
  readonly source: string;
  readonly year: number;
  readonly tiers: Readonly<Record<string, CityTier>>;
}

export interface CityTables {
  readonly regions: readonly Region[];
  readonly cities: readonly City[];
  readonly tierLists: readonly CityTierList[];
}

/** Finds cities, regions and countries by any of their names; made once for a set of tables. */
export class Cities {
  readonly tables: CityTables;
  private readonly cityByWord: ReadonlyMap<string, City>;
  private readonly regionByWord: ReadonlyMap<string, Region>;
  private countryByWord: ReadonlyMap<string, string> | null = null;

  constructor(tables: CityTables) {
    this.tables = tables;
    this.cityByWord = byWord(tables.cities);
    this.regionByWord = byWord(tables.regions);
  }

  cityOf(word: string): City | null {
    return this.cityByWord.get(spelling(word)) ?? null;
  }

  regionOf(word: string): Region | null {
    return this.regionByWord.get(spelling(word)) ?? null;
  }

  /** ISO 3166-1 alpha-2 of a country's code or name: "FR", "France", 法国. `overseas` is none. */
  countryOf(word: string): string | null {
    this.countryByWord ??= countriesByWord();
    return this.countryByWord.get(spelling(word)) ?? null;
  }

  /** The commercial tier of a city, with the list that says so; null is unknown. */
  tierOf(citySlug: string): { readonly tier: CityTier; readonly list: CityTierList } | null {
    const naming = this.tables.tierLists.filter((list) => list.tiers[citySlug] !== undefined);
    const [list] = [...naming].sort((a, b) => b.year - a.year);
    const tier = list?.tiers[citySlug];
    return list && tier ? { tier, list } : null;
  }

  /** The same places with an imported ranking beside the shipped one. */
  withTierList(list: CityTierList): Cities {
    return new Cities({ ...this.tables, tierLists: [...this.tables.tierLists, list] });
  }
}

function byWord<Place extends { slug: string; names: LocalNames; words: readonly string[] }>(
  places: readonly Place[],
): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  // Slugs first: they are unique, while two cities may share a Latin spelling and the bare slug marks the larger.
  for (const place of places) found.set(spelling(place.slug), place);
  for (const place of places) {
    for (const word of [...Object.values(place.names), ...place.words]) {
      if (!found.has(spelling(word))) found.set(spelling(word), place);
    }
  }
  return found;
}

// Names as Unicode CLDR has them in the run-time, and the short forms of the trade that it lacks.
function countriesByWord(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const namings = ["en", "zh-CN", "zh-TW"].map(
    (language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }),
  );
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    if (NO_COUNTRY.test(code)) continue;
    const names = namings.map((naming) => naming.of(code)).filter((name) => name !== undefined);
    if (names.length === 0) continue;
    for (const name of names) if (!found.has(spelling(name))) found.set(spelling(name), code);
    found.set(spelling(code), code);
  }
  for (const [word, code] of Object.entries(SHORT_COUNTRY_NAMES)) found.set(spelling(word), code);
  return found;
}

// Codes with a name that are no country of today: groups, test codes, withdrawn and reserved ones (ISO 3166-3).
const NO_COUNTRY =
  /^(XA|XB|ZZ|EU|EZ|UN|QO|AC|AN|BU|CP|CQ|CS|CT|DD|DG|DY|EA|FQ|FX|HV|IC|JT|MI|NH|NQ|NT|PC|PU|PZ|RH|SU|TA|TP|UK|VD|WK|YD|YU|ZR)$/;

const SHORT_COUNTRY_NAMES: Readonly<Record<string, string>> = {
  usa: "US",
  uk: "GB",
  "mainland china": "CN",
  中国大陆: "CN",
  中國大陸: "CN",
  内地: "CN",
  "hong kong": "HK",
  香港: "HK",
  中国香港: "HK",
  macau: "MO",
  macao: "MO",
  澳门: "MO",
  澳門: "MO",
  中国澳门: "MO",
  台湾: "TW",
  台灣: "TW",
  臺灣: "TW",
  中国台湾: "TW",
};
