import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { latestFigure } from "#core/catalog/latestFigure";
import { loadCreators } from "#storage/creators";
import { listImports } from "#storage/imports";
import { catalogs, contents, house, LIST, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";
import { readCatalogFiles } from "./readCatalogFiles.ts";

describe("importing a list of creators", () => {
  it("stores what it says, and nothing where it says nothing", async () => {
    const done = await importFile(house, write("xiaohongshu-2026-01.csv", LIST), say);
    expect(done).toMatchObject({
      as: "creators",
      platform: "xiaohongshu",
      rows: 2,
      accepted: 2,
      rejected: 0,
      unchanged: 0,
      rejectsFile: null,
    });
    const [first, second] = await loadCreators(house.db, house.workspaceId);
    expect(first?.accounts[0]).toMatchObject({
      handle: "moon.bakes",
      country: "FR",
      rates: [{ deliverable: "note", priceMinor: 30000, currency: "CNY", qualifier: "eq" }],
    });
    expect(second?.accounts[0]).toMatchObject({ handle: "river_eats", country: "FR", rates: [] });
    expect(latestFigure(second!.accounts[0]!, "followers")).toEqual({
      value: 12_000,
      source: {
        method: "measured",
        source: "xiaohongshu-2026-01.csv",
        observedOn: "2026-01-01",
        trust: null,
      },
    });
  });

  it("changes nothing when it comes again, on another day too", async () => {
    const undated = write("xiaohongshu.csv", LIST);
    const dated = write("xiaohongshu-2026-01.csv", LIST);
    for (const path of [undated, dated]) await importFile(house, path, say);
    const before = await contents();
    house.setNow(new Date("2026-04-01T00:00:00Z"));
    for (const path of [undated, dated])
      expect(await importFile(house, path, say)).toMatchObject({ accepted: 2, unchanged: 2, rejected: 0 });
    expect(await contents()).toBe(before);
  });

  it("keeps both days when an undated list brings new figures, and numbers the change", async () => {
    const path = write("xiaohongshu.csv", LIST);
    await importFile(house, path, say);
    house.setNow(new Date("2026-04-01T00:00:00Z"));
    write("xiaohongshu.csv", LIST.replace("1200", "1300"));
    expect(await importFile(house, path, say)).toMatchObject({ accepted: 2, unchanged: 1 });
    const [first] = await loadCreators(house.db, house.workspaceId);
    expect(first?.accounts[0]?.snapshots.map((s) => [s.observedOn, s.followers])).toEqual([
      ["2026-04-01", 1300],
      ["2026-03-02", 1200],
    ]);
    const { rows } = await sql<{
      handle: string;
      change_seq: number;
    }>`SELECT handle, change_seq FROM account ORDER BY handle`.execute(house.db);
    expect(rows.map((row) => row.change_seq)).toEqual([2, 1]);
  });

  it("refuses other figures of the same day and source, and the later of two contradicting rows", async () => {
    await importFile(house, write("xiaohongshu-2026-01.csv", LIST), say);
    const changed = write(
      "xiaohongshu-2026-01.csv",
      `${LIST.replace("1200", "1201")}moon.bakes,5,,\nnew.one,7,,\n`,
    );
    const done = await importFile(house, changed, say);
    expect(done).toMatchObject({ rows: 4, accepted: 2, rejected: 2, unchanged: 1 });
    const lines = readFileSync(done.rejectsFile!, "utf8").replace("\uFEFF", "").trim().split("\r\n");
    expect(lines.slice(1)).toEqual([
      "moon.bakes,5,,,4,handle,moon.bakes,catalog.rule.repeated",
      "moon.bakes,1201,FR,300,2,,moon.bakes,catalog.rule.storedOtherwise",
    ]);
  });

  it("refuses what nobody can have seen yet, and takes no day ahead from a file's name", async () => {
    house.setNow(new Date("2026-03-10T20:00:00Z"));
    const rows = "date,handle,followers\n2026-03-12,moon.bakes,1200\n2026-03-11,river_eats,3000\n";
    const done = await importFile(house, write("xiaohongshu-2026-04.csv", rows), say);
    // Where the sun rises first, the eleventh has begun.
    expect(done).toMatchObject({ accepted: 1, rejected: 1 });
    expect(done.rejects[0]).toMatchObject({ line: 2, column: "date", value: "2026-03-12" });
    const plain = write("xiaohongshu-2026-05.csv", "handle,followers\nquiet_kiln,5200\n");
    await importFile(house, plain, say);
    const creators = await loadCreators(house.db, house.workspaceId);
    expect(
      creators.flatMap(({ accounts }) => accounts.map((account) => account.snapshots[0]?.observedOn)),
    ).toEqual(expect.arrayContaining(["2026-03-11", "2026-03-10"]));
    const mapping = { source: { observedOn: "2026-04-01" } };
    await expect(importFile(house, plain, { ...say, mapping })).rejects.toMatchObject({
      sentence: { key: "catalog.file.observedAhead" },
    });
  });

  it("lets no spreadsheet run what stands in a rejects file, and takes it back as it was meant", async () => {
    const list =
      'handle,followers,bio,=cmd\nbright.kiln,12,,\n@slow.oven,many,"=HYPERLINK(""http://x"")",-5\n';
    const done = await importFile(house, write("tiktok.csv", list), say);
    const rejects = readFileSync(done.rejectsFile!, "utf8");
    const [head, row] = rejects.replace("\uFEFF", "").split("\r\n");
    expect(head).toMatch(/^handle,followers,bio,'=cmd,/);
    expect(row).toMatch(/^'@slow\.oven,many,"'=HYPERLINK\(""http:\/\/x""\)",-5,3,followers,many,/);
    writeFileSync(done.rejectsFile!, rejects.replaceAll("many", "15"));
    await importFile(house, done.rejectsFile!, say);
    const { accounts } = (await loadCreators(house.db, house.workspaceId))[1]!;
    expect(accounts.map(({ handle, bio }) => [handle, bio])).toEqual([
      ["slow.oven", '=HYPERLINK("http://x")'],
    ]);
  });

  it("takes back a corrected rejects file", async () => {
    const path = write("tiktok.csv", "handle,followers\nbright.kiln,12\nslow.oven,many\n");
    const done = await importFile(house, path, say);
    expect(done).toMatchObject({ accepted: 1, rejected: 1 });
    const corrected = readFileSync(done.rejectsFile!, "utf8").replace("slow.oven,many", "slow.oven,15");
    writeFileSync(done.rejectsFile!, corrected);
    expect(await importFile(house, done.rejectsFile!, say)).toMatchObject({
      platform: "tiktok",
      accepted: 1,
      rejected: 0,
      ignored: ["reject_line", "reject_column", "reject_value", "reject_rule"],
    });
    const creators = await loadCreators(house.db, house.workspaceId);
    expect(creators.map((creator) => creator.accounts[0]?.snapshots[0]?.followers)).toEqual([12, 15]);
    expect(creators[1]?.accounts[0]?.snapshots[0]?.source.source).toBe("tiktok.csv");
  });

  it("writes nothing under --strict when a row is refused, or when no row is acceptable", async () => {
    const before = await contents();
    const mixed = write("tiktok.csv", "handle,followers\na,1\nb,-5\n");
    await expect(importFile(house, mixed, { ...say, strict: true })).rejects.toMatchObject({
      code: "bad-input",
      sentence: { key: "catalog.file.strict" },
    });
    const hopeless = write("tiktok-2.csv", "handle,followers\na,x\nb,-5\n");
    await expect(importFile(house, hopeless, say)).rejects.toMatchObject({
      code: "bad-input",
      sentence: { key: "catalog.file.nothingAcceptable" },
    });
    expect(await contents()).toBe(before);
    expect(existsSync(house.rejectsDir) ? readdirSync(house.rejectsDir) : []).toEqual([]);
  });

  it("leaves nothing of a file that breaks off after many rows", async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `c${i},${i === 7 ? "x" : i}`).join("\n");
    const before = await contents();
    const path = write("tiktok.csv", `handle,followers\n${rows}\n"never closed,1\n`);
    await expect(importFile(house, path, say)).rejects.toMatchObject({
      sentence: { key: "catalog.file.quoteNotClosed" },
    });
    expect(await contents()).toBe(before);
    expect(readdirSync(house.rejectsDir)).toEqual([]);
  });
});

describe("a rejects folder that cannot be written", () => {
  it("refuses the import in one sentence and leaves nothing of it", async () => {
    writeFileSync(house.rejectsDir, "a file where the folder should be");
    const before = await contents();
    const path = write("tiktok.csv", "handle,followers\na,1\nb,-5\n");
    await expect(importFile(house, path, say)).rejects.toMatchObject({
      code: "unavailable",
      sentence: { key: "catalog.file.rejectsUnwritable" },
    });
    expect(await contents()).toBe(before);
  });
});

describe("linking files", () => {
  it("finds posts and snapshots their account whichever file comes first", async () => {
    const posts = write(
      "youtube-posts.csv",
      "channel_id,channel_title,video_id,published_at,duration,views,Wave\nUCx1,Quiet Kiln,v1,2026-01-03T10:00:00Z,PT45S,500,first\nUCx1,Quiet Kiln,v2,2026-01-05T10:00:00Z,PT10M5S,700,\n",
    );
    const creators = write(
      "youtube-list.csv",
      "channel_id,handle,name,country\nUCx1,@quietkiln,The Quiet Kiln,GB\n",
    );
    const series = write(
      "youtube-days.csv",
      "date,channel_id,subscribers,views\n2026-01-01,UCx1,90,1000\n2026-01-02,UCx1,95,1010\n",
    );
    for (const path of [posts, series, creators]) await importFile(house, path, say);
    const found = await loadCreators(house.db, house.workspaceId);
    expect(found).toMatchObject([
      {
        displayName: "The Quiet Kiln",
        accounts: [{ handle: "quietkiln", externalId: "UCx1", country: "GB" }],
      },
    ]);
    expect(found[0]?.accounts[0]?.posts.map((post) => [post.externalKey, post.format, post.views])).toEqual([
      ["v2", "video", 700],
      ["v1", "short", 500],
    ]);
    expect(found[0]?.accounts[0]?.posts.map(({ extra }) => extra)).toEqual([{}, { Wave: "first" }]);
    expect(found[0]?.accounts[0]?.snapshots.map((s) => s.followers)).toEqual([95, 90]);
    for (const path of [posts, series, creators]) {
      const again = await importFile(house, path, say);
      expect(again.unchanged).toBe(again.rows);
    }
  });
});

describe.skipIf(!existsSync(catalogs))(`importing the real catalogs (skipped without ${catalogs})`, () => {
  it.each([
    ["xiaohongshu-koc/creators.json", null],
    ["xiaohongshu-koc/posts.csv", null],
    ["youtube-tech/channels_reference.csv", null],
    ["youtube-tech/youtube_daily_snapshots.csv", null],
    ["youtube-tech/videos-2026-02.csv", null],
    ["hypeauditor-2022/instagram-2022-12.csv", null],
    ["hypeauditor-2022/tiktok-2022-09.csv", null],
    ["lastfm-audience/artists.tsv", "lastfm"],
    ["lastfm-audience/user_artists.tsv", "lastfm"],
  ])("stores %s as it is read in memory, and changes nothing the second time", async (name, platform) => {
    const path = join(catalogs, name);
    const options = { ...say, platform };
    const { report } = await readCatalogFiles([path], { platform, today: "2026-03-02" });
    const { rows, accepted, rejected, unchanged } = report[0]!;
    expect(await importFile(house, path, options)).toMatchObject({ rows, accepted, rejected, unchanged });
    const before = await contents();
    house.setNow(new Date("2026-05-01T00:00:00Z"));
    expect(await importFile(house, path, options)).toMatchObject({
      rows,
      accepted,
      rejected,
      unchanged: accepted,
    });
    expect(await contents()).toBe(before);
    expect(await listImports(house.db, house.workspaceId)).toHaveLength(1);
  });

  it("loads the same creators from the database as from the files", async () => {
    const paths = ["creators.json", "posts.csv"].map((name) => join(catalogs, "xiaohongshu-koc", name));
    for (const path of paths) await importFile(house, path, say);
    const { creators } = await readCatalogFiles(paths, { today: "2026-03-02" });
    const stored = await loadCreators(house.db, house.workspaceId, null, 10_000);
    const plain = (list: typeof creators) =>
      list.map(({ displayName, accounts: [account] }) => {
        const { id: _, audience, posts, rates, ...rest } = account!;
        const source = { method: "", source: "", observedOn: null, trust: null };
        return {
          displayName,
          ...rest,
          snapshots: rest.snapshots,
          rates: rates.map((rate) => ({ ...rate, source })),
          audience: audience
            .map((share) => `${share.dimension} ${share.key} ${share.shareBp} ${share.qualifier}`)
            .sort(),
          posts: posts.map((post) => `${post.externalKey} ${post.format} ${post.likes} ${post.tags}`).sort(),
        };
      });
    expect(plain(stored)).toEqual(plain(creators));
  });
});
