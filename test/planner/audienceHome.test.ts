import { describe, expect, it } from "vitest";
import { readAssumptions } from "../../src/connectors/data/readAssumptions.ts";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { parseBrief } from "../../src/core/brief/parseBrief.ts";
import type { Account, AudienceShare } from "../../src/core/catalog/creator.ts";
import { AssumptionBook } from "../../src/core/forecast/assumptionBook.ts";
import { audienceHome } from "../../src/core/forecast/audienceHome.ts";
import { audienceMixes } from "../../src/core/forecast/audienceMix.ts";
import { geoScheme } from "../../src/core/forecast/geoScheme.ts";

const reference = readReference();
const source = { method: "estimated", source: "test", observedOn: null, trust: "C" } as const;
const places = {
  platforms: reference.platforms,
  countryOfRegion: (region: string) => reference.cities.regionOf(region)?.country ?? null,
  countryOfCity: (city: string) => reference.cities.cityOf(city)?.country ?? null,
  tierOfCity: (city: string) => reference.cities.tierOf(city)?.tier ?? null,
};

function account(
  platform: string,
  country: string | null,
  audience: Record<string, number>,
  dimension = "region",
): Account {
  const shares = Object.entries(audience).map(
    ([key, percent]) =>
      ({ dimension, key, shareBp: percent * 100, qualifier: "censored", source }) as AudienceShare,
  );
  return {
    ...{
      id: `${platform}-1`,
      platform,
      handle: "one",
      externalId: null,
      country,
      city: null,
      language: null,
    },
    ...{ bio: null, topics: [], snapshots: [], posts: [], audience: shares, rates: [], sample: null },
  };
}

function mixIn(market: string, one: Account) {
  const document = {
    market,
    currency: "EUR",
    product: "noodles",
    objective: { metric: "reach", by: "2026-06-30" },
    budget: 1000,
  };
  const brief = parseBrief(document, reference, "2026-01-15");
  const book = new AssumptionBook(readAssumptions());
  const scheme = geoScheme(brief, [one], 6, book);
  const mix = audienceMixes([one], scheme, market, places, book).get(one.id);
  return { share: [...(mix?.geo.values() ?? [])].reduce((a, b) => a + b, 0), mix };
}

const provinces = { guangdong: 9, jiangsu: 6, zhejiang: 5, shandong: 5, shanghai: 4 };

describe("where an audience lives", () => {
  it("is in the country of the regions it lists, whatever country the brief names or the creator lives in", () => {
    const one = account("xiaohongshu", "US", provinces);
    expect(mixIn("CN", one).share).toBeCloseTo(0.96, 2);
    for (const market of ["FR", "US", "DE"]) {
      const { share, mix } = mixIn(market, one);
      expect(share, market).toBeLessThan(0.01);
      expect(mix?.method.geo, market).toBe("assumed");
      expect(mix?.geoBelief?.key, market).toBe("foreign-audience-share");
    }
  });

  it("leaves a stated share overseas to others, and gives each of them only an assumed part of it", () => {
    const one = account("xiaohongshu", "CN", { ...provinces, overseas: 30 });
    expect(mixIn("CN", one).share).toBeCloseTo(0.7, 6);
    const inFrance = mixIn("FR", one).share;
    expect(inFrance).toBeGreaterThan(0.005);
    expect(inFrance).toBeLessThan(0.05);
  });

  it("counts a region abroad for its own country", () => {
    const one = account("xiaohongshu", "CN", { ...provinces, "hong-kong": 4 });
    const { share, mix } = mixIn("HK", one);
    expect(share).toBeCloseTo(0.04, 2);
    expect(mix?.geoBelief).toBeNull();
  });

  it("takes stated countries as they are", () => {
    const one = account("instagram", "US", { FR: 60, BE: 10 }, "country");
    expect(mixIn("FR", one).share).toBeCloseTo(0.6, 9);
    expect(mixIn("US", one).share).toBeLessThan(0.1);
  });

  it("is, where nothing is stated, the platform's own market before the creator's country", () => {
    expect(audienceHome(account("xiaohongshu", "US", {}), reference.platforms)).toBe("CN");
    expect(audienceHome(account("xiaohongshu", "HK", {}), reference.platforms)).toBe("HK");
    expect(audienceHome(account("instagram", "US", {}), reference.platforms)).toBe("US");
    expect(audienceHome(account("instagram", null, {}), reference.platforms)).toBeNull();
    expect(mixIn("CN", account("douyin", "US", {})).share).toBeGreaterThan(0.7);
    expect(mixIn("FR", account("instagram", "US", {})).share).toBeLessThan(0.05);
    expect(mixIn("FR", account("instagram", null, {})).mix?.geoBelief?.key).toBe("unknown-home-share");
  });
});
