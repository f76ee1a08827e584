import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collaborationsOf } from "#storage/collaborations";
import { loadCreators } from "#storage/creators";
import { catalogs, house, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";
import { listHistory } from "./listHistory.ts";
import { readCatalogFiles } from "./readCatalogFiles.ts";
import { undoEvent } from "./undoEvent.ts";

const posts = async () =>
  (await loadCreators(house.db, house.workspaceId)).flatMap(({ accounts }) =>
    accounts.flatMap((a) => a.posts),
  );
const brands = async () => {
  const [creator] = await loadCreators(house.db, house.workspaceId);
  const id = creator?.accounts[0]?.id ?? "";
  const found = (await collaborationsOf(house.db, house.workspaceId, [id])).get(id) ?? [];
  return found.map(({ brand, onDate, paid, postKey }) => [brand, onDate, paid, postKey]);
};
const undo = async () => {
  const event = (await listHistory(house)).find(({ action }) => action === "undo");
  return undoEvent(house, event!.id, "owner");
};

describe("the text of posts", () => {
  it("is title and text of the file, and its hashtags are the tags where no column has them", async () => {
    const path = write(
      "xiaohongshu-posts.csv",
      "博主,笔记ID,发布时间,标题,正文,话题,点赞\n青木窑,n1,2026-01-03,三天做好的欧包,全程不用酵母 #欧包[话题]# #家庭烘焙[话题]#,,5\n青木窑,n2,2026-01-05,,#不算 只看话题列,烘焙,7\n青木窑,n3,2026-01-06,,,,8\n",
    );
    await importFile(house, path, say);
    expect((await posts()).map(({ externalKey, caption, tags }) => [externalKey, caption, tags])).toEqual([
      ["n3", null, []],
      ["n2", "#不算 只看话题列", ["烘焙"]],
      ["n1", "三天做好的欧包\n全程不用酵母 #欧包[话题]# #家庭烘焙[话题]#", ["欧包", "家庭烘焙"]],
    ]);
  });

  it("is filled in by a later export with the same figures, and taken out again by undoing it", async () => {
    const bare = write("tiktok-a.csv", "handle,post id,published at,views\nkiln,p1,2026-01-03,500\n");
    await importFile(house, bare, say);
    const before = await posts();
    const full = write(
      "tiktok-b.csv",
      "handle,post id,published at,views,caption,sponsored\nkiln,p1,2026-01-03,500,First firing #pottery,yes\n",
    );
    expect(await importFile(house, full, say)).toMatchObject({ accepted: 1, unchanged: 0 });
    expect(await posts()).toMatchObject([
      { caption: "First firing #pottery", tags: ["pottery"], sponsored: true },
    ]);
    expect(await importFile(house, full, say)).toMatchObject({ accepted: 1, unchanged: 1 });
    const other = write(
      "tiktok-c.csv",
      "handle,post id,published at,views,caption\nkiln,p1,2026-01-03,500,Else\n",
    );
    await importFile(house, other, say);
    expect((await posts())[0]?.caption).toBe("First firing #pottery");
    await undo();
    await undo();
    expect(await posts()).toEqual(before);
  });

  it.skipIf(!existsSync(catalogs))(
    "is read of every video of the real catalog that has a title",
    async () => {
      const path = join(catalogs, "youtube-tech/videos-2026-02.csv");
      const { creators } = await readCatalogFiles([path], { platform: null, today: "2026-03-02" });
      const all = creators.flatMap(({ accounts }) => accounts.flatMap((account) => account.posts));
      expect(all.length).toBeGreaterThan(100);
      expect(all.filter(({ caption }) => caption === null)).toEqual([]);
    },
  );
});

describe("brands that a file names", () => {
  it("are paid collaborations of sponsored posts, unpaid mentions of others, and either where nobody said", async () => {
    const path = write(
      "xiaohongshu-posts.csv",
      "博主,笔记ID,发布时间,合作品牌,是否商单,点赞\n青木窑,n1,2026-01-03,山茶记、Moon & Rye,是,5\n青木窑,n2,2026-01-05,山茶记,否,7\n青木窑,n3,2026-01-07,@山茶记,,9\n青木窑,n4,2026-01-08,无,是,9\n",
    );
    expect(await importFile(house, path, say)).toMatchObject({ accepted: 4, unchanged: 0 });
    expect(await brands()).toEqual([
      ["山茶记", "2026-01-07", null, "n3"],
      ["山茶记", "2026-01-05", false, "n2"],
      ["Moon & Rye", "2026-01-03", true, "n1"],
      ["山茶记", "2026-01-03", true, "n1"],
    ]);
    expect(await importFile(house, path, say)).toMatchObject({ accepted: 4, unchanged: 4 });
    // Another export of the same post tells that it was paid.
    const told = write(
      "xiaohongshu-posts-2.csv",
      "博主,笔记ID,发布时间,合作品牌,是否商单,点赞\n青木窑,n3,2026-01-07,山茶记,是,9\n",
    );
    await importFile(house, told, say);
    expect((await brands())[0]).toEqual(["山茶记", "2026-01-07", true, "n3"]);
    expect(await brands()).toHaveLength(4);
    await undo();
    expect((await brands())[0]).toEqual(["山茶记", "2026-01-07", null, "n3"]);
  });

  it("come once from a list of creators with a row a deliverable, with the day where one stands in brackets", async () => {
    const path = write(
      "xiaohongshu-list.csv",
      "博主,粉丝,合作形式,报价,币种,合作品牌\n青木窑,9000,图文,300,CNY,山茶记（2025-11-11）/南山盐等\n青木窑,9000,视频,500,CNY,山茶记（2025-11-11）/南山盐等\n青木窑,8000,直播,900,CNY,\n",
    );
    const { rejects, ...report } = await importFile(house, path, say);
    expect(report).toMatchObject({ accepted: 2, rejected: 1, unchanged: 0 });
    // Other followers on the same day: one of the two is wrong.
    expect(rejects).toMatchObject([{ line: 4, rule: { key: "catalog.rule.storedOtherwise" } }]);
    const expected = [
      ["山茶记", "2025-11-11", null, null],
      ["南山盐", null, null, null],
    ];
    expect(await brands()).toEqual(expected);
    expect(await importFile(house, path, say)).toMatchObject({ unchanged: 2 });
    expect(await brands()).toEqual(expected);
    const more = write("xiaohongshu-list-2.csv", "博主,粉丝,合作品牌\n青木窑,9000,青石茶\n");
    expect(await importFile(house, more, say)).toMatchObject({ unchanged: 0 });
    expect(await brands()).toHaveLength(3);
    await undo();
    expect(await brands()).toEqual(expected);
  });

  it("refuse the row where a cell is longer than any name", async () => {
    const prose = "a whole paragraph about everything ".repeat(5);
    const path = write("tiktok.csv", `handle,followers,brands\na,1,Kiln\nb,2,${prose}\n`);
    const { accepted, rejects } = await importFile(house, path, say);
    expect(accepted).toBe(1);
    expect(rejects).toMatchObject([{ line: 3, column: "brands", rule: { key: "catalog.rule.brand" } }]);
  });
});
