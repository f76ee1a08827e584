import { describe, expect, it } from "vitest";
import { readReference } from "#connectors/data/readReference";
import { type FindRequest, readFind } from "#core/catalog/discovery/find/readFind";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import { say } from "#i18n/say";

const ground = { reference: readReference(), baseCurrency: "EUR", today: "2026-11-27" };

function read(said: Record<string, string | string[]>): FindRequest {
  return readFind(
    Object.fromEntries(Object.entries(said).map(([name, value]) => [name, [value].flat()])),
    ground,
  );
}

function detailsOf(said: Record<string, string | string[]>): readonly ErrorDetail[] {
  try {
    read(said);
  } catch (caught) {
    if (caught instanceof ChoraleError) return caught.details;
    throw caught;
  }
  return [];
}

function faultsOf(said: Record<string, string | string[]>): readonly string[] {
  return detailsOf(said).map(({ at, rule }) => `${at}: ${rule.key}`);
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
    [{ tier: "nano", "min-followers": "1M" }, "tier: find.contradiction.tier"],
    [
      { tier: "nano", "tier-policy": "hypeauditor-instagram", "min-followers": "20k" },
      "tier: find.contradiction.tier",
    ],
    [{ "min-real-followers": "101" }, "min-real-followers: find.above"],
    [{ "min-craft": "6" }, "min-craft: find.above"],
    [{ "max-craft": "0" }, "max-craft: find.below"],
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

  it("says which ends of a range cross by the words of who asked", () => {
    const said = { "min-engagement": "5%", "max-engagement": "3", "min-price": "50.5", "max-price": "3" };
    expect(detailsOf({ ...said, deliverable: "reel" }).map(({ at, value }) => [at, value])).toEqual([
      ["engagement", "5% > 3"],
      ["price", "50.5 > 3"],
    ]);
  });

  it("lets a tier stand beside a size that some policy calls so", () => {
    expect(faultsOf({ tier: "nano,mega", "min-followers": "1M" })).toEqual([]);
    expect(faultsOf({ tier: "micro", "min-followers": "50k" })).toEqual([]);
  });

  it.each([
    { tier: "mikro" },
    { "not-tier": "mikro" },
    { "city-tier": "7" },
    { level: "maybe" },
    { contact: "perhaps" },
    { country: "Atlantis" },
    { audience: "country:Atlantis:20" },
    { audience: "gender:femail:60" },
    { "topic-share": "50" },
    { "topic-span": "30" },
    { "brand-since": "2026-01-01" },
  ])("refuses %o, of which nobody can be: an empty list would look like a finding", (said) => {
    expect(faultsOf(said).length).toBe(1);
  });

  it.each(["2,5", "1,2,3", "1e5", "5.000", "-", ".", "12.", "€300", "Infinity"])(
    "does not guess what number %j is",
    (said) => {
      expect(faultsOf({ "min-followers": said })).toEqual(["min-followers: find.number"]);
    },
  );

  it.each([
    ["5,000", 5000],
    ["5 000", 5000],
    ["５０００", 5000],
    ["1,234,567", 1_234_567],
    ["2.125k", 2125],
    [".5k", 500],
    ["1.2萬", 12_000],
  ])("reads %j as %d", (said, min) => {
    expect(read({ "min-followers": said }).filters).toEqual([
      { kind: "number", name: "followers", min, max: null },
    ]);
  });

  it("refuses a deliverable whatever it costs", () => {
    expect(read({ "not-deliverable": "reel", "max-price": "300" }).filters).toEqual([
      { kind: "number", name: "priceMinor", min: null, max: 30_000 },
      { kind: "keyed", name: "deliverable", keys: ["reel"], mode: "none", min: null, max: null },
    ]);
  });

  it("says the value with the rule, and how many more are wrong", () => {
    const messageOf = (said: Record<string, string>) => {
      try {
        read(said);
      } catch (caught) {
        if (caught instanceof ChoraleError) return say("en", caught.sentence);
      }
      return null;
    };
    expect(messageOf({ "min-price": "abc" })).toBe("abc is not allowed: a number such as 5000, 5k or 1.2万");
    expect(messageOf({ "min-price": "abc", limit: "-1", tier: "mikro" })).toMatch(
      /^mikro .*\(and 2 more problems\)$/,
    );
    expect(messageOf({ folowers: "1" })).toBe('a search does not know "folowers"');
  });

  it("says what of a text is not looked for", () => {
    const notes = (query: string) => read({ query }).notes.map(({ key }) => key);
    expect(notes("wine 🍷")).toEqual([]);
    expect(notes("🍷 ***")).toEqual(["find.noWords"]);
    expect(read({ query: "🍷 ***" }).sort).toEqual({ by: "followers", descending: true });
    expect(notes("红酒".repeat(5000))).toEqual(["find.cut"]);
  });

  it("takes storms of signs, emoji, right-to-left text and SQL in the search box for words", () => {
    for (const text of ["%%%***???", "😀🍷", "قهوة", "'; DROP TABLE creator; --", "x".repeat(10_000)])
      expect(read({ query: text }).filters).toEqual([]);
  });
});
