import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { findCreators } from "./findCreators.ts";
import { listBriefs } from "./listBriefs.ts";
import { loadDemo } from "./loadDemo.ts";
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

  it("offers near topics for one that nobody knows, instead of an empty list", async () => {
    await expect(find({ topic: "skincarre" })).rejects.toMatchObject({
      code: "bad-input",
      sentence: { key: "find.unknownTopicNear", values: { near: "skincare" } },
    });
  });

  it("refuses a list or a brief that is not there", async () => {
    await expect(find({ list: "nobody" })).rejects.toMatchObject({ code: "not-found" });
    await expect(find({ brief: "nobody" })).rejects.toMatchObject({ code: "not-found" });
  });
});
