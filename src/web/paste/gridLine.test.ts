import { describe, expect, it } from "vitest";
import { filled, type GridLine, isFollowers, refusedOf, rowsOf } from "./gridLine.ts";

const line = (key: number, rest: Partial<GridLine> = {}): GridLine => ({
  ...{ key, line: key + 10, text: `@h${key}`, platform: "instagram", account: `h${key}`, kind: "handle" },
  ...{ name: "", followers: "", prices: "", says: null, ...rest },
});
const grid = [line(0), line(1, { kind: "externalId" }), line(2)];

describe("the grid of a paste", () => {
  it("fills a copied column down, a copied block also to the right, and nothing beyond its last row", () => {
    const column = filled(grid, 1, "followers", "9k\r\n1.2万\r\n7\r\n");
    expect(column.map(({ followers }) => followers)).toEqual(["", "9k", "1.2万"]);
    const block = filled(grid, 0, "followers", "9k\treel 300 EUR\tbeyond\n8k");
    expect(block.map(({ followers, prices }) => [followers, prices])).toEqual([
      ["9k", "reel 300 EUR"],
      ["8k", ""],
      ["", ""],
    ]);
  });

  it("takes what is typed over an id for a handle, and leaves the other ids", () => {
    expect(filled(grid, 1, "account", "real.name")[1]).toMatchObject({
      account: "real.name",
      kind: "handle",
    });
    expect(filled(grid, 1, "followers", "5k")[1]).toMatchObject({ account: "h1", kind: "externalId" });
  });

  it("keeps the rows that were refused, each with its rule, by their place and not by their line", () => {
    const rejects = [{ line: 2, column: "followers", value: "lots", rule: "a whole number" }];
    const left = refusedOf(grid, { rows: 3, accepted: 2, rejected: 1, unchanged: 0, rejects, notes: [] });
    expect(left).toMatchObject([{ key: 1, says: "a whole number" }]);
    expect(rowsOf(grid).map((row) => row.line)).toEqual([1, 2, 3]);
  });

  it("knows followers from words", () => {
    for (const text of ["", "12000", "12.3k", "1.2万", "~8000", "约1.2万"])
      expect(isFollowers(text), text).toBe(true);
    for (const text of ["lots", "12.5", "k"]) expect(isFollowers(text), text).toBe(false);
  });
});
