import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findCreators } from "./findCreators.ts";
import { house, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";
import { listHistory } from "./listHistory.ts";
import { listSavedSearches } from "./listSavedSearches.ts";
import { openSavedSearch } from "./openSavedSearch.ts";
import { removeList } from "./removeList.ts";
import { removeSavedSearch } from "./removeSavedSearch.ts";
import { saveList } from "./saveList.ts";
import { saveSearch } from "./saveSearch.ts";
import { SearchIndexes } from "./searchIndexes.ts";
import { seeSavedSearch } from "./seeSavedSearch.ts";
import { undoEvent } from "./undoEvent.ts";

const actor = "owner";
let indexes: SearchIndexes;
beforeEach(async () => {
  indexes = new SearchIndexes();
  await bring("instagram-1.csv", "moon.bakes,12000,2026-02-01\nquiet_kiln,900,2026-02-01\n");
});
afterEach(() => indexes.close());

const bring = (name: string, rows: string) =>
  importFile(house, write(name, `handle,followers,date\n${rows}`), say);
const large = { "min-followers": ["10k"] };
const save = (name: string, params: Record<string, string[]> = large, id: string | null = null) =>
  saveSearch(house, indexes, { id, name, params, actor });
const states = async () =>
  (await listSavedSearches(house, indexes)).map(({ name, state }) => [name, state] as const);
const onlyNew = async (word: string) => {
  const params = await openSavedSearch(house, word, { "only-new": ["true"] });
  return (await findCreators(house, indexes, params)).results.map(({ handle }) => handle);
};
const undoNewest = async () => undoEvent(house, (await listHistory(house, { limit: 1 }))[0]!.id, actor);

describe("a saved search", () => {
  it("has nobody new when it is saved, then whoever came in and whoever grew into it", async () => {
    await save("Large ones");
    expect(await states()).toEqual([["Large ones", { is: "counted", total: 1, new: 0 }]]);
    await bring("instagram-2.csv", "river_eats,50000,2026-03-01\nquiet_kiln,11000,2026-03-01\n");
    expect(await states()).toEqual([["Large ones", { is: "counted", total: 3, new: 2 }]]);
    expect((await onlyNew("large ONES")).sort()).toEqual(["quiet_kiln", "river_eats"]);
    const marked = await findCreators(house, indexes, await openSavedSearch(house, "Large ones", {}));
    expect(marked.results.map(({ handle, isNew }) => [handle, isNew])).toEqual([
      ["river_eats", true],
      ["moon.bakes", false],
      ["quiet_kiln", true],
    ]);
    const unmarked = await findCreators(house, indexes, large);
    expect(unmarked.results.map(({ isNew }) => isNew)).toEqual([null, null, null]);
  });

  it("forgets what was new once it was looked at, and undoing the look brings it back", async () => {
    const { id } = await save("Large ones");
    await bring("instagram-2.csv", "river_eats,50000,2026-03-01\n");
    await seeSavedSearch(house, indexes, { id, shown: 1, actor });
    expect(await states()).toEqual([["Large ones", { is: "counted", total: 2, new: 0 }]]);
    await undoNewest();
    expect(await onlyNew(id)).toEqual(["river_eats"]);
  });

  it("does not take for seen whoever came between showing and saying so", async () => {
    const { id } = await save("Large ones");
    await bring("instagram-2.csv", "river_eats,50000,2026-03-01\n");
    const look = seeSavedSearch(house, indexes, { id, shown: 0, actor });
    await expect(look).rejects.toMatchObject({
      code: "conflict",
      sentence: { key: "find.seenMeanwhile", values: { shown: 0, found: 1 } },
    });
    expect(await onlyNew(id)).toEqual(["river_eats"]);
  });

  it("calls new again who left and came back after a look without them", async () => {
    const { id } = await save("Large ones");
    await bring("instagram-2.csv", "moon.bakes,8000,2026-03-01\n");
    await seeSavedSearch(house, indexes, { id, shown: 0, actor });
    await bring("instagram-3.csv", "moon.bakes,13000,2026-03-02\n");
    expect(await onlyNew(id)).toEqual(["moon.bakes"]);
  });

  it("keeps what was seen under a new name, and begins anew when it asks something else", async () => {
    const { id } = await save("Large ones");
    await bring("instagram-2.csv", "river_eats,50000,2026-03-01\n");
    await save("Big", large, id);
    expect(await states()).toEqual([["Big", { is: "counted", total: 2, new: 1 }]]);
    await save("Big", { ...large, platform: ["instagram"] }, id);
    expect(await states()).toEqual([["Big", { is: "counted", total: 2, new: 0 }]]);
  });

  it("keeps what was asked and not how it was looked at", async () => {
    const { params } = await save("Large ones", { ...large, limit: ["5"], after: [""], facets: ["false"] });
    expect(params).toEqual(large);
  });

  it("is removed, and undoing the removal brings it back with what was new", async () => {
    const { id } = await save("Large ones");
    await bring("instagram-2.csv", "river_eats,50000,2026-03-01\n");
    await removeSavedSearch(house, { id, actor });
    expect(await states()).toEqual([]);
    await undoNewest();
    expect(await states()).toEqual([["Large ones", { is: "counted", total: 2, new: 1 }]]);
  });

  it("says so when a list that it asks for is gone, and the others are counted all the same", async () => {
    const list = await saveList(house, { id: null, name: "Spring", actor });
    await save("Of the list", { list: ["Spring"] });
    await save("Large ones");
    await removeList(house, { id: list.id, actor });
    expect(await states()).toMatchObject([
      ["Large ones", { is: "counted", total: 1, new: 0 }],
      ["Of the list", { is: "broken", says: { key: "find.noList", values: { name: "Spring" } } }],
    ]);
  });

  it("is refused whole when it breaks a rule, and when another has its name", async () => {
    await expect(save("Odd", { "min-followers": ["many"] })).rejects.toMatchObject({ code: "bad-input" });
    await expect(save(" ")).rejects.toMatchObject({ code: "bad-input", at: "name" });
    await save("Large ones");
    await expect(save("Large ones", {})).rejects.toMatchObject({ code: "conflict", at: "name" });
    expect((await states()).length).toBe(1);
  });
});

describe("asking for new ones only", () => {
  it("needs a saved search that is there", async () => {
    const find = (params: Record<string, string[]>) => findCreators(house, indexes, params);
    await expect(find({ "only-new": ["true"] })).rejects.toMatchObject({
      details: [{ at: "only-new", rule: { key: "find.newSinceWhat" } }],
    });
    await expect(find({ "new-since": ["Nobody"] })).rejects.toMatchObject({ code: "not-found" });
  });
});
