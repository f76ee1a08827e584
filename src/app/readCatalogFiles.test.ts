import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { latestFigure } from "#core/catalog/latestFigure";
import { readCatalogFiles } from "./readCatalogFiles.ts";

const catalogs = resolve(process.env["CHORALE_SHARED"] ?? "../shared", "data/catalogs");
const today = "2026-11-21";
const present = existsSync(catalogs);

const at = (path: string) => `${catalogs}/${path}`;
/** Lines of a file after its header: an independent count of rows where no cell holds a line break. */
const linesBelowHeader = (path: string) => readFileSync(at(path), "utf8").trimEnd().split("\n").length - 1;

const folder = mkdtempSync(join(tmpdir(), "chorale-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe("several files of one call", () => {
  const read = (...paths: string[]) => readCatalogFiles(paths, { platform: "instagram", today });

  it("count a repeat with equal figures as unchanged and refuse other figures, naming the file", async () => {
    const first = write(
      "first.csv",
      "handle,followers,post price (EUR)\namber.kiln,1200,300\nslow.oven,900,\n",
    );
    const second = write(
      "second.csv",
      "handle,followers,post price (EUR)\n@amber.kiln,1200,300\nslow.oven,950,\n",
    );
    const third = write("third.csv", "handle,followers,post price (EUR)\namber.kiln,1200,350\nnew.loom,5,\n");
    const { creators, report } = await read(first, second, third);
    expect(report.map(({ accepted, rejected, unchanged }) => [accepted, rejected, unchanged])).toEqual([
      [2, 0, 0],
      [1, 1, 1],
      [1, 1, 0],
    ]);
    expect(report[1]?.rejects).toMatchObject([
      {
        line: 3,
        column: "followers",
        value: "slow.oven: 950",
        rule: { key: "catalog.rule.otherFile", values: { known: 900, file: "first.csv" } },
      },
    ]);
    expect(report[2]?.rejects).toMatchObject([{ line: 2, column: "rate.post" }]);
    expect(creators.map((creator) => creator.accounts[0]?.snapshots.length)).toEqual([1, 1, 1]);
    expect(creators.map((creator) => creator.accounts[0]?.rates.length)).toEqual([1, 0, 0]);
  });

  it("keep figures of another day, and figures that only one file has", async () => {
    const january = write("list-2026-01.csv", "handle,followers\namber.kiln,1200\n");
    const february = write("list-2026-02.csv", "handle,followers\namber.kiln,1300\n");
    const ages = write("ages-2026-02.csv", "handle,avg views,age 18-24\namber.kiln,400,61.5\n");
    const { creators, report } = await read(january, february, ages);
    expect(report.map(({ rejected, unchanged }) => [rejected, unchanged])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const account = creators[0]?.accounts[0];
    expect(account?.snapshots.map((s) => [s.observedOn, s.followers, s.viewsAvg])).toEqual([
      ["2026-02-01", null, 400],
      ["2026-02-01", 1300, null],
      ["2026-01-01", 1200, null],
    ]);
    expect(account?.audience).toHaveLength(1);
  });
});

describe.skipIf(!present)(`reading the real catalogs (skipped without ${catalogs})`, () => {
  it.each([
    ["youtube-tech/channels_reference.csv", "creators", "youtube", "headers", 0, 0],
    ["youtube-tech/youtube_daily_snapshots.csv", "snapshots", "youtube", "headers", 0, 0],
    ["youtube-tech/videos-2026-02.csv", "posts", "youtube", "headers", 0, 0],
    // Nine handles stand twice in the first list, two of them with other figures; four and two in the second.
    ["hypeauditor-2022/instagram-2022-12.csv", "creators", "instagram", "headers", 2, 7],
    ["hypeauditor-2022/tiktok-2022-09.csv", "creators", "tiktok", "headers", 2, 2],
    ["xiaohongshu-koc/posts.csv", "posts", "xiaohongshu", "path", 0, 0],
  ])("accounts for every row of %s", async (path, as, platform, platformFrom, rejected, unchanged) => {
    const { report } = await readCatalogFiles([at(path)], { today });
    const rows = linesBelowHeader(path);
    expect(report).toMatchObject([
      { as, platform, platformFrom, rows, accepted: rows - rejected, rejected, unchanged },
    ]);
  });

  it("accounts for every artist and every listener of the audience overlap", async () => {
    const artists = "lastfm-audience/artists.tsv";
    const edges = "lastfm-audience/user_artists.tsv";
    const { creators, report } = await readCatalogFiles([at(artists), at(edges)], {
      platform: "lastfm",
      today,
    });
    expect(report).toMatchObject([
      { as: "creators", accepted: linesBelowHeader(artists), rejected: 0 },
      { as: "audience", accepted: linesBelowHeader(edges), rejected: 0 },
    ]);
    expect(creators.length).toBe(linesBelowHeader(artists));
    const kept = creators.map((creator) => creator.accounts[0]?.sample?.hashes.length ?? 0);
    expect(kept.reduce((sum, n) => sum + n, 0)).toBe(linesBelowHeader(edges));
    const listeners = new Set(
      creators.flatMap((creator) => [...(creator.accounts[0]?.sample?.hashes ?? [])]),
    );
    const users = readFileSync(at(edges), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t")[0]);
    expect(listeners.size).toBe(new Set(users).size);
  });

  it("reads the Xiaohongshu creators with their posts, audiences and floor prices", async () => {
    const { creators, report } = await readCatalogFiles(
      [at("xiaohongshu-koc/creators.json"), at("xiaohongshu-koc/posts.csv")],
      { today },
    );
    const records = JSON.parse(readFileSync(at("xiaohongshu-koc/creators.json"), "utf8")) as Record<
      string,
      unknown
    >[];
    expect(report[0]).toMatchObject({ as: "creators", platform: "xiaohongshu", rows: 101, accepted: 101 });
    expect(creators.length).toBe(records.length);
    const accounts = creators.map((creator) => creator.accounts[0]!);
    expect(accounts.reduce((sum, account) => sum + account.posts.length, 0)).toBe(
      linesBelowHeader("xiaohongshu-koc/posts.csv"),
    );
    const rates = accounts.flatMap((account) => account.rates);
    const quoted = records.map((record) => Number(record["图文报价(RMB)"])).filter((quote) => quote > 0);
    expect(rates.length).toBe(quoted.length);
    expect(rates.filter((rate) => rate.qualifier === "le").map((rate) => rate.priceMinor)).toEqual(
      Array(45).fill(1000),
    );
    expect(rates.every((rate) => rate.currency === "CNY" && rate.source.method === "estimated")).toBe(true);
    const active = accounts.flatMap((account) => latestFigure(account, "activeFollowersBp") ?? []);
    expect(active.length).toBe(35);
    expect(active.every((figure) => figure.source.method === "estimated")).toBe(true);
    const recent = records.map((record) => Number(record["note_count_90"]) >= 3);
    const likes = accounts.map((account) => latestFigure(account, "likesAvg"));
    expect(likes.map((figure) => figure?.source.source.endsWith("(90 d)") ?? false)).toEqual(recent);
    expect(likes[0]?.value).toBe(41.25);
    const regions = accounts[0]!.audience.filter((share) => share.dimension === "region");
    expect(regions.map((share) => share.qualifier)).toEqual(Array(5).fill("censored"));
    expect(accounts[0]!.audience.find((share) => share.key === "45+")?.shareBp).toBe(338);
  });

  it("reads the same files into the same creators", async () => {
    const paths = [at("xiaohongshu-koc/creators.json"), at("xiaohongshu-koc/posts.csv")];
    const [first, second] = [
      await readCatalogFiles(paths, { today }),
      await readCatalogFiles(paths, { today }),
    ];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });
});
