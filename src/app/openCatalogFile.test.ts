import { describe, expect, it } from "vitest";
import { onInstagram, open } from "./openCatalogFile.fixture.ts";

describe("what the rows are", () => {
  it.each([
    ["handle,followers,country", "creators"],
    ["handle,followers,last updated", "creators"],
    ["date,handle,followers", "snapshots"],
    ["日期,博主昵称,粉丝数", "snapshots"],
    ["handle,post id,likes", "posts"],
    ["昵称,发布时间,点赞,评论", "posts"],
    ["userID,artistID,weight", "audience"],
    ["handle,dimension,key,share", "audience"],
    ["handle,deliverable,price,currency", "rates"],
    ["昵称,粉丝数,图文报价(元)", "creators"],
  ])("is told by the headers %s: %s", async (header, as) => {
    const { file } = await open(`${header}\n`.concat("1,2026-01-01,x,4\n"), onInstagram);
    expect(file.as).toBe(as);
  });

  it("is asked for when no column names an account", async () => {
    await expect(open("colour,size\nred,4\n", onInstagram)).rejects.toMatchObject({
      sentence: { key: "catalog.file.unknownKind" },
    });
  });
});

describe("the platform", () => {
  it.each([
    ["the flag", { platform: "抖音", name: "youtube.csv" }, "handle,platform\na,weibo\n", "douyin", "flag"],
    [
      "the mapping file",
      { mapping: { platform: "lastfm" }, name: "youtube.csv" },
      "handle\na\n",
      "lastfm",
      "mapping",
    ],
    ["a column", { name: "youtube.csv" }, "handle,平台\na,小红书\n", null, "column"],
    ["the headers", { name: "youtube.csv" }, "Tiktoker name,Tiktok name\na,b\n", "tiktok", "headers"],
    ["ids that begin with UC", {}, "channel_id,name\nUCabc,b\n", "youtube", "headers"],
    ["a word of the path", { name: "top-instagram-list.csv" }, "handle\na\n", "instagram", "path"],
  ] as const)("comes from %s first", async (_, given, text, platform, from) => {
    const { file } = await open(text, given);
    expect([file.platform, file.platformFrom]).toEqual([platform, from]);
  });

  it("is asked for, with the list, when nothing or two things tell it", async () => {
    for (const name of ["list.csv", "instagram-and-tiktok.csv"])
      await expect(open("handle\na\n", { name })).rejects.toMatchObject({
        sentence: {
          key: "catalog.file.unknownPlatform",
          values: { known: expect.stringContaining("xiaohongshu") },
        },
      });
  });

  it("refuses only the rows whose own platform is none", async () => {
    const { rows, rejects } = await open("handle,platform\na,小红书\nb,The Moon!\n");
    expect(rows.map((row) => row.account.platform)).toEqual(["xiaohongshu"]);
    expect(rejects).toEqual([[3, "platform", "The Moon!", "platform"]]);
  });

  it("is said of the whole file where a column names the same one in every row", async () => {
    const one = await open("handle,平台\na,小红书\nb,xiaohongshu\n", { name: "column.csv" });
    expect([one.file.platform, one.file.platformOfRows()]).toEqual([null, "xiaohongshu"]);
    const two = await open("handle,平台\na,小红书\nb,抖音\n", { name: "column.csv" });
    expect(two.file.platformOfRows()).toBeNull();
  });
});
