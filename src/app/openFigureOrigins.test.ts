import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NUMBER_NAMES } from "#core/catalog/discovery/figures";
import { RECENT_DAYS } from "#core/catalog/recentPosts";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { findCreators } from "./findCreators.ts";
import { importFile } from "./importFiles.ts";
import { loadDemo } from "./loadDemo.ts";
import { markCraft } from "./markCraft.ts";
import { openFigureOrigins } from "./openFigureOrigins.ts";
import { recordCollaboration } from "./recordCollaboration.ts";
import { SearchIndexes } from "./searchIndexes.ts";

let house: TestHouse;
let indexes: SearchIndexes;
beforeAll(async () => {
  house = await testHouse({ kind: "demo" });
  await loadDemo(house, (rule) => rule.key);
  const path = join(house.rejectsDir, "..", "instagram-plain.csv");
  const rows = ["handle,followers,avg_views,price,currency", "plain.fern,8000,2500,300,USD"];
  writeFileSync(path, `${rows.join("\n")}\n`);
  await importFile(house, path, { say: (rule) => rule.key });
  indexes = new SearchIndexes();
}, 60_000);
afterAll(async () => {
  await indexes.close();
  await house.close();
});

const find = async (said: Record<string, string>) =>
  (
    await findCreators(
      house,
      indexes,
      Object.fromEntries(Object.entries(said).map(([name, value]) => [name, [value]])),
    )
  ).results;

describe("where the figures of found accounts come from", () => {
  it("is known of every figure that a search knows, of every account", async () => {
    const [one] = await find({ query: "plain.fern" });
    await markCraft(house, { creatorId: one!.id, actor: "owner", mark: 4, note: null });
    await recordCollaboration(house, {
      ...{ creatorId: one!.id, accountId: one!.accountId, actor: "owner" },
      ...{ brand: "Larkmoor", onDate: "2026-01-10", paid: true, source: "her media kit" },
    });
    const found = await find({ limit: "500", sort: "followers" });
    expect(found.length).toBe(301);
    const origins = await openFigureOrigins(
      house,
      found.map(({ accountId }) => accountId),
    );
    const seen = new Set<string>();
    for (const { accountId, numbers } of found)
      for (const name of NUMBER_NAMES) {
        const origin = origins[accountId]![name];
        if (numbers[name] === null) continue;
        seen.add(name);
        expect(origin, `${name} of ${accountId}`).not.toBeNull();
        // A price list need not say since when it holds.
        if (!/^(price|cpm)Minor$/.test(name)) expect(origin!.observedOn, name).toMatch(/^\d{4}-\d\d-\d\d$/);
      }
    expect([...seen]).toEqual(
      expect.arrayContaining(["followers", "viewsAvg", "priceMinor", "cpmMinor", "brands", "craft"]),
    );
  });

  it("is both of stated engagements and followers where no rate is stated", async () => {
    const path = join(house.rejectsDir, "..", "instagram-vendor.csv");
    writeFileSync(path, "handle,followers,avg_engagement\nquiet.moss,40000,1000\n");
    await importFile(house, path, { say: (rule) => rule.key });
    const [one] = await find({ query: "quiet.moss" });
    expect(one!.numbers.engagementByFollowersBp).toBe(250);
    expect((await openFigureOrigins(house, [one!.accountId]))[one!.accountId]).toMatchObject({
      engagementByFollowersBp: { source: "instagram-vendor.csv", says: { key: "find.origin.engagements" } },
    });
  });

  it("is the file and its method where it was stated, and the cheapest quote in its own currency", async () => {
    const [{ accountId } = { accountId: "" }] = await find({ query: "plain.fern" });
    const { followers, viewsAvg, priceMinor, cpmMinor, engagementByFollowersBp, craft } = (
      await openFigureOrigins(house, [accountId])
    )[accountId]!;
    expect(followers).toMatchObject({ method: "measured", source: "instagram-plain.csv", says: null });
    expect(viewsAvg).toMatchObject({ source: "instagram-plain.csv", says: null });
    expect(priceMinor!.says).toMatchObject({
      key: "find.origin.price",
      values: { price: { amountMinor: 30_000, currency: "USD" } },
    });
    expect(cpmMinor).toMatchObject({ source: "instagram-plain.csv", says: { key: "find.origin.cpm" } });
    expect(engagementByFollowersBp).toBeNull();
    expect(craft).toMatchObject({ method: null, source: "owner" });
  });

  it("is how many recent posts where it was worked out, on the day they were seen", async () => {
    const found = await find({ limit: "500", sort: "saves" });
    const { accountId } = found.find(({ numbers }) => numbers.savesByViewsBp !== null)!;
    const { savesByViewsBp } = (await openFigureOrigins(house, [accountId]))[accountId]!;
    expect(savesByViewsBp).toMatchObject({
      ...{ method: "measured", source: null },
      says: { key: "find.origin.posts", values: { days: RECENT_DAYS } },
    });
    expect(savesByViewsBp!.says!.values["count"]).toBeGreaterThanOrEqual(5);
  });

  it("passes over accounts that are not there", async () => {
    const stranger = "01a21f3c-0000-7000-8000-000000000000";
    expect(await openFigureOrigins(house, ["nobody", stranger, ""])).toEqual({});
  });
});
