import { describe, expect, it } from "vitest";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { readAssumptionDomains, readAssumptions } from "./readAssumptions.ts";

const rows = readAssumptions();
const odds = (share: number) => share / (1 - share);

describe("the shipped assumptions", () => {
  it("each say where they come from, of what year and how far to trust them", () => {
    expect(rows.length).toBeGreaterThan(200);
    for (const row of rows) {
      expect(row.low, row.key).toBeLessThanOrEqual(row.value);
      expect(row.value, row.key).toBeLessThanOrEqual(row.high);
      expect(row.year, row.key).toBeGreaterThan(2010);
    }
  });

  it("own up to a judgement with trust C and a range of at least a third to threefold", () => {
    const judged = rows.filter((row) => row.source.startsWith("Chorale judgement"));
    expect(judged.length).toBeGreaterThan(50);
    for (const row of judged) {
      expect(row.trust, row.key).toBe("C");
      if (row.shape === "point") {
        // A figure that is off until somebody enters one.
        expect(row.value, row.key).toBe(0);
      } else {
        const [low, high] =
          row.shape === "logitnormal" ? [odds(row.low), odds(row.high)] : [row.low, row.high];
        expect(high / low, `${row.key} ${JSON.stringify(row.scope)}`).toBeGreaterThan(8.9);
      }
    }
  });

  it("have a domain each, which holds what is shipped, and no domain is of nothing", () => {
    const domains = new Map(readAssumptionDomains().map((domain) => [domain.key, domain]));
    expect([...domains.keys()].toSorted()).toEqual([...new Set(rows.map(({ key }) => key))].toSorted());
    for (const { key, value, low, high } of rows) {
      const { min = 0, max = 0 } = domains.get(key) ?? {};
      for (const figure of [value, low, high]) {
        expect(figure, key).toBeGreaterThanOrEqual(min);
        expect(figure, key).toBeLessThanOrEqual(max);
      }
    }
  });

  it("count no more users of the internet than people", () => {
    const book = new AssumptionBook(rows);
    const markets = rows.flatMap(({ key, scope }) =>
      key === "internet-users" ? (scope["market"] ?? []) : [],
    );
    expect(markets.length).toBeGreaterThan(15);
    for (const market of markets) {
      const { low, high } = book.find("internet-users", { market }, "test");
      expect(high, market).toBeLessThanOrEqual(book.find("population", { market }, "test").value);
      expect(high / low, market).toBeLessThan(1.2);
    }
  });

  it("hold one figure a scope", () => {
    const names = rows.map((row) => `${row.key} ${JSON.stringify(Object.entries(row.scope).sort())}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are looked up most specific first, and one of the user goes before them all", () => {
    const scope = { platform: "instagram", format: "story", size: "under10k" };
    const story = new AssumptionBook(rows).find("views-by-followers", scope, "test");
    expect(story.scope).toEqual(scope);
    const own = { ...story, scope: {}, value: 0.5, low: 0.4, high: 0.6 };
    const book = new AssumptionBook(rows, [own]);
    expect(book.find("views-by-followers", scope, "test").value).toBe(0.5);
    expect(book.used()[0]?.replacedValue).toBe(story.value);
  });
});
