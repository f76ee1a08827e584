import { describe, expect, it } from "vitest";
import {
  deliverableNamed,
  deliverablesOf,
  deliverableWanted,
  formatNamed,
  formatPredicting,
  platformNamed,
  platformOf,
} from "#core/catalog/platform";
import { policyById, policyFor, tierOf } from "#core/catalog/tierPolicy";
import { convert } from "#core/fx";
import { isCurrency } from "#core/money";
import { readReference } from "./readReference.ts";
import { tiersFile } from "./referenceForms.ts";

const reference = readReference();
const { platforms, tierPolicies, topics, cities, fx } = reference;

describe("the shipped platforms", () => {
  it("hold every platform and deliverable that the product promises", () => {
    const promised: Record<string, string[]> = {
      instagram: ["post", "carousel", "reel", "story-set", "story-set-link"],
      tiktok: ["video"],
      youtube: ["video", "short", "live"],
      x: ["post"],
      facebook: ["post"],
      threads: ["post"],
      twitch: ["live"],
      linkedin: ["post"],
      blog: ["article"],
      podcast: ["episode"],
      newsletter: ["issue"],
      wechat: [
        "headline",
        "second",
        "lower",
        "authorised-repost",
        "moments",
        "group",
        "channels-video",
        "channels-live",
      ],
      weibo: ["direct-post", "repost"],
      xiaohongshu: ["note", "video-note", "live"],
      douyin: ["video-20s", "video-60s", "video-long", "live"],
      kuaishou: ["video"],
      bilibili: ["dedicated-video"],
      zhihu: ["answer"],
      dianping: ["review"],
      mafengwo: ["travelogue"],
      ctrip: ["note"],
      content: ["photo-set"],
      event: ["appearance"],
    };
    for (const [slug, deliverables] of Object.entries(promised)) {
      const sold = deliverablesOf(platforms, slug).map((kind) => kind.slug);
      expect(sold, slug).toEqual(expect.arrayContaining(deliverables));
    }
  });

  it("predict every deliverable by a format of its platform, or say that nobody sees it", () => {
    for (const platform of platforms) {
      for (const kind of platform.deliverables) {
        const format = formatPredicting(platforms, platform.slug, kind.slug);
        expect(format?.slug ?? null, `${platform.slug}/${kind.slug}`).toBe(kind.format);
      }
      expect(new Set(platform.deliverables.map((kind) => kind.slug)).size).toBe(platform.deliverables.length);
      expect(new Set(platform.formats.map((format) => format.slug)).size).toBe(platform.formats.length);
    }
    expect(new Set(platforms.map((platform) => platform.slug)).size).toBe(platforms.length);
  });

  it("name for every category of a platform a topic that there is", () => {
    const named = platforms.flatMap(({ categories }) => Object.values(categories?.topics ?? {}));
    expect(named.length).toBeGreaterThan(10);
    const known = topics.topics.map(({ slug }) => slug);
    expect(named.filter((slug) => !known.includes(slug))).toEqual([]);
  });

  it("are found by the words of files and of the trade", () => {
    expect(platformNamed(platforms, "小红书")?.slug).toBe("xiaohongshu");
    expect(platformNamed(platforms, "小紅書")?.slug).toBe("xiaohongshu");
    expect(platformNamed(platforms, " IG ")?.slug).toBe("instagram");
    expect(platformNamed(platforms, "myspace")).toBeNull();
    const xiaohongshu = platformOf(platforms, "xiaohongshu");
    expect(xiaohongshu && formatNamed(xiaohongshu, "normal")?.slug).toBe("note");
    expect(xiaohongshu && formatNamed(xiaohongshu, "video")?.slug).toBe("video-note");
    expect(deliverableNamed(platforms, "xiaohongshu", "图文报价")?.slug).toBe("note");
    expect(deliverableNamed(platforms, "wechat", "头条")?.slug).toBe("headline");
    expect(deliverableNamed(platforms, "instagram", "story + link")?.slug).toBe("story-set-link");
    expect(deliverableWanted("xiaohongshu/note", "xiaohongshu", "note")).toBe(true);
    expect(deliverableWanted("ctrip/note", "xiaohongshu", "note")).toBe(false);
  });

  it("sell content and events from an account of any platform", () => {
    const sold = deliverablesOf(platforms, "tiktok").map((kind) => kind.slug);
    expect(sold).toEqual(expect.arrayContaining(["photo-set", "video-asset", "appearance", "hosted-event"]));
    expect(formatPredicting(platforms, "tiktok", "photo-set")).toBeNull();
  });
});

