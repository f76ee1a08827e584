import { describe, expect, it } from "vitest";
import { SNAPSHOT_FIGURES } from "#core/catalog/creator";
import { LANGUAGES } from "#i18n/messages";
import { languageOf, wordsIn } from "./words.tsx";

describe("the language of a reader", () => {
  it.each([
    [["zh-HK"], "zh-TW"],
    [["zh-Hant-MO"], "zh-TW"],
    [["zh"], "zh-CN"],
    [["fr-FR", "zh-CN", "en"], "zh-CN"],
    [["fr-FR"], "en"],
  ] as const)("who wants %j is %s", (wanted, language) => {
    expect(languageOf(wanted)).toBe(language);
  });
});

describe("an amount of money", () => {
  const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });

  it.each([
    [0, "CN¥0"],
    [42, "CN¥0.42"],
    [1_800_000, "CN¥18,000"],
  ])("of %i fen is %s", (amountMinor, said) => {
    expect(wordsIn("en").money(cny(amountMinor))).toBe(said);
  });

  it.each([
    [15, "CN¥0.15"],
    [12_040, "CN¥120.40"],
  ])("for one person keeps its decimals: %i fen is %s", (amountMinor, said) => {
    expect(wordsIn("en").unitCost(cny(amountMinor))).toBe(said);
  });
});

// What a rate is a share of, as its name must say it.
const DENOMINATORS = {
  engagementByFollowersBp: { en: "followers", "zh-CN": "粉丝", "zh-TW": "追蹤者" },
  engagementByViewsBp: { en: "views", "zh-CN": "播放/阅读", "zh-TW": "觀看" },
  activeFollowersBp: { en: "of followers", "zh-CN": "占粉丝", "zh-TW": "佔追蹤者" },
  realFollowersBp: { en: "of followers", "zh-CN": "占粉丝", "zh-TW": "佔追蹤者" },
  videoShareBp: { en: "of posts", "zh-CN": "占内容", "zh-TW": "佔內容" },
} as const;

describe("the name of a rate", () => {
  it.each(LANGUAGES)("says in %s what it is a share of", (language) => {
    const { t } = wordsIn(language);
    const rates = SNAPSHOT_FIGURES.filter((figure) => figure.endsWith("Bp"));
    expect(rates.length).toBeGreaterThan(0);
    for (const figure of rates)
      expect(t(`figure.${figure}`), figure).toContain(
        DENOMINATORS[figure as keyof typeof DENOMINATORS][language],
      );
  });
});
