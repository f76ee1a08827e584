import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import { ChoraleError } from "#core/errors";
import { readProposal } from "./readProposal.ts";

const folder = mkdtempSync(join(tmpdir(), "chorale-proposal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string, market = "CN") {
  const path = join(folder, "list.csv");
  writeFileSync(path, text);
  return readProposal(path, { platform: null, mapping: NO_MAPPING, today: "2026-01-15", market });
}

async function refused(text: string, market = "CN"): Promise<ChoraleError> {
  const caught = await read(text, market).catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(ChoraleError);
  return caught as ChoraleError;
}

const HEADER = "platform,handle,followers,deliverable,price,currency\n";

describe("somebody's list", () => {
  it("has a creator on as many rows as it proposes things", async () => {
    const { creators, lines, name } = await read(
      `${HEADER}xiaohongshu,ada,8000,note,500,CNY\nxiaohongshu,ada,8000,video-note,900,CNY\nweibo,bo,9000,direct-post,700,CNY\n`,
    );
    expect(name).toBe("list.csv");
    expect(creators.map(({ accounts: [account] }) => account?.rates.length)).toEqual([2, 1]);
    expect(lines).toEqual([
      { line: 2, account: "xiaohongshu/ada", offers: [{ deliverable: "note", deal: "flat" }] },
      { line: 3, account: "xiaohongshu/ada", offers: [{ deliverable: "video-note", deal: "flat" }] },
      { line: 4, account: "weibo/bo", offers: [{ deliverable: "direct-post", deal: "flat" }] },
    ]);
  });

  it("is told that no line names a creator, when it is no list at all", async () => {
    const { sentence } = await refused("The moon is low\nAnd all the reeds are still\nA heron waits\n");
    expect(sentence.key).toBe("judge.noCreators");
  });

  it("may be a rate card, of whose prices one is meant", async () => {
    const { lines } = await read(
      "刊例 2026年1月\n平台,账号名称,粉丝数(万),图文报价(元),视频报价(元)\n小红书,暖炉小厨,1.25,800,1200\n小红书,慢煮日和,0.86,600,面议\n",
    );
    expect(lines.map(({ offers }) => offers.map(({ deliverable }) => deliverable))).toEqual([
      ["note", "video-note"],
      ["note"],
    ]);
  });

  it("is refused whole for a creator with two prices for the same thing, both lines named", async () => {
    const error = await refused(
      `${HEADER}xiaohongshu,ada,8000,note,500,CNY\nxiaohongshu,bo,9000,note,300,CNY\nxiaohongshu,ada,8000,note,650,CNY\n`,
    );
    expect(error.code).toBe("bad-input");
    expect(error.details.map(({ at }) => at)).toEqual([expect.stringContaining("line 4")]);
    expect(error.details.map(({ rule }) => rule.values["line"])).toEqual([2]);
  });

  it("is refused whole, every problem named, for prices without a currency and shares above 100 %", async () => {
    const { details, sentence } = await refused(
      "platform,handle,followers,female %,price,currency\ninstagram,ada,8000,62,500,\ninstagram,bo,9000,140,300,EUR\ninstagram,cy,9000,60,300,EUR\n",
    );
    expect(details.map(({ at }) => at).sort()).toEqual([
      expect.stringContaining("line 2"),
      expect.stringContaining("line 3"),
    ]);
    expect(sentence.values["problems"]).toBe(2);
    expect(sentence.values["line"]).toBe(2);
  });

  it("says once which of its rows name no currency and are read in the platform's own", async () => {
    const { creators, notes } = await read(
      "platform,handle,followers,note price,video price\nxiaohongshu,ada,8000,500,900\nxiaohongshu,bo,9000,¥300,\nxiaohongshu,cy,9000,400,\n",
    );
    expect(creators.flatMap(({ accounts }) => accounts[0]?.rates.map(({ currency }) => currency))).toEqual(
      Array(4).fill("CNY"),
    );
    expect(notes).toMatchObject([
      { rule: { key: "catalog.rule.currencyAssumed", values: { currency: "CNY" } }, rows: 2, lines: [2, 4] },
    ]);
  });

  it("is refused where a Chinese platform's prices could as well be in the money of Hong Kong or Taiwan", async () => {
    const bare = "platform,handle,followers,price\nxiaohongshu,ada,8000,500\n";
    expect((await refused(bare, "HK")).details.map(({ rule }) => rule.key)).toEqual([
      "catalog.rule.currencyMissing",
    ]);
    const taipei = "platform,handle,country,followers,price\nxiaohongshu,ada,TW,8000,500\n";
    expect((await refused(taipei)).details.map(({ at }) => at)).toEqual([expect.stringContaining("line 2")]);
  });

  it("reads 元 as the money of the creator's country, else of the brief's market, which is said", async () => {
    const currencyOf = async (row: string, market: string) => {
      const { creators, notes } = await read(`平台,账号名称,国家,粉丝数,图文报价(元)\n${row}\n`, market);
      return [creators[0]?.accounts[0]?.rates[0]?.currency, notes.length];
    };
    expect(await currencyOf("小红书,暖炉小厨,,8600,500", "CN")).toEqual(["CNY", 0]);
    expect(await currencyOf("小红书,暖炉小厨,台湾,8600,500", "CN")).toEqual(["TWD", 0]);
    expect(await currencyOf("小红书,暖炉小厨,,8600,500", "TW")).toEqual(["TWD", 1]);
  });

  it("finds in a remark what the columns do not say: unfiled, before tax, and who gets the rebate", async () => {
    const { creators } = await read(
      "平台,账号名称,粉丝数(万),图文报价(元),返点,备注\n小红书,暖炉小厨,1.25,800,15%,非报备价\n小红书,慢煮日和,0.86,600,0.1,不含税 税点6% 返点返还客户\n小红书,山野车记,0.86,700,,可探店\n",
    );
    const said = creators.map(({ accounts: [account] }) => account?.rates[0]?.terms);
    expect(said).toMatchObject([
      { filed: false, taxIncluded: null, rebateBp: 1500, rebateTo: null },
      { filed: null, taxIncluded: false, taxBp: 600, rebateBp: 1000, rebateTo: "buyer" },
      null,
    ]);
  });

  it("is none without a price, and none of something else than creators", async () => {
    expect((await refused("platform,handle,followers\ninstagram,ada,8000\n")).sentence.key).toBe(
      "judge.noPrices",
    );
    expect(
      (await refused("platform,handle,post_id,views,likes\ninstagram,ada,p1,200,20\n")).sentence.key,
    ).toBe("catalog.file.notCreators");
  });
});
