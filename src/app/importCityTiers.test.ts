import { describe, expect, it } from "vitest";
import { listCityTiers } from "#storage/cityTiers";
import { house, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";

describe("importing a ranking of cities", () => {
  it("stores it under its name and year, and refuses a city that stands there otherwise", async () => {
    const path = write(
      "fair-ranking-2024.csv",
      "城市,城市等级\n上海市,一线\n成都,新一线\nAtlantis,2\n昆明,Tier 9\n",
    );
    const options = { ...say, as: "city-tiers" as const };
    const done = await importFile(house, path, options);
    expect(done).toMatchObject({
      as: "city-tiers",
      platform: null,
      rows: 4,
      accepted: 2,
      rejected: 2,
      unchanged: 0,
    });
    expect(done.rejects.map(({ line, value, rule }) => [line, value, rule.key])).toEqual([
      [4, "Atlantis", "catalog.rule.city"],
      [5, "Tier 9", "catalog.rule.cityTier"],
    ]);
    expect(await importFile(house, path, options)).toMatchObject({ accepted: 2, unchanged: 2 });
    write("fair-ranking-2024.csv", "城市,城市等级\n上海,二线\n成都,T new1\n");
    expect(await importFile(house, path, options)).toMatchObject({ accepted: 1, rejected: 1, unchanged: 1 });
    expect(await listCityTiers(house.db, house.workspaceId)).toEqual([
      { source: "fair-ranking-2024", year: 2024, tiers: { shanghai: "1", chengdu: "new1" } },
    ]);
  });
});
