import { describe, expect, it } from "vitest";
import { readReference } from "#connectors/data/readReference";
import { type FindRequest, readFind } from "#core/catalog/discovery/find/readFind";
import { ChoraleError } from "#core/errors";

const ground = { reference: readReference(), baseCurrency: "EUR", today: "2026-11-27" };

function read(said: Record<string, string | string[]>): FindRequest {
  return readFind(
    Object.fromEntries(Object.entries(said).map(([name, value]) => [name, [value].flat()])),
    ground,
  );
}

function faultsOf(said: Record<string, string | string[]>): readonly string[] {
  try {
    read(said);
  } catch (caught) {
    if (caught instanceof ChoraleError) return caught.details.map(({ at, rule }) => `${at}: ${rule.key}`);
    throw caught;
  }
  return [];
}

describe("reading a search", () => {
  it("takes words in any of the languages for what they mean", () => {
    const { filters } = read({
      platform: "小红书,IG",
      market: "中国大陆",
      city: "成都",
      topic: "红酒",
      contact: "是",
    });
    expect(filters).toEqual([
      { kind: "category", name: "platform", keys: ["xiaohongshu", "instagram"], none: false },
      { kind: "category", name: "country", keys: ["CN"], none: false },
      { kind: "category", name: "city", keys: ["chengdu"], none: false },
      { kind: "category", name: "contactKnown", keys: ["yes"], none: false },
      { kind: "keyed", name: "topic", keys: ["wine"], mode: "any", min: null, max: null },
    ]);
  });

  it("reads numbers as people write them, in their own units", () => {
    const { filters } = read({
      "min-followers": "5k",
      "max-followers": "1.2万",
      "min-engagement": "2.3%",
      "max-cpm": "12.50",
      "min-posts-per-week": "1.5",
      "posted-days": "30",
    });
    const ranges = Object.fromEntries(
      filters.map((filter) => (filter.kind === "number" ? [filter.name, [filter.min, filter.max]] : [])),
    );
    const today = Date.parse("2026-11-27") / 86_400_000;
    expect(ranges).toEqual({
      followers: [5000, 12_000],
      engagementByFollowersBp: [230, null],
      cpmMinor: [null, 1250],
      postsPerWeekMilli: [1500, null],
      lastPostedDay: [today - 30, null],
    });
  });

  it("asks for the price of the deliverable where one is named, else for the cheapest", () => {
    expect(read({ deliverable: "reel", "max-price": "300" }).filters).toEqual([
      { kind: "keyed", name: "deliverable", keys: ["reel"], mode: "any", min: null, max: 30_000 },
    ]);
    expect(read({ "max-price": "300" }).filters).toEqual([
      { kind: "number", name: "priceMinor", min: null, max: 30_000 },
    ]);
  });

  it("reads shares of an audience, several keys together", () => {
    expect(read({ audience: ["age:18-24+25-34:50", "city:成都:10%"] }).filters).toEqual([
      { kind: "audience", dimension: "age", keys: ["18-24", "25-34"], minBp: 5000 },
      { kind: "audience", dimension: "city", keys: ["chengdu"], minBp: 1000 },
    ]);
  });

  it.each([
    [{ "min-followers": "9000", "max-followers": "5000" }, "followers: find.contradiction.range"],
    [{ platform: "tiktok", "not-platform": "tiktok" }, "platform: find.contradiction.both"],
    [{ "all-topic": "wine,food", "not-topic": "food" }, "topic: find.contradiction.both"],
    [{ country: "FR", city: "成都" }, "city: find.contradiction.city"],
    [{ audience: ["gender:female:60", "gender:male:60"] }, "audience: find.contradiction.audience"],
  ])("says of a search that nobody can answer to, %o, what contradicts what", (said, fault) => {
    expect(faultsOf(said)).toEqual([fault]);
  });

  it("names every value that breaks a rule, and the nearest word that it knows", () => {
    expect(
      [
        ...faultsOf({
          "min-folowers": "5",
          "min-followers": "many",
          audience: "women:60",
          sort: "luck",
          after: "here",
          limit: "9999",
        }),
      ].sort(),
    ).toEqual([
      "after: find.after",
      "audience: find.audience",
      "limit: find.whole",
      "min-followers: find.number",
      "min-folowers: find.unknownNear",
      "sort: find.sort",
    ]);
  });

  it("takes storms of signs, emoji, right-to-left text and SQL in the search box for words", () => {
    for (const text of ["%%%***???", "😀🍷", "قهوة", "'; DROP TABLE creator; --", "x".repeat(10_000)])
      expect(read({ query: text }).filters).toEqual([]);
  });
});
