import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { latestFigure } from "#core/catalog/latestFigure";
import { readCatalogFiles } from "./readCatalogFiles.ts";

const catalogs = resolve(process.env["CHORALE_SHARED"] ?? "../shared", "data/catalogs");
const today = "2026-11-21";
const present = existsSync(catalogs);

const at = (path: string) => `${catalogs}/${path}`;
/** Lines of a file after its header: an independent count of rows where no cell holds a line break. */
const linesBelowHeader = (path: string) => readFileSync(at(path), "utf8").trimEnd().split("\n").length - 1;

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
