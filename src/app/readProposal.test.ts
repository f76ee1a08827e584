import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import { ChoraleError } from "#core/errors";
import { readProposal } from "./readProposal.ts";

const folder = mkdtempSync(join(tmpdir(), "chorale-proposal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string, name = "list.csv") {
  const path = join(folder, name);
  writeFileSync(path, text);
  return readProposal(path, { platform: null, mapping: NO_MAPPING, today: "2026-01-15" });
}

async function refused(text: string): Promise<ChoraleError> {
  const caught = await read(text).catch((error: unknown) => error);
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

  it("is none without a price, and none of something else than creators", async () => {
    expect((await refused("platform,handle,followers\ninstagram,ada,8000\n")).sentence.key).toBe(
      "judge.noPrices",
    );
    expect(
      (await refused("platform,handle,post_id,views,likes\ninstagram,ada,p1,200,20\n")).sentence.key,
    ).toBe("catalog.file.notCreators");
  });
});
