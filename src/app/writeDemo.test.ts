import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReference } from "#connectors/data/readReference";
import { readBrief } from "#connectors/files/readBrief";
import { parseBrief } from "#core/brief/parseBrief";
import type { Account } from "#core/catalog/creator";
import { makeDemo } from "./makeDemo.ts";
import { readCatalogFiles } from "./readCatalogFiles.ts";
import { writeDemo } from "./writeDemo.ts";

const TODAY = "2026-01-15";

describe("the demo market written to a folder", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "demo-"));
    await writeDemo(folder, TODAY);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is read back as it was made, nothing rejected, nothing ignored", async () => {
    const files = [join(folder, "creators.csv"), join(folder, "posts.csv")];
    const { creators, report } = await readCatalogFiles(files, { today: TODAY });
    expect(report.map(({ as, rejected, ignored }) => ({ as, rejected, ignored }))).toEqual([
      { as: "creators", rejected: 0, ignored: [] },
      { as: "posts", rejected: 0, ignored: [] },
    ]);
    const made = new Map(
      makeDemo(TODAY).creators.map(({ accounts: [account] }) => [account?.handle, account]),
    );
    expect(creators).toHaveLength(made.size);
    for (const creator of creators) {
      const [account] = creator.accounts;
      expect(account && gist(account)).toEqual(gist(made.get(account?.handle) as Account));
    }
  });

  it("has two briefs that are sound on that day", async () => {
    for (const [name, currency] of [
      ["brief.yaml", "CNY"],
      ["brief-france.yaml", "EUR"],
    ] as const) {
      const brief = parseBrief(await readBrief(join(folder, name)), readReference(), TODAY);
      expect(brief.currency).toBe(currency);
      expect(brief.warnings).toEqual([]);
    }
  });

  it("says so when the folder cannot be made", async () => {
    await writeFile(join(folder, "taken"), "");
    await expect(writeDemo(join(folder, "taken"), TODAY)).rejects.toMatchObject({ code: "refused" });
  });
});

/** What must survive the way through the files. */
function gist(account: Account) {
  const figures = account.snapshots.map(({ source, observedOn, ...rest }) => [
    source.method,
    observedOn,
    rest,
  ]);
  return {
    platform: account.platform,
    place: [account.country, account.city, account.language],
    topics: account.topics,
    figures,
    audience: account.audience
      .map((share) => `${share.dimension} ${share.key} ${share.shareBp} ${share.qualifier}`)
      .sort(),
    rates: account.rates
      .filter((rate) => rate.deal === "flat")
      .map(
        (rate) =>
          `${rate.deliverable} ${rate.priceMinor} ${rate.priceMaxMinor} ${rate.qualifier} ${rate.currency}`,
      )
      .sort(),
    posts: account.posts.map((post) => [post.externalKey, post.format, post.views, post.likes, post.saves]),
  };
}
