import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { latestFigure } from "#core/catalog/latestFigure";
import type { GridRow } from "#core/catalog/paste/gridRow";
import { loadCreators } from "#storage/creators";
import { listImports } from "#storage/imports";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { importFile } from "./importFiles.ts";
import { importPaste } from "./importPaste.ts";
import { previewPaste } from "./previewPaste.ts";
import { readCatalogFiles } from "./readCatalogFiles.ts";

const say = (rule: { readonly key: string }) => rule.key;

let house: TestHouse;
let folder: string;
beforeEach(async () => {
  house = await testHouse();
  folder = mkdtempSync(join(tmpdir(), "chorale-paste-"));
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const row = (account: string, rest: Partial<GridRow> = {}): GridRow => ({
  ...{ line: 1, text: account, platform: "instagram", account, kind: "handle" },
  ...{ name: "", followers: "", prices: "", ...rest },
});
const creators = () => loadCreators(house.db, house.workspaceId);
const followersOf = async () =>
  (await creators()).map(({ accounts: [account] }) => account && latestFigure(account, "followers"));

describe("importing a paste", () => {
  it("makes creators of platform, handle and followers, with day and source, and one import of kind handles", async () => {
    const rows = [
      row("moon.bakes", { followers: "1.2万" }),
      row("quiet_kiln", { line: 2, followers: "~12.3k" }),
    ];
    const done = await importPaste(house, rows, say);
    expect(done).toMatchObject({ as: "handles", rows: 2, accepted: 2, rejected: 0 });
    expect(await followersOf()).toMatchObject([
      { value: 12_000, source: { method: "measured", observedOn: "2026-03-02" } },
      { value: 12_300, source: { method: "estimated", trust: "C" } },
    ]);
    const [made] = await listImports(house.db, house.workspaceId);
    expect(made).toMatchObject({ as: "handles", rows: 2, platform: null });
    expect(made?.fileName).toMatch(/^paste 2026-03-02 [0-9a-f]{6}$/);
  });

  it("meets the account that a file brought, however the handle is spelled", async () => {
    await importFile(house, write("instagram.csv", "handle,followers\n@Moon.Bakes,9000\n"), { say });
    await importFile(house, write("weibo.csv", "uid,name,followers\n7712345678,青瓦,100\n"), { say });
    const text = "https://www.instagram.com/moon.bakes/?igsh=abc\nhttps://m.weibo.cn/u/7712345678";
    const { lines } = await previewPaste(house, text, null);
    const rows = lines.map(({ line, account }): GridRow => {
      const kind = account?.externalId ? "externalId" : "handle";
      return row(account?.[kind] ?? "", { line, kind, platform: account?.platform ?? "", followers: "500" });
    });
    expect(await importPaste(house, rows, say)).toMatchObject({ accepted: 2 });
    expect((await creators()).length).toBe(2);
    expect((await followersOf()).map((figure) => figure?.value)).toEqual([500, 500]);
  });

  it("meets the account of a file that names it by an address only", async () => {
    const file =
      "handle,followers\nhttps://www.instagram.com/Moon.Bakes/,9000\nhttps://vm.tiktok.com/ZMabc12De/,5\n";
    const done = await importFile(house, write("instagram.csv", file), { say });
    expect(done).toMatchObject({
      accepted: 1,
      rejects: [{ line: 3, rule: { key: "catalog.rule.nameless" } }],
    });
    expect((await creators())[0]?.accounts[0]?.handle).toBe("Moon.Bakes");
    await importPaste(house, [row("moon.bakes", { followers: "500" })], say);
    expect((await creators()).length).toBe(1);
  });

  it("takes a name for the handle that it is known under here", async () => {
    await importFile(house, write("xiaohongshu.csv", "小红书号,昵称,粉丝数\nyu_888,江边的阿榆,9000\n"), {
      say,
    });
    const text = "39 【江边的阿榆的个人主页】 😆 AbC1dEfG2h 😆 https://xhslink.com/m/9AbCdEfGh1J";
    const { lines } = await previewPaste(house, text, null);
    expect(lines[0]).toMatchObject({ account: { handle: "yu_888" }, notes: [{ key: "paste.knownAs" }] });
  });

  it("changes nothing when the same is pasted again, and lets a correction of the same day go first", async () => {
    await importPaste(house, [row("moon.bakes", { followers: "12" })], say);
    expect(await importPaste(house, [row("moon.bakes", { followers: "12" })], say)).toMatchObject({
      unchanged: 1,
    });
    expect(await listImports(house.db, house.workspaceId)).toHaveLength(1);
    await importPaste(house, [row("moon.bakes", { followers: "12k" })], say);
    expect((await followersOf())[0]?.value).toBe(12_000);
  });

  it("refuses a row alone: figures that are none, a creator with two prices, an address that names nobody", async () => {
    const done = await importPaste(
      house,
      [
        row("moon.bakes", { prices: "300 EUR reel" }),
        row("MOON.bakes", { line: 2, prices: "400 EUR reel" }),
        row("lots.of", { line: 3, followers: "lots" }),
        row("https://vm.tiktok.com/ZMabc12De/", { line: 4 }),
        row("no.platform", { line: 5, platform: "" }),
        row("price.only", { line: 6, prices: "300 EUR" }),
      ],
      say,
    );
    expect(done).toMatchObject({ accepted: 1, rejected: 5 });
    expect(done.rejects.map(({ line, rule }) => [line, rule.key])).toEqual([
      [2, "catalog.rule.repeated"],
      [3, "catalog.rule.count"],
      [4, "paste.is.short"],
      [5, "paste.is.platform"],
      [6, "paste.unclearPrice"],
    ]);
    expect((await creators())[0]?.accounts[0]?.rates).toMatchObject([
      { deliverable: "reel", priceMinor: 30_000 },
    ]);
  });

  it("takes a price without a currency only where the platform has a home market, and names it elsewhere", async () => {
    const text = "小红书 @野路面包房 粉丝1.2万 图文1500\nIG @anna.ash 12k, reel 300";
    const [home, abroad] = (await previewPaste(house, text, null)).lines;
    expect(home).toMatchObject({ offers: [{ deliverable: "note", price: "1500" }], notes: [] });
    expect(abroad).toMatchObject({
      offers: [],
      followers: 12_000,
      notes: [{ values: { price: "reel 300" } }],
    });
    await importPaste(house, [row("野路面包房", { platform: "xiaohongshu", prices: "图文1500" })], say);
    expect((await creators())[0]?.accounts[0]?.rates).toMatchObject([
      { currency: "CNY", priceMinor: 150_000, source: { method: "assumed" } },
    ]);
  });

  it("writes nothing when no row can be accepted, and nothing of more rows than a person looks through", async () => {
    await expect(importPaste(house, [row("a", { followers: "x" })], say)).rejects.toMatchObject({
      code: "bad-input",
    });
    const many = Array.from({ length: 201 }, (_, i) => row(`h${i}`, { line: i + 1 }));
    await expect(importPaste(house, many, say)).rejects.toMatchObject({ sentence: { key: "paste.tooMany" } });
    expect(await creators()).toEqual([]);
  });
});

describe("a pasted table", () => {
  const expected =
    "Name,Instagram handle,Followers,Reel price (EUR)\r\nAnna,@anna.ash,12k,300\r\nBea,@bea.ash,8k,200\r\n";
  it.each([
    [
      "a spreadsheet",
      "Name\tInstagram handle\tFollowers\tReel price (EUR)\nAnna\t@anna.ash\t12k\t300\nBea\t@bea.ash\t8k\t200",
    ],
    [
      "Markdown",
      "| Name | Instagram handle | Followers | Reel price (EUR) |\n|---|---|---|---|\n| Anna | @anna.ash | 12k | 300 |\n| Bea | @bea.ash | 8k | 200 |",
    ],
    [
      "a mail with blanks",
      "Name    Instagram handle   Followers   Reel price (EUR)\nAnna    @anna.ash   12k   300\nBea     @bea.ash    8k    200",
    ],
  ])("out of %s goes the way of a file", async (_, text) => {
    expect(await previewPaste(house, text, null)).toEqual({ sheet: expected, lines: [] });
  });

  it("without a header is read line by line", async () => {
    const { sheet, lines } = await previewPaste(
      house,
      "Instagram\t@anna.ash\t12k\nTikTok\t@bea.ash\t8k",
      null,
    );
    expect(sheet).toBeNull();
    expect(lines.map(({ account, followers }) => [account?.platform, account?.handle, followers])).toEqual([
      ["instagram", "anna.ash", 12_000],
      ["tiktok", "bea.ash", 8_000],
    ]);
  });
});

describe("a file with a handle a line", () => {
  const LIST = "IG @anna.ash 12k\nhttps://www.tiktok.com/@bea.ash\nhttps://vm.tiktok.com/ZMabc12De/\n";

  it("is known by its lines, takes what names somebody and lists the rest", async () => {
    const done = await importFile(house, write("LIST.txt", LIST), { say });
    expect(done).toMatchObject({ as: "handles", platform: null, rows: 3, accepted: 2, rejected: 1 });
    expect(done.notes).toMatchObject([
      { column: "followers", rule: { key: "paste.withoutFollowers" }, firstLine: 2 },
    ]);
    const rejects = readFileSync(done.rejectsFile ?? "", "utf8");
    // Opened elsewhere, the profile's own address is written into the row, and the file imported.
    const corrected = rejects.replace(/\n,,/, "\ntiktok,https://www.tiktok.com/@cleo.ash,");
    expect(await importFile(house, write("corrected.csv", corrected), { say })).toMatchObject({
      accepted: 1,
    });
    expect((await creators()).map(({ accounts: [account] }) => account?.handle).sort()).toEqual([
      "anna.ash",
      "bea.ash",
      "cleo.ash",
    ]);
  });

  it("makes creators for a plan of the lines that say their followers, and names the others", async () => {
    const { creators, report } = await readCatalogFiles([write("LIST.txt", LIST)], { today: "2026-03-02" });
    expect(creators.map(({ id }) => id)).toEqual(["instagram/anna.ash"]);
    expect(report[0]?.rejects.map(({ line, rule }) => [line, rule.key])).toEqual([
      [2, "paste.noFollowers"],
      [3, "paste.is.short"],
    ]);
  });

  it("is refused whole when most of it names nobody, and a table stays a table", async () => {
    const poem = write("poem.txt", "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n@李\n");
    await expect(importFile(house, poem, { say, as: "handles" })).rejects.toMatchObject({
      sentence: { key: "paste.noList" },
    });
    const sheet = "公众号刊例\n公众号名称,粉丝数(万),头条报价(元)\n城南读书会,3.2,1200\n";
    expect(await importFile(house, write("刊例.csv", sheet), { say })).toMatchObject({ as: "creators" });
    const table = write("instagram.csv", "handle,followers\n@anna.ash,12000\n");
    expect(await importFile(house, table, { say })).toMatchObject({ as: "creators" });
  });
});
