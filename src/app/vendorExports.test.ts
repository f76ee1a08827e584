import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Account, Creator } from "#core/catalog/creator";
import { latestFigure } from "#core/catalog/latestFigure";
import {
  MIXED_PLATFORMS,
  SHEET_A_PLATFORM,
  type SheetPlan,
  THOUSANDS,
  workbookOf,
} from "../../test/quotationSheets.ts";
import { readCatalogFiles } from "./readCatalogFiles.ts";

const fixtures = resolve("test/exports");
const folder = mkdtempSync(join(tmpdir(), "chorale-exports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Read under a name that gives nothing away. */
async function readFixture(name: string) {
  const path = join(folder, "upload.csv");
  copyFileSync(join(fixtures, `${name}.csv`), path);
  return readCatalogFiles([path], { today: "2026-05-01" });
}

async function readSheets(sheets: readonly SheetPlan[]) {
  const path = join(folder, "upload.xlsx");
  writeFileSync(path, await workbookOf(sheets));
  return readCatalogFiles([path], { today: "2026-05-01" });
}

function accountOf(creators: readonly Creator[], name: string): Account {
  const found = creators.find(
    (creator) => creator.displayName === name || creator.accounts[0]?.handle === name,
  );
  if (!found?.accounts[0]) throw new Error(`${name} is not among ${creators.map((c) => c.displayName)}`);
  return found.accounts[0];
}

const figure = (account: Account, name: Parameters<typeof latestFigure>[1]) =>
  latestFigure(account, name)?.value ?? null;
const pricesOf = (account: Account) =>
  Object.fromEntries(
    account.rates.map((rate) => [
      rate.deliverable,
      `${rate.currency} ${rate.priceMinor / 100}${rate.priceMaxMinor === null ? "" : `-${rate.priceMaxMinor / 100}`}`,
    ]),
  );
const sharesOf = (account: Account) =>
  Object.fromEntries(account.audience.map((share) => [`${share.dimension} ${share.key}`, share.shareBp]));
const extraOf = (account: Account) => Object.assign({}, ...account.snapshots.map(({ extra }) => extra));

describe("exports of vendors and agencies", () => {
  it.each(readdirSync(fixtures).map((name) => name.replace(/\.csv$/, "")))(
    "%s is understood without a question, none of its rows refused",
    async (name) => {
      const { report } = await readFixture(name);
      expect(report[0]).toMatchObject({ as: "creators", rejected: 0, rejects: [] });
      expect(report[0]?.accepted).toBeGreaterThan(0);
      expect(report[0]?.notes.filter((note) => note.rule.key === "catalog.rule.currencyMissing")).toEqual([]);
    },
  );
});

describe("Pugongying", () => {
  it("gives reads, rates by reads, prices in yuan and the audience", async () => {
    const { creators, report } = await readFixture("pugongying-1");
    expect(report[0]).toMatchObject({ platform: "xiaohongshu", rows: 2 });
    const account = accountOf(creators, "暖炉小厨");
    expect(account).toMatchObject({ handle: "50110001", city: "chengdu", country: "CN", topics: ["food"] });
    expect([
      figure(account, "followers"),
      figure(account, "viewsAvg"),
      figure(account, "engagementsAvg"),
      figure(account, "engagementByViewsBp"),
      figure(account, "engagementByFollowersBp"),
    ]).toEqual([12_500, 5600, 320, 570, null]);
    expect(pricesOf(account)).toEqual({ note: "CNY 800", "video-note": "CNY 1200" });
    expect(sharesOf(account)).toEqual({ "gender female": 7820, "age 18-24": 3510, "age 25-34": 4100 });
    expect(extraOf(account)).toMatchObject({ impressionsMedian: 21_000, costPerRead: 0.14 });
    expect(pricesOf(accountOf(creators, "慢煮日和"))).toEqual({ note: "CNY 600" });
  });

  it("reads counts in ten thousands, rankings in a cell and the currency of the header", async () => {
    const { creators } = await readFixture("pugongying-2");
    const account = accountOf(creators, "木窗手账");
    expect([figure(account, "followers"), figure(account, "viewsAvg")]).toEqual([34_200, 12_400]);
    expect(account.rates.map((rate) => [rate.currency, rate.source.method])).toEqual([
      ["CNY", "measured"],
      ["CNY", "measured"],
    ]);
    expect(sharesOf(account)).toMatchObject({
      "gender female": 8800,
      "age 18-24": 4050,
      "region zhejiang": 1820,
    });
  });

  it("finds the header below a title, its day and currency, and passes over the remark below", async () => {
    const { creators, report } = await readFixture("pugongying-3");
    const account = accountOf(creators, "晨雾咖啡");
    expect(report[0]).toMatchObject({ platform: "xiaohongshu", rows: 1 });
    expect(report[0]?.notes.map(({ rule, rows }) => [rule.key, rows])).toEqual([["catalog.rule.remark", 1]]);
    expect(account.snapshots[0]?.observedOn).toBe("2026-03-01");
    expect(pricesOf(account)).toEqual({ note: "CNY 450", "video-note": "CNY 700" });
    expect(account.rates[0]?.source.method).toBe("measured");
    expect(extraOf(account)).toMatchObject({ "rate.note.filing": "filed" });
    expect(figure(account, "engagementByViewsBp")).toBe(610);
  });
});

describe("Xingtu", () => {
  it("gives prices by length, and expected views as estimates", async () => {
    const { creators, report } = await readFixture("xingtu-1");
    expect(report[0]).toMatchObject({ platform: "douyin", rows: 2 });
    const account = accountOf(creators, "阿木探店");
    expect(pricesOf(account)).toEqual({
      "video-20s": "CNY 3000",
      "video-60s": "CNY 4500",
      "video-long": "CNY 6000",
    });
    expect(latestFigure(account, "viewsAvg")).toMatchObject({
      value: 86_000,
      source: { method: "estimated" },
    });
    expect(latestFigure(account, "followers")).toMatchObject({
      value: 86_000,
      source: { method: "measured" },
    });
    expect(figure(account, "engagementByViewsBp")).toBe(420);
    expect(extraOf(account)).toMatchObject({ mcn: "暖阳文化", cpmExpected: 52.3 });
  });

  it("takes the median that was counted before the expectation that is modelled", async () => {
    const { creators } = await readFixture("xingtu-2");
    const account = accountOf(creators, "云朵妈妈");
    expect(account.externalId).toBe("90000000001");
    expect(latestFigure(account, "viewsAvg")).toMatchObject({
      value: 46_000,
      source: { method: "measured" },
    });
    expect(figure(account, "followers")).toBe(152_000);
    expect(pricesOf(account)["video-60s"]).toBe("CNY 8000");
    expect(sharesOf(account)).toMatchObject({ "gender female": 7200, "age 24-30": 3300 });
  });

  it("knows the short form of its headers", async () => {
    const { creators } = await readFixture("xingtu-3");
    expect(pricesOf(accountOf(creators, "山野车记"))).toEqual({
      "video-60s": "CNY 2600",
      "video-long": "CNY 3800",
    });
  });
});

describe("Modash", () => {
  it("tells the platform by the addresses, countries by name and share, real followers by the fake ones", async () => {
    const { creators, report } = await readFixture("modash-1");
    expect(report[0]).toMatchObject({ platform: "instagram", platformFrom: "addresses" });
    const account = accountOf(creators, "Moon Bakes");
    expect(account).toMatchObject({ handle: "moonbakes", country: "FR" });
    expect([
      figure(account, "viewsAvg"),
      figure(account, "engagementByFollowersBp"),
      figure(account, "realFollowersBp"),
    ]).toEqual([9100, 320, 8550]);
    expect(sharesOf(account)).toEqual({
      "country FR": 6120,
      "country BE": 740,
      "gender female": 7200,
      "gender male": 2800,
      "age 18-24": 3100,
      "age 25-34": 4250,
    });
    expect(account.audience.find((share) => share.key === "FR")?.qualifier).toBe("censored");
  });

  it("reads shares beside the name, and fractions", async () => {
    const { creators, report } = await readFixture("modash-2");
    expect(report[0]?.platform).toBe("tiktok");
    const account = accountOf(creators, "Tiny Kiln");
    expect([figure(account, "realFollowersBp"), figure(account, "engagementByFollowersBp")]).toEqual([
      8300, 640,
    ]);
    expect(sharesOf(account)).toEqual({ "country US": 5420, "country CA": 810 });
  });

  it("lets each row name its platform", async () => {
    const { creators } = await readFixture("modash-3");
    expect(creators.map((creator) => creator.accounts[0]?.platform)).toEqual(["instagram", "youtube"]);
    expect(figure(accountOf(creators, "northlamp"), "realFollowersBp")).toBe(8800);
  });
});

describe("HypeAuditor", () => {
  it("does not take a quality score for a share of real followers", async () => {
    const { creators, report } = await readFixture("hypeauditor-1");
    expect(report[0]?.platform).toBe("instagram");
    const account = accountOf(creators, "Quiet Loom");
    expect([figure(account, "followers"), figure(account, "realFollowersBp")]).toEqual([18_200, null]);
    expect(extraOf(account)).toMatchObject({ audienceQualityScore: 82, qualityAudience: 14_100 });
    expect(pricesOf(account)).toEqual({ post: "USD 150-250" });
  });

  it("takes the share of a quality audience for the real followers", async () => {
    const { creators } = await readFixture("hypeauditor-2");
    const account = accountOf(creators, "Quiet Loom TV");
    expect([account.platform, figure(account, "realFollowersBp"), figure(account, "viewsAvg")]).toEqual([
      "youtube",
      8100,
      8900,
    ]);
    expect(sharesOf(account)).toEqual({ "country IT": 5500, "country FR": 900 });
  });

  it("passes over the numbers of rows", async () => {
    const { creators } = await readFixture("hypeauditor-3");
    const account = accountOf(creators, "quietloom");
    expect([figure(account, "followers"), figure(account, "engagementByFollowersBp")]).toEqual([18_200, 291]);
    expect(Object.keys(extraOf(account))).not.toContain("#");
  });
});

describe("quotation sheets of agencies", () => {
  it("reads below the title, counts in ten thousands, and keeps rebate and tax", async () => {
    const { creators, report } = await readFixture("kanli-1");
    expect(report[0]).toMatchObject({ platform: "xiaohongshu", platformFrom: "column", rows: 2 });
    const account = accountOf(creators, "暖炉小厨");
    expect([account.platform, figure(account, "followers")]).toEqual(["xiaohongshu", 12_500]);
    expect(pricesOf(account)).toEqual({ note: "CNY 800", "video-note": "CNY 1200" });
    expect(extraOf(account)).toMatchObject({ rebate: "15%", taxIncluded: "不含税" });
    expect(report[0]?.notes.map(({ rows }) => rows)).toEqual([2]);
  });

  it("joins two lines of headers, and sells on each platform what its word means there", async () => {
    const { creators } = await readFixture("kanli-2");
    expect(
      Object.fromEntries(creators.map((creator) => [creator.displayName, pricesOf(creator.accounts[0]!)])),
    ).toEqual({
      河边小满: { "direct-post": "CNY 1500", repost: "CNY 900" },
      暖炉小厨: { note: "CNY 800", "video-note": "CNY 1200" },
      阿木探店: { "video-60s": "CNY 4500" },
      木窗手账: { "integrated-video": "CNY 6000" },
    });
    expect(extraOf(accountOf(creators, "河边小满"))).toMatchObject({
      "rate.direct-post.tax": "excluded",
      priceUsageRights: 500,
      priceDistribution: 300,
    });
  });

  it("tells the platform of each row by its address where no column names it", async () => {
    const { creators } = await readFixture("kanli-3");
    expect(creators.map((creator) => creator.accounts[0]?.platform)).toEqual([
      "xiaohongshu",
      "douyin",
      "weibo",
    ]);
    expect(pricesOf(accountOf(creators, "河边小满"))).toEqual({ "direct-post": "CNY 1590" });
    expect(extraOf(accountOf(creators, "暖炉小厨"))).toMatchObject({ "rate.note.tax": "included" });
  });

  it("takes currency and tax from the words above the table", async () => {
    const { creators } = await readFixture("kanli-4");
    const account = accountOf(creators, "harbourbites");
    expect([account.platform, figure(account, "followers")]).toEqual(["instagram", 12_500]);
    expect(pricesOf(account)).toEqual({ post: "HKD 2500", reel: "HKD 4000", "story-set": "HKD 800" });
    expect(extraOf(account)).toMatchObject({ rebate: "10%", "rate.post.tax": "excluded" });
  });

  it("reads Traditional Chinese headers with their own dollars", async () => {
    const { creators } = await readFixture("kanli-5");
    expect(pricesOf(accountOf(creators, "小島日常"))).toEqual({
      post: "TWD 8000",
      "story-set": "TWD 2500",
      reel: "TWD 12000",
    });
  });

  it("reads official accounts", async () => {
    const { creators } = await readFixture("kanli-6");
    const account = accountOf(creators, "城南读书会");
    expect([account.platform, figure(account, "followers"), figure(account, "viewsAvg")]).toEqual([
      "wechat",
      52_000,
      6800,
    ]);
    expect(pricesOf(account)).toEqual({ headline: "CNY 5000", second: "CNY 3000" });
  });

  it("reads a workbook with a cover, merged groups and a platform merged over its rows", async () => {
    const { creators, report } = await readSheets(MIXED_PLATFORMS);
    expect(report[0]).toMatchObject({ rows: 4, rejected: 0 });
    expect(
      Object.fromEntries(
        creators.map((creator) => [
          creator.displayName,
          [creator.accounts[0]!.platform, pricesOf(creator.accounts[0]!)],
        ]),
      ),
    ).toEqual({
      暖炉小厨: ["xiaohongshu", { note: "CNY 848", "video-note": "CNY 1272" }],
      慢煮日和: ["xiaohongshu", { note: "CNY 636" }],
      阿木探店: ["douyin", { "video-60s": "CNY 4770" }],
      山野车记: ["douyin", { "video-60s": "CNY 2756", live: "CNY 8000" }],
    });
    expect(extraOf(accountOf(creators, "暖炉小厨"))).toMatchObject({
      "rate.note.tax": "included",
      rebate: 0.15,
    });
    expect(accountOf(creators, "暖炉小厨").snapshots[0]?.observedOn).toBe("2026-04-01");
  });

  it("takes the platform from the sheet's name, prefers the filed price and names the sheet left unread", async () => {
    const { creators, report } = await readSheets(SHEET_A_PLATFORM);
    const account = accountOf(creators, "暖炉小厨");
    expect([account.platform, report[0]?.platformFrom]).toEqual(["xiaohongshu", "title"]);
    expect(pricesOf(account)).toEqual({ note: "CNY 800", "video-note": "CNY 1200" });
    expect(extraOf(account)).toMatchObject({ "rate.note.filing": "filed", "图文非报备报价（元）": "500" });
    expect(report[0]?.notes.map(({ rule, column }) => [rule.key, column])).toEqual([
      ["catalog.rule.otherSheet", "抖音"],
    ]);
  });

  it("reads prices in thousands, a heading between the rows and a total below", async () => {
    const { creators, report } = await readSheets(THOUSANDS);
    expect(report[0]).toMatchObject({ platform: "xiaohongshu", rows: 2, rejected: 0 });
    expect(pricesOf(accountOf(creators, "暖炉小厨"))).toEqual({ note: "CNY 800", "video-note": "CNY 1200" });
    expect(pricesOf(accountOf(creators, "慢煮日和"))).toEqual({ note: "CNY 600", "video-note": "CNY 1200" });
  });
});
