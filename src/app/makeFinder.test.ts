import { describe, expect, it } from "vitest";
import { readReference } from "#connectors/data/readReference";
import { finderSheet } from "#core/brief/finderSheet";

const reference = readReference();
const TERMS = {
  market: "HK",
  product: "sourdough bread",
  topics: ["food", "coffee-tea"],
  platforms: ["instagram", "xiaohongshu"],
  cities: ["hong-kong"],
  tierPolicy: null,
};

describe("a finder sheet", () => {
  const sheet = finderSheet(TERMS, reference);
  const [instagram, xiaohongshu] = sheet.platforms;

  it("asks a Chinese platform in Simplified Chinese and English, another in English and the market's Chinese", () => {
    expect([...new Set(instagram?.searches.map((search) => search.language))]).toEqual(["en", "zh-TW"]);
    expect([...new Set(xiaohongshu?.searches.map((search) => search.language))]).toEqual(["zh-CN", "en"]);
  });

  it("puts the product and the city first, in the language of the search", () => {
    const chinese = xiaohongshu?.searches.filter(({ language }) => language === "zh-CN") ?? [];
    expect(chinese[0]?.word).toBe("sourdough bread");
    expect(chinese[1]).toMatchObject({
      word: "香港 美食探店",
      address: `https://www.xiaohongshu.com/search_result?keyword=${encodeURIComponent("香港 美食探店")}`,
    });
  });

  it("writes hashtags without blanks", () => {
    const tags = instagram?.searches.filter(({ kind }) => kind === "hashtag") ?? [];
    expect(tags.length).toBeGreaterThan(4);
    expect(tags.filter(({ word }) => /\s|-/.test(word))).toEqual([]);
  });

  it("names the followers to look for and whose word micro is", () => {
    expect(instagram?.band).toMatchObject({ tier: "micro", from: 10_000, below: 30_000 });
    expect(instagram?.policy.en).toMatch(/Hong Kong/);
  });

  it("takes the platforms of the market where none is named, and says which topics it does not know", () => {
    const china = finderSheet(
      { ...TERMS, market: "CN", platforms: [], topics: ["food", "kite-surfing"] },
      reference,
    );
    expect(china.platforms.map(({ platform }) => platform)).toEqual(
      expect.arrayContaining(["xiaohongshu", "douyin", "weibo", "bilibili", "wechat"]),
    );
    expect(china.platforms.map(({ platform }) => platform)).not.toContain("instagram");
    expect(china.unknownTopics).toEqual(["kite-surfing"]);
  });
});

describe("search words", () => {
  it.each(reference.topics.topics.map((topic) => [topic.slug, topic] as const))(
    "of %s are four to eight in each language, none twice",
    (_, { searchWords }) => {
      for (const words of Object.values(searchWords)) {
        expect(words.length).toBeGreaterThanOrEqual(4);
        expect(words.length).toBeLessThanOrEqual(8);
        expect(new Set(words).size).toBe(words.length);
      }
    },
  );

  it("lead to https addresses only, each with one place for the word", () => {
    const addresses = reference.platforms.flatMap(({ searches }) => searches.map(({ address }) => address));
    expect(
      addresses.filter((address) => address.split("{word}").length !== 2 || !/^https:\/\//.test(address)),
    ).toEqual([]);
  });
});
