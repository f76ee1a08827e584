import { describe, expect, it } from "vitest";
import { languageOf } from "./words.tsx";

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