describe("the shipped tier policies", () => {
  const tier = (id: string, followers: number) => {
    const policy = policyById(tierPolicies, id);
    return policy && tierOf(policy, followers);
  };

  it("call one size by different names, as their sources do", () => {
    expect(tier("hypeauditor-instagram", 4_000)).toBe("nano");
    expect(tier("hong-kong-small-budgets", 4_000)).toBe("micro");
    expect(tier("china-eac", 60_000)).toBe("mid");
    expect(tier("china-wechat-weibo-article", 60_000)).toBe("micro");
    expect(tier("xiaohongshu-jfound-2025", 7_000)).toBe("micro");
    expect(tier("weibo-campaign-asia-2017", 15_000)).toBe("micro");
    expect(tier("beichert-field-study", 500_000)).toBe("macro");
    expect(tier("china-parklu", 200_000)).toBe("micro");
  });

  it("leave a size without a name where the source names none", () => {
    expect(tier("hong-kong-small-budgets", 7_000)).toBeNull();
    expect(tier("beichert-field-study", 50_000)).toBeNull();
    expect(tier("china-wechat-weibo-article", 300_000)).toBeNull();
  });

  it("put a follower count on a border into the upper band", () => {
    expect(tier("hypeauditor-instagram", 4_999)).toBe("nano");
    expect(tier("hypeauditor-instagram", 5_000)).toBe("micro");
    expect(tier("hypeauditor-instagram", 999)).toBeNull();
  });

  it("have bands that do not overlap and defaults that exist", () => {
    for (const policy of tierPolicies.policies) {
      for (const [i, band] of policy.bands.entries()) {
        expect(band.below ?? Number.POSITIVE_INFINITY).toBeGreaterThan(band.from);
        expect(band.from, policy.id).toBeGreaterThanOrEqual(policy.bands[i - 1]?.below ?? 0);
      }
    }
    for (const row of tierPolicies.defaults)
      expect(policyById(tierPolicies, row.policy), row.policy).not.toBeNull();
  });

  it("are refused with more tiers than a search counts", () => {
    const { bands } = tiersFile.shape.policies.element.shape;
    const isRead = (tiers: number) =>
      bands.safeParse(Array.from({ length: tiers }, (_, i) => ({ tier: `tier-${i}`, from: i, below: i + 1 })))
        .success;
    expect([isRead(15), isRead(16)]).toEqual([true, false]);
  });

  it("are chosen by platform first, then by market", () => {
    expect(policyFor(tierPolicies, "CN").id).toBe("china-eac");
    expect(policyFor(tierPolicies, "CN", "xiaohongshu").id).toBe("xiaohongshu-jfound-2025");
    expect(policyFor(tierPolicies, "HK", "instagram").id).toBe("hong-kong-cloudbreakr-2024");
    expect(policyFor(tierPolicies, "HK", "weibo").id).toBe("china-eac");
    expect(policyFor(tierPolicies, "FR", "tiktok").id).toBe("hypeauditor-instagram");
  });
});

