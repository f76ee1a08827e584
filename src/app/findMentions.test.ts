import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findCreators } from "./findCreators.ts";
import { house, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";
import { nameBrand } from "./nameBrand.ts";
import { saveBrand } from "./saveBrand.ts";
import { SearchIndexes } from "./searchIndexes.ts";

let indexes: SearchIndexes;
beforeEach(() => {
  indexes = new SearchIndexes();
});
afterEach(() => indexes.close());

describe("a search for who mentions a brand unpaid", () => {
  it("counts posts that are said to be unpaid, not sponsored ones nor those of which nobody said", async () => {
    const { id } = await saveBrand(house, { id: null, name: "Moon & Rye", actor: "owner" });
    await nameBrand(house, { id, aliases: ["山茶记"], actor: "owner" });
    const rows = [
      "unpaid_kiln,n1,2026-01-03,no,Bread with Moon & Rye",
      "paid_kiln,n2,2026-01-03,yes,Bread with Moon & Rye",
      "silent_kiln,n3,2026-01-03,,Bread with Moon & Rye",
      "alias_kiln,n4,2026-01-03,no,周末 山茶记",
      "other_kiln,n5,2026-01-03,no,Bread with nobody",
    ];
    const path = write(
      "instagram-posts.csv",
      `handle,post id,published at,sponsored,caption\n${rows.join("\n")}\n`,
    );
    await importFile(house, path, say);
    const found = await findCreators(house, indexes, { mentions: ["moon & rye"] });
    expect(found.results.map(({ handle }) => handle).sort()).toEqual(["alias_kiln", "unpaid_kiln"]);
  });
});
