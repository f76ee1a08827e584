import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCreators } from "#storage/creators";
import { findCreators } from "./findCreators.ts";
import { house, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";
import { SearchIndexes } from "./searchIndexes.ts";

let indexes: SearchIndexes;
beforeEach(() => {
  indexes = new SearchIndexes();
});
afterEach(() => indexes.close());

const accounts = async () =>
  (await loadCreators(house.db, house.workspaceId)).flatMap(({ accounts }) => accounts);

describe("topics of a list of creators", () => {
  it.each([
    ["numbered columns", "Category_1,Category_2"],
    ["two columns of one name", "Category,Category"],
  ])("are all that a row names, in %s", async (_, categories) => {
    const path = write(
      "ranking.csv",
      `Rank,name,instagram name,${categories},followers,followers,country,Eng. (Avg.),Eng. (Avg.)\n` +
        "1,quiet.kiln,Quiet Kiln,Photography,Music,365.4K,365400,France,2.9K,2900\n" +
        "2,river.eats,River Eats,Music,,300K,300000,France,2K,2000\n",
    );
    await importFile(house, path, say);
    const topics = new Map((await accounts()).map(({ handle, topics }) => [handle, topics]));
    expect(topics.get("quiet.kiln")).toEqual(["photography", "music"]);
    expect(topics.get("river.eats")).toEqual(["music"]);
  });
});

describe("topics of posts", () => {
  const videos = (rows: string) =>
    write("youtube-videos.csv", `channel_id,video_id,published_at,title,category_id,view_count\n${rows}\n`);
  const channel = "UCinventedinventedinvent";

  it("come from the category of a YouTube video beside its hashtags, and the category stays as it came", async () => {
    const rows = [
      `${channel},v1,2026-01-04T17:15:08Z,Screens #pottery,28,1000`,
      `${channel},v2,2026-01-05T17:15:08Z,More,22,1000`,
      `${channel},v3,2026-01-06T17:15:08Z,Most,999,1000`,
    ];
    await importFile(house, videos(rows.join("\n")), say);
    const posts = (await accounts()).flatMap((account) => account.posts);
    const byKey = new Map(posts.map(({ externalKey, tags, extra }) => [externalKey, { tags, extra }]));
    expect(byKey.get("v1")).toEqual({ tags: ["pottery", "technology"], extra: { category_id: "28" } });
    // People & Blogs is what a video gets where nobody chooses, and nobody knows a category 999.
    expect([byKey.get("v2")?.tags, byKey.get("v3")?.tags]).toEqual([[], []]);
    const found = await findCreators(house, indexes, { topic: ["technology"] });
    expect(found.total).toBe(1);
  });

  it("are no category of another platform, whose numbers mean something else", async () => {
    const path = write(
      "tiktok-videos.csv",
      "handle,video_id,published_at,category_id,views\nkiln,v1,2026-01-04,28,1000\n",
    );
    await importFile(house, path, say);
    expect((await accounts()).flatMap(({ posts }) => posts.map(({ tags }) => tags))).toEqual([[]]);
  });
});
