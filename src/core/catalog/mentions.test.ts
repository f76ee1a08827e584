import { describe, expect, it } from "vitest";
import { MentionFinder } from "./mentions.ts";
import { post } from "./postFacts.fixture.ts";

const finder = new MentionFinder([
  { name: "Moon & Rye", aliases: ["moonandrye", "月麦"] },
  { name: "山茶记", aliases: [] },
  { name: "茶", aliases: ["X"] },
]);
const said = (caption: string | null, tags: string[] = [], sponsored: boolean | null = false) =>
  finder
    .mentionsIn([post(1, { caption, tags, sponsored })])
    .map(({ brand, said, where }) => [brand, said, where]);

describe("mentions of our brands", () => {
  it("meet Latin names as whole words, whatever the case and the signs between them", () => {
    expect(said("Breakfast by MOON & RYE!")).toEqual([["Moon & Rye", "Moon & Rye", "caption"]]);
    expect(said("honeymoon & ryebread")).toEqual([]);
    expect(said("the moon over a field of rye")).toEqual([]);
  });

  it("meet Chinese names inside a sentence, Traditional ones too, and never a lone character", () => {
    expect(said("早上喝了山茶记的新茶")).toEqual([["山茶记", "山茶记", "caption"]]);
    expect(said("早上喝了山茶記的新茶")).toEqual([["山茶记", "山茶记", "caption"]]);
    expect(said("山茶花记得浇水")).toEqual([]);
    expect(said("X marks the 茶")).toEqual([]);
  });

  it("meet hashtags that run the words together", () => {
    expect(said(null, ["MoonAndRye"])).toEqual([["Moon & Rye", "moonandrye", "tag"]]);
    expect(said("x", ["月麦面包"])).toEqual([["Moon & Rye", "月麦", "tag"]]);
  });

  it("leave out what is sponsored, and do not call unpaid what nobody said", () => {
    const all = [true, false, null].map((sponsored, i) => post(i, { caption: "山茶记", sponsored }));
    expect(finder.mentionsIn(all).map(({ post, unpaid }) => [post.externalKey, unpaid])).toEqual([
      ["p1", true],
      ["p2", null],
    ]);
  });

  it("are none where posts say nothing or no brand is ours", () => {
    expect(said(null)).toEqual([]);
    expect(new MentionFinder([]).mentionsIn([post(1, { caption: "山茶记" })])).toEqual([]);
  });
});
