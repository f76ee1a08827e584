import { beforeEach, describe, expect, it } from "vitest";
import { loadCreators } from "#storage/creators";
import { house, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";
import { listHistory } from "./listHistory.ts";
import { nameBrand } from "./nameBrand.ts";
import { openCreatorFacts } from "./openCreatorFacts.ts";
import { recordCollaboration } from "./recordCollaboration.ts";
import { saveBrand } from "./saveBrand.ts";
import { undoEvent } from "./undoEvent.ts";

const POSTS = `博主,笔记ID,发布时间,标题,合作品牌,是否商单,阅读,评论,收藏
青木窑,n1,2026-02-20,手冲咖啡入门,山茶记,是,1000,10,30
青木窑,n2,2026-02-15,咖啡馆一日,,否,1000,20,20
青木窑,n3,2026-02-10,山茶記的新茶真好喝,,否,1000,5,5
青木窑,n4,2026-02-05,周末,,否,1000,5,5
青木窑,n5,2025-12-20,咖啡豆怎么选,,否,1000,30,50
`;
let creatorId = "";
let accountId = "";

beforeEach(async () => {
  await importFile(house, write("xiaohongshu-list.csv", "博主,粉丝,类型,MCN\n青木窑,9000,咖啡,\n"), say);
  await importFile(house, write("xiaohongshu-posts.csv", POSTS), say);
  const [creator] = await loadCreators(house.db, house.workspaceId);
  creatorId = creator!.id;
  accountId = creator!.accounts[0]!.id;
});

const facts = async (topic: string | null = null) => {
  const found = await openCreatorFacts(house, creatorId, topic);
  return { ...found, account: found.accounts[0]! };
};
const record = (said: Partial<Parameters<typeof recordCollaboration>[1]> = {}) =>
  recordCollaboration(house, {
    ...{ creatorId, accountId, actor: "owner", brand: "Moon & Rye", onDate: "2026-01-31", paid: true },
    ...{ source: "her media kit", ...said },
  });

describe("the facts of a creator", () => {
  it("are brands, level, depth on the topics of the account, and unpaid mentions of our brands", async () => {
    await saveBrand(house, { id: null, name: "山茶记", actor: "owner" });
    const { account, hasBrands } = await facts();
    expect(hasBrands).toBe(true);
    expect(account.collaborations).toMatchObject([{ brand: "山茶记", paid: true, postKey: "n1" }]);
    expect(account.level).toMatchObject({
      level: "semi-professional",
      why: { key: "catalog.level.why.sells" },
    });
    expect(account.sponsored).toMatchObject({ shareBp: 2000, sponsored: 1, known: 5 });
    expect(account.depths).toMatchObject([
      {
        topic: "coffee-tea",
        depth: { shareBp: 6000, spanDays: 62, comments: { byViewsBp: 200, posts: 3 } },
      },
    ]);
    expect(account.mentions).toMatchObject([
      {
        brand: "山茶记",
        said: "山茶记",
        where: "caption",
        unpaid: true,
        postKey: "n3",
        postedOn: "2026-02-10",
      },
    ]);
  });

  it("measure any topic or word that is asked for", async () => {
    expect((await facts("coffee")).account.depths[0]).toMatchObject({ topic: "coffee-tea" });
    expect((await facts("一日")).account.depths).toMatchObject([{ topic: "一日", depth: { onTopic: 1 } }]);
  });

  it("hold a brand entered by hand with its source, once, and undo it", async () => {
    await record();
    await record();
    const brands = async () =>
      (await facts()).account.collaborations.map(({ brand, source }) => [brand, source.source]);
    expect(await brands()).toEqual([
      ["山茶记", "xiaohongshu-posts.csv"],
      ["Moon & Rye", "her media kit"],
    ]);
    const [event] = await listHistory(house);
    expect(event?.says).toMatchObject({
      key: "history.creator.collaborationRecorded",
      values: { who: "青木窑", brand: "Moon & Rye" },
    });
    await undoEvent(house, event!.id, "owner");
    expect(await brands()).toHaveLength(1);
  });

  it.each([
    [{ brand: " @ " }, "brand"],
    [{ brand: "x".repeat(101) }, "brand"],
    [{ source: " " }, "source"],
    [{ onDate: "2026-02-30" }, "onDate"],
    [{ onDate: "2027-01-01" }, "onDate"],
    [{ accountId: "01890000-0000-7000-8000-000000000000" }, "accountId"],
  ])("refuse %j at %s and write nothing", async (said, at) => {
    const before = await listHistory(house);
    await expect(record(said)).rejects.toMatchObject({ at });
    expect(await listHistory(house)).toEqual(before);
    expect((await facts()).account.collaborations).toHaveLength(1);
  });
});

describe("the other names of a brand", () => {
  it("are met in posts, and taken back by undoing", async () => {
    const brand = await saveBrand(house, { id: null, name: "Camellia Notes", actor: "owner" });
    expect((await facts()).account.mentions).toEqual([]);
    const name = (aliases: string[]) => nameBrand(house, { id: brand.id, aliases, actor: "owner" });
    expect(await name([" 山茶记 ", "camellia notes", "山茶记"])).toEqual(["山茶记"]);
    expect((await facts()).account.mentions).toMatchObject([{ brand: "Camellia Notes", said: "山茶记" }]);
    await expect(name(["茶"])).rejects.toMatchObject({
      at: "aliases.0",
      sentence: { key: "storage.brand.short" },
    });
    await undoEvent(house, (await listHistory(house))[0]!.id, "owner");
    expect((await facts()).account.mentions).toEqual([]);
  });
});
