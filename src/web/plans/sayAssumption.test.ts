import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#i18n/messages";
import { NOTES, sayNote } from "#i18n/notes";
import { namesOf } from "../doors/names.ts";
import { REFERENCE_FIXTURE } from "../doors/reference.fixture.ts";
import { wordsIn } from "../words/words.tsx";
import { PLAN_FIXTURE } from "./plan.fixture.ts";
import { assumptionNamed, sayAssumption, sayDenominator, saySource, sayUnit } from "./sayAssumption.ts";

const folder = new URL("../../../data/assumptions/", import.meta.url);
const shipped = readdirSync(folder).flatMap((name) => {
  const file = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as {
    assumptions: { key: string; unit: string; denominator: string | null; note?: string }[];
  };
  return file.assumptions;
});
const keys = [...new Set(shipped.map((each) => each.key))];

const names = namesOf(wordsIn("en"), REFERENCE_FIXTURE);

describe("the name of an assumption", () => {
  it.each(LANGUAGES)("is there in %s for every shipped one", (language) => {
    const words = wordsIn(language);
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => sayAssumption(words, key) === key)).toEqual([]);
  });

  it("says what it holds for", () => {
    expect(sayAssumption(wordsIn("en"), "views-by-followers (tiktok 10k-100k)", names.scope)).toBe(
      "Views of a post per follower (TikTok · 10,000–100,000 followers)",
    );
  });

  it("finds its row in whatever order the scope is written", () => {
    const [row] = PLAN_FIXTURE.assumptions;
    const scoped = { ...row!, key: "views", scope: { size: "10k-100k", platform: "tiktok" } };
    expect(assumptionNamed([row!, scoped], "views (tiktok 10k-100k)")).toBe(scoped);
  });
});

describe("the note of an assumption", () => {
  it.each(["zh-CN", "zh-TW"] as const)(
    "is there in %s for every shipped one, and for no other",
    (language) => {
      const notes = [...new Set(shipped.flatMap((each) => each.note ?? []))];
      expect(notes.length).toBeGreaterThan(50);
      expect(notes.filter((note) => sayNote(language, note) === note)).toEqual([]);
      const sources = readFileSync(new URL("../fx/rates.json", folder), "utf8") + JSON.stringify(shipped);
      const known = (text: string) => notes.includes(text) || sources.includes(JSON.stringify(text));
      expect(Object.keys(NOTES[language]).filter((text) => !known(text))).toEqual([]);
    },
  );

  it("stays as it is where a user wrote it, as a citation does", () => {
    expect(sayNote("zh-CN", "our own shop, spring")).toBe("our own shop, spring");
    const words = wordsIn("zh-CN");
    expect(saySource(words, "the reference")).toBe("作为基准");
    expect(saySource(words, "jfound.net: Xiaohongshu prices 2025")).toContain("jfound.net");
  });
});

describe("the unit of an assumption", () => {
  it.each(["zh-CN", "zh-TW"] as const)("and what it is a share of are said in %s", (language) => {
    const words = wordsIn(language);
    const denominators = [...new Set(shipped.flatMap((each) => each.denominator ?? []))];
    expect(denominators.length).toBeGreaterThan(20);
    expect(denominators.filter((each) => sayDenominator(words, each) === each)).toEqual([]);
  });

  it.each(LANGUAGES)("leaves no shipped row without one in %s", (language) => {
    const said = shipped.map((each) => sayUnit(wordsIn(language), each.unit, each.denominator));
    expect(said.filter((text) => text === "" || /\bweb\.|{{/.test(text))).toEqual([]);
  });

  it("is what a share is a share of", () => {
    expect(sayUnit(wordsIn("en"), "share", "followers")).toBe("share of followers");
    expect(sayUnit(wordsIn("zh-CN"), "share", "views")).toBe("占播放/阅读量的比例");
  });

  it("is as written where only a user's own file knows it", () => {
    expect(sayUnit(wordsIn("en"), "EUR", "market stall")).toBe("EUR per market stall");
  });
});
