import { describe, expect, it } from "vitest";
import { wordsIn } from "../words/words.tsx";
import { roughly, sayChance, sayMetric, sayPoint, sayShare } from "./sayMetric.ts";

const words = wordsIn("en");

describe("a rough forecast", () => {
  it("is said to two digits, without decimals", () => {
    expect([6623.4, 118, 97, 4, 0.4, 0].map((value) => roughly(value, true))).toEqual([
      6600, 120, 97, 4, 0, 0,
    ]);
    expect(sayChance(words, 0.713, true)).toBe("71%");
    expect(sayShare(words, 0.713, true)).toBe("71%");
    expect(sayShare(words, 0.0041, true)).toBe("below 1%");
  });

  it("says of a value without a range that it is only about that", () => {
    expect(sayPoint(words, { unit: "people", rough: true }, "CNY", 6623.4)).toBe("about 6,600");
    expect(sayPoint(words, { unit: "people", rough: false }, "CNY", 6623.4)).toBe("6,620");
  });
});

describe("a forecast that is not rough", () => {
  it("is said to three digits and one decimal of a percent", () => {
    expect(sayMetric(words, { unit: "people", rough: false }, "CNY", 6623.4)).toBe("6,620");
    expect(sayChance(words, 0.713, false)).toBe("71.3%");
  });

  it("is money where the metric is", () => {
    expect(sayMetric(words, { unit: "minor", rough: false }, "EUR", 1_800_000)).toBe("€18,000");
  });

  it("never claims certainty that the draws cannot show", () => {
    expect(sayChance(words, 0.99995, false)).toBe("above 99.9%");
    expect(sayChance(words, 0.00004, false)).toBe("below 0.1%");
  });
});
