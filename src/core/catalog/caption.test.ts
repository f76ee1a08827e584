import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAPTION_CHARACTERS, captionOf, hashtagsIn } from "./caption.ts";

describe("a caption", () => {
  it("is title and text, each said once", () => {
    expect(captionOf(["Sourdough at home", " Three days, no yeast. "])).toBe(
      "Sourdough at home\nThree days, no yeast.",
    );
    expect(captionOf(["三天做好的欧包", "三天做好的欧包，全程不用酵母"])).toBe(
      "三天做好的欧包，全程不用酵母",
    );
    expect(captionOf(["全程不用酵母，三天", "全程不用酵母"])).toBe("全程不用酵母，三天");
  });

  it("is unknown where its cells are empty, and no emoji is cut in two where it is too long", () => {
    expect(captionOf([])).toBeNull();
    expect(captionOf(["  "])).toBeNull();
    const long = captionOf(["🍞".repeat(CAPTION_CHARACTERS + 5)]) ?? "";
    expect([...long]).toHaveLength(CAPTION_CHARACTERS);
    expect([...long].every((sign) => sign === "🍞")).toBe(true);
  });
});

describe("hashtags in a caption", () => {
  it.each([
    ["bread day #sourdough #SlowBread!", ["sourdough", "SlowBread"]],
    ["周末烘焙 #欧包[话题]# #家庭烘焙[话题]#", ["欧包", "家庭烘焙"]],
    ["#欧包[话题]##家庭烘焙[话题]#", ["欧包", "家庭烘焙"]],
    ["#周末去哪儿#今天在河边野餐", ["周末去哪儿"]],
    ["河边野餐 #周末去哪儿# 带了＃三明治", ["周末去哪儿", "三明治"]],
    ["#sea#sand#sun", ["sea", "sand", "sun"]],
    ["#sea#sand", ["sea", "sand"]],
    ["#咖啡#甜品#下午茶", ["咖啡", "甜品", "下午茶"]],
    ["room#12 in F# see https://example.test/#top #1", []],
    ["no sign at all", []],
    ["#thé_vert #été", ["thé_vert", "été"]],
    ["##### #bread #bread", ["bread"]],
  ])("of %s are %j", (text, tags) => {
    expect(hashtagsIn(text)).toEqual(tags);
  });

  it("never hold a blank, a sign or nothing", () => {
    const piece = fc.constantFrom("#", "[话题]", "欧包", "bread", " ", "1", "，", "\n", "@a");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const tag of hashtagsIn(pieces.join(""))) expect(tag).toMatch(/^[^\s#]+$/u);
      }),
      { seed: 10 },
    );
  });
});
