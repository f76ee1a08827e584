import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCreators } from "#app/findCreators";
import { importFile } from "#app/importFiles";
import { loadDemo } from "#app/loadDemo";
import { SearchIndexes } from "#app/searchIndexes";
import type { FoundCreator } from "#core/catalog/discovery/find/findDocument";
import { foundCsv } from "../../src/web/find/foundCsv.ts";
import { type TestHouse, testHouse } from "../house.ts";

const CARRIED = [
  ...(["followers", "observedDay", "viewsAvg", "engagementByFollowersBp", "engagementByViewsBp"] as const),
  ...(["realFollowersBp", "activeFollowersBp", "videoShareBp"] as const),
];

describe("the CSV of found accounts", () => {
  let demo: TestHouse;
  let other: TestHouse;
  let indexes: SearchIndexes;
  beforeAll(async () => {
    demo = await testHouse({ kind: "demo" });
    other = await testHouse();
    await loadDemo(demo, (rule) => rule.key);
    const path = join(demo.rejectsDir, "..", "xiaohongshu.csv");
    writeFileSync(
      path,
      "handle,followers,active followers %,video share %,brands\nshelf,900,41.5,33.33,Larkmoor\n=HYPERLINK(1),800,,,\n",
    );
    await importFile(demo, path, { say: (rule) => rule.key });
    indexes = new SearchIndexes();
  }, 60_000);
  afterAll(async () => {
    await indexes?.close();
    await demo?.close();
    await other?.close();
  });

  const all = async (house: TestHouse) => (await findCreators(house, indexes, { limit: ["500"] })).results;
  const byAccount = (rows: readonly FoundCreator[]) =>
    new Map(rows.map((row) => [`${row.platform} ${row.handle}`, row]));

  it("is taken in whole by another workspace, with every figure that it says is carried", async () => {
    const before = await all(demo);
    expect(before.length).toBe(302);
    const path = join(other.rejectsDir, "..", "found.csv");
    writeFileSync(path, foundCsv(before, "EUR"));
    const report = await importFile(other, path, { say: (rule) => rule.key });
    expect(report).toMatchObject({ rows: 302, accepted: 302, rejected: 0 });
    const after = byAccount(await all(other));
    for (const row of before) {
      const again = after.get(`${row.platform} ${row.handle}`);
      const what = `${row.platform} ${row.handle}`;
      expect(again, what).toBeDefined();
      expect([again!.name, again!.categories.country, again!.categories.city], what).toEqual([
        ...[row.name, row.categories.country, row.categories.city],
      ]);
      expect([again!.categories.language, again!.topics], what).toEqual([
        row.categories.language,
        row.topics,
      ]);
      for (const name of CARRIED) {
        const [is, was] = [again!.numbers[name], row.numbers[name]];
        if (is === null || was === null) expect(is, `${name} of ${what}`).toBe(was);
        else expect(Math.abs(is - was), `${name} of ${what}`).toBeLessThan(0.01);
      }
      // A number of brands must not come back as a brand of that name, nor a price as one of anything.
      expect([again!.numbers.brands, again!.numbers.priceMinor], what).toEqual([null, null]);
    }
  });
});
