import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { findCreators } from "./findCreators.ts";
import { listBriefs } from "./listBriefs.ts";
import { listSavedSearches } from "./listSavedSearches.ts";
import { loadDemo } from "./loadDemo.ts";
import { saveSearch } from "./saveSearch.ts";
import { SearchIndexes } from "./searchIndexes.ts";

let house: TestHouse;
let indexes: SearchIndexes;
beforeAll(async () => {
  house = await testHouse({ kind: "demo" });
  await loadDemo(house, (rule) => rule.key);
  indexes = new SearchIndexes();
});
afterAll(async () => {
  await indexes.close();
  await house.close();
});

const find = (said: Record<string, string>) =>
  findCreators(
    house,
    indexes,
    Object.fromEntries(Object.entries(said).map(([name, value]) => [name, [value]])),
  );

describe("finding creators", () => {
  it("finds in either language who writes in the other", async () => {
    const [english, chinese] = [await find({ query: "wine" }), await find({ query: "葡萄酒" })];
    const countries = (found: typeof english) =>
      new Set(found.results.map(({ categories }) => categories.country));
    expect(countries(english)).toEqual(new Set(["CN", "FR"]));
    expect(countries(chinese)).toEqual(new Set(["CN", "FR"]));
  });

  it("pages through everybody once, whatever the order, and unknown figures come last", async () => {
    for (const sort of ["views", "followers:asc"]) {
      const seen: string[] = [];
      const values: (number | null)[] = [];
      let after = "";
      do {
        const page = await find({ sort, limit: "70", after });
        seen.push(...page.results.map(({ accountId }) => accountId));
        values.push(
          ...page.results.map(({ numbers }) => numbers[sort === "views" ? "viewsAvg" : "followers"]),
        );
        after = page.next ?? "";
      } while (after !== "");
      expect(seen.length).toBe(300);
      expect(new Set(seen).size).toBe(300);
      const known = values.slice(0, values.indexOf(null) < 0 ? undefined : values.indexOf(null));
      expect(values.slice(known.length).every((value) => value === null)).toBe(true);
      const ordered = [...known].sort((a, b) => (sort === "views" ? b! - a! : a! - b!));
      expect(known).toEqual(ordered);
    }
  });

  it("drops nobody in silence: known, unknown and excluded are all there are", async () => {
    const asked = { "min-price": "100" };
    const [known, all] = [await find(asked), await find({ ...asked, "include-unknown": "true" })];
    const below = await find({ "max-price": "99.99" });
    expect(all.total).toBe(known.total + known.unknown);
    expect(known.total + below.total + known.unknown).toBe(300);
    expect(known.unknown).toBeGreaterThan(0);
  });

  it("scores fit to a brief by parts that sum to it, on its platforms alone", async () => {
    const [brief] = await listBriefs(house);
    const found = await find({ brief: brief!.id, limit: "20" });
    expect(found.results.length).toBe(20);
    const points = found.results.map(({ fit }) => fit!.points);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    for (const { fit } of found.results) {
      const sum = fit!.parts.reduce((total, part) => total + part.points, 0);
      expect(fit!.points).toBeCloseTo(sum, 9);
      expect(fit!.parts.filter(({ isKnown }) => !isKnown).every(({ points: none }) => none === 0)).toBe(true);
    }
    expect(new Set(points).size).toBeGreaterThan(10);
  });

  it("finds creators like somebody, not that somebody, by the words that they have in common", async () => {
    const [first] = (await find({ topic: "wine", limit: "1" })).results;
    const alike = await find({ similar: first!.id, limit: "10" });
    expect(alike.results.map(({ id }) => id)).not.toContain(first!.id);
    const wine = alike.results.filter(({ topics }) => topics.includes("wine")).length;
    expect(wine).toBeGreaterThanOrEqual(8);
    await expect(find({ similar: "nobody" })).rejects.toMatchObject({ code: "not-found" });
  });

  it("says whole words that creators have in common, not pairs of characters that bridge two", async () => {
    const { results } = await find({ topic: "beauty", language: "zh", limit: "5" });
    for (const { id } of results) {
      const [alike] = (await find({ similar: id, limit: "1" })).words ?? [];
      // 妆台 stands in 美妆台, a name that many have.
      expect(alike?.terms.map(({ token }) => token)).toContain("妆台");
      expect(alike?.others).toContain("美妆");
      expect(alike?.others).not.toContain("妆台");
    }
  });

  it("offers what was probably meant where words found nobody, if that finds somebody", async () => {
    expect(await find({ query: "trevel" })).toMatchObject({ total: 0, meant: "travel" });
    expect((await find({ query: "trevel", "min-followers": "900000000" })).meant).toBeNull();
    expect((await find({ query: "travel" })).meant).toBeNull();
  });

  it("offers near topics for one that nobody knows, instead of an empty list", async () => {
    await expect(find({ topic: "skincarre" })).rejects.toMatchObject({
      code: "bad-input",
      sentence: { key: "find.unknownTopicNear", values: { near: "skincare" } },
    });
  });

  it("answers the same to one who asks once as to one who stays, and says of a first answer what it lacks", async () => {
    const staying = new SearchIndexes();
    const once = new SearchIndexes({ isForOne: true });
    const asked = { query: ["Bordeaux"] };
    try {
      const first = await findCreators(house, staying, asked);
      expect(first.notes.map(({ key }) => key)).toEqual(["find.learning"]);
      let later = first;
      while (later.notes.length > 0) later = await findCreators(house, staying, asked);
      const terms = later.words?.flatMap((group) => group.terms) ?? [];
      expect(terms.some(({ via }) => via === "learned")).toBe(true);
      expect(await findCreators(house, once, asked)).toEqual(later);
    } finally {
      await Promise.all([staying.close(), once.close()]);
    }
  });

  it("counts nobody as new in a saved search because a later process has not learned yet", async () => {
    const [before, after] = [new SearchIndexes(), new SearchIndexes()];
    try {
      const search = { id: null, name: "Bordeaux", params: { query: ["Bordeaux"] }, actor: "owner" };
      const { seenTotal: total } = await saveSearch(house, before, search);
      const [listed] = await listSavedSearches(house, after);
      expect(listed?.state).toEqual({ is: "counted", total, new: 0 });
      expect((await findCreators(house, before, search.params)).total).toBe(total);
    } finally {
      await Promise.all([before.close(), after.close()]);
    }
  });

  it("learns what words mean only for one who asks for words, and says what it begins", async () => {
    const steps: string[] = [];
    const onStep = (step: string) => steps.push(step);
    const once = new SearchIndexes({ isForOne: true, onStep });
    try {
      await findCreators(house, once, { platform: ["instagram"] });
      expect(steps).toEqual(["index"]);
      await findCreators(house, once, { query: ["wine"] });
      expect(steps).toEqual(["index", "words"]);
    } finally {
      await once.close();
    }
  });

  it.each([
    { topic: "wine,skincarre" },
    { "not-topic": "skincarre" },
    { topic: "skincarre", "include-unknown": "true" },
  ])("offers near topics where an unknown one would count for nothing: %o", async (said) => {
    await expect(find(said)).rejects.toMatchObject({ sentence: { values: { near: "skincare" } } });
  });

  it("refuses a list or a brief that is not there", async () => {
    await expect(find({ list: "nobody" })).rejects.toMatchObject({ code: "not-found" });
    await expect(find({ brief: "nobody" })).rejects.toMatchObject({ code: "not-found" });
  });
});
