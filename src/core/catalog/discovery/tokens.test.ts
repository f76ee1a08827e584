import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TOKEN_LENGTH_MAX, tokensOf } from "./tokens.ts";

describe("tokens of Latin, Greek, Cyrillic and other spaced scripts", () => {
  it("fold case, accents and full width", () => {
    expect(tokensOf("Crème BRÛLÉE Ｗｉｎｅ")).toEqual(["creme", "brulee", "wine"]);
    expect(tokensOf("Straße Ærø Łódź đẹp İstanbul")).toEqual(["strasse", "aero", "lodz", "dep", "istanbul"]);
    expect(tokensOf("ΟΔΟΣ Ёлка чай")).toEqual(["οδοσ", "елка", "чай"]);
  });

  it("come from hashtags and handles without their sign, from underscores apart", () => {
    expect(tokensOf("#SkinCare @wine_lover.99")).toEqual(["skincare", "wine", "lover", "99"]);
  });

  it("keep the words that are made of signs", () => {
    expect(tokensOf("R&B, H&M and AT&T; C++ or C# (f#)")).toEqual([
      ...["r&b", "h&m", "and", "at&t", "c++", "or", "c#", "f#"],
    ]);
    expect(tokensOf("food&travel a #tag a#tag Disney+ 5 + 3 &")).toEqual([
      ...["food", "travel", "a", "tag", "a", "tag", "disney", "5", "3"],
    ]);
  });

  it("write one word with and without its apostrophe", () => {
    expect(tokensOf("L'Oréal women’s")).toEqual(["loreal", "womens"]);
  });

  it("are the words of Arabic, Hebrew and Hindi, vowel points apart", () => {
    expect(tokensOf("مُوضَة أزياء")).toEqual(["موضه", "ازياء"]);
    expect(tokensOf("שָׁלוֹם עולם")).toEqual(["שלום", "עולם"]);
    expect(tokensOf("यात्रा")).toEqual(["यात्रा"]);
  });

  it("are cut when nobody could have typed them", () => {
    expect(tokensOf("a".repeat(10_000))).toEqual(["a".repeat(TOKEN_LENGTH_MAX)]);
    expect(tokensOf(`wine${"\u0301\u0323".repeat(5000)}`)).toEqual(["wine"]);
  });
});

describe("tokens of scripts without blanks", () => {
  it("are bigrams, and a lone character is itself", () => {
    expect(tokensOf("葡萄酒和茶")).toEqual(["葡萄", "萄酒", "酒和", "和茶"]);
    expect(tokensOf("茶, 2024年 wine红酒")).toEqual(["茶", "2024", "年", "wine", "红酒"]);
  });

  it("are the same for Traditional and Simplified, and for the variants of Taiwan and Hong Kong", () => {
    expect(tokensOf("護膚品測評，臺灣紅酒")).toEqual(tokensOf("护肤品测评，台湾红酒"));
    expect(tokensOf("衞生 衛生 穿著")).toEqual(tokensOf("卫生 卫生 穿着"));
  });

  it("are bigrams of kana, hangul and Thai, composed or not", () => {
    expect(tokensOf("コーヒー")).toEqual(["コー", "ーヒ", "ヒー"]);
    expect(tokensOf("ｶﾞﾗｽ")).toEqual(tokensOf("ガラス"));
    expect(tokensOf("화장품".normalize("NFD"))).toEqual(["화장", "장품"]);
  });

  it("hold characters outside the basic plane together", () => {
    expect(tokensOf("𠮷野家")).toEqual(["𠮷野", "野家"]);
  });
});

describe("what gives no token", () => {
  it("is emoji, punctuation and what nobody sees", () => {
    expect(tokensOf("🍷🇫🇷👩‍👩‍👧 1️⃣ ㊙️ ~!？。…\u200b\u202e\ud800")).toEqual([]);
  });

  it("is the sign of a trade mark, which ends the word before it", () => {
    expect(tokensOf("Nike™ ice🍷wine")).toEqual(["nike", "ice", "wine"]);
  });
});

describe("for any text, tokens", () => {
  const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "grapheme" }));

  it("are not empty, not long, and tokens again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokensOf(text)) {
          expect(token).not.toBe("");
          expect([...token].length).toBeLessThanOrEqual(TOKEN_LENGTH_MAX + 1);
          expect(tokensOf(token)).toEqual([token]);
        }
      }),
    );
  });

  it("do not depend on case, on composition, or on what stands on another line", () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(tokensOf(one.normalize("NFD"))).toEqual(tokensOf(one));
        expect(tokensOf(`${one}\n${other}`)).toEqual([...tokensOf(one), ...tokensOf(other)]);
      }),
    );
  });
});
