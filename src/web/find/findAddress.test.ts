import { defaultParseSearch, defaultStringifySearch } from "@tanstack/react-router";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddress, writeAddress } from "./findAddress.ts";

const sent = (params: Readonly<Record<string, readonly string[]>>) =>
  readAddress(defaultParseSearch(defaultStringifySearch(writeAddress(params))));

describe("a search in the page's address", () => {
  it("is written as the API's own parameters", () => {
    const params = { query: ["葡萄酒 wine"], platform: ["xiaohongshu", "weibo"], "min-followers": ["5000"] };
    const text = defaultStringifySearch(writeAddress(params));
    expect([...new URLSearchParams(text)]).toEqual([
      ["query", "葡萄酒 wine"],
      ["platform", "xiaohongshu,weibo"],
      ["min-followers", "5000"],
    ]);
  });

  it("comes back the same, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.record({
          query: fc.array(
            fc.string({ minLength: 1 }).filter((text) => text !== ""),
            { minLength: 1, maxLength: 1 },
          ),
          tag: fc.uniqueArray(
            fc.string({ minLength: 1 }).filter((word) => !/[,，、]/.test(word) && word.trim() === word),
            { minLength: 1 },
          ),
          audience: fc.constantFrom(["gender:female:60"], ["gender:female:60", "age:18-24+25-34:50"]),
          "max-price": fc.constantFrom(["1200"], ["12.5"], ["5k"]),
          "include-unknown": fc.constantFrom(["true"], ["false"]),
        }),
        (params) => {
          expect(sent(params)).toEqual(params);
        },
      ),
      { seed: 1 },
    );
  });

  it("keeps a word that no search knows, so that the answer can name it", () => {
    expect(readAddress({ platfrom: "weibo", after: "x~y", limit: 3 })).toEqual({ platfrom: ["weibo"] });
  });
});