describe("the shipped topics", () => {
  it("are about forty, each word meaning one topic", () => {
    expect(topics.topics.length).toBeGreaterThanOrEqual(38);
    for (const topic of topics.topics) {
      for (const word of topics.wordsOf(topic.slug)) expect(topics.topicOf(word), word).toBe(topic.slug);
    }
  });

  it.each([
    ["美食", "food"],
    ["Food", "food"],
    ["#达拉斯美食", "food"],
    ["達拉斯美食", "food"],
    ["美食探店", "food"],
    ["旅游出行", "travel"],
    ["旅遊", "travel"],
    ["Sports with a ball", "sports"],
    ["wine tasting", "wine"],
    ["葡萄酒", "wine"],
    ["護膚", "skincare"],
    ["猫", "pets"],
    ["best street food", "food"],
    ["熊猫基地", null],
    ["zzz", null],
    ["", null],
  ])("understand %s as %s", (word, slug) => {
    expect(topics.topicOf(word)).toBe(slug);
  });
});

describe("the shipped places", () => {
  it.each([
    ["广州", "guangzhou"],
    ["廣州", "guangzhou"],
    ["Guangzhou", "guangzhou"],
    ["苏州", "suzhou"],
    ["宿州", "suzhou-anhui"],
    ["Suzhou", "suzhou"],
    ["哈尔滨市", "harbin"],
    ["Xi'an", "xian"],
    ["台北", "taipei"],
    ["München", "munich"],
    ["Atlantis", null],
  ])("find the city %s", (word, slug) => {
    expect(cities.cityOf(word)?.slug ?? null).toBe(slug);
  });

  it("find provinces as a platform lists them, and 海外 as no country", () => {
    expect(cities.regionOf("广东")?.slug).toBe("guangdong");
    expect(cities.regionOf("内蒙古")?.slug).toBe("inner-mongolia");
    expect(cities.regionOf("陕西")?.slug).not.toBe(cities.regionOf("山西")?.slug);
    expect(cities.regionOf("海外")).toMatchObject({ slug: "overseas", country: null });
    expect(cities.regionOf("台湾")?.country).toBe("TW");
  });

  it("find countries by code and by name in three languages", () => {
    expect(cities.countryOf("France")).toBe("FR");
    expect(cities.countryOf("法国")).toBe("FR");
    expect(cities.countryOf("美國")).toBe("US");
    expect(cities.countryOf("cn")).toBe("CN");
    expect(cities.countryOf("香港")).toBe("HK");
    expect(cities.countryOf("UK")).toBe("GB");
    for (const none of ["海外", "DD", "EU", "overseas"]) expect(cities.countryOf(none), none).toBeNull();
  });

  it("know the four first-tier cities and no other tier until one is imported", () => {
    expect(["beijing", "shanghai", "guangzhou", "shenzhen"].map((slug) => cities.tierOf(slug)?.tier)).toEqual(
      Array(4).fill("1"),
    );
    expect(cities.tierOf("chengdu")).toBeNull();
    const imported = cities.withTierList({ source: "a ranking", year: 2024, tiers: { chengdu: "new1" } });
    expect(imported.tierOf("chengdu")).toMatchObject({ tier: "new1", list: { source: "a ranking" } });
    expect(imported.tierOf("beijing")?.tier).toBe("1");
  });

  it("place every city in a region that exists, each slug once", () => {
    const regions = new Set(cities.tables.regions.map((region) => region.slug));
    for (const city of cities.tables.cities)
      expect(city.region === null || regions.has(city.region)).toBe(true);
    expect(new Set(cities.tables.cities.map((city) => city.slug)).size).toBe(cities.tables.cities.length);
    expect(cities.tables.cities.filter((city) => city.country === "CN")).toHaveLength(337);
  });
});

describe("the shipped exchange rates", () => {
  it("are of known currencies, dated, and lead from any to any", () => {
    for (const rate of fx) {
      expect(isCurrency(rate.quote), rate.quote).toBe(true);
      expect(rate.source).toMatch(/judgement/);
      const there = convert({ amountMinor: 1_000_000, currency: "CNY" }, rate.quote, fx);
      expect(convert(there.money, "CNY", fx).money.amountMinor / 1_000_000).toBeCloseTo(1, 2);
    }
  });
});
