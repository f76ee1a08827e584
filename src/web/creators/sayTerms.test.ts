import { describe, expect, it } from "vitest";
import type { Rate } from "#core/catalog/creator";
import { NO_TERMS, type RateTerms } from "#core/catalog/deal";
import { namesOf } from "../doors/names.ts";
import { REFERENCE_FIXTURE } from "../doors/reference.fixture.ts";
import { wordsIn } from "../words/words.tsx";
import { sayTerms } from "./sayTerms.ts";

const quote = (terms: Partial<RateTerms> | null) =>
  ({ currency: "CNY", terms: terms && { ...NO_TERMS, ...terms } }) as Rate;
const rights = { channels: [], months: 3, territory: null };

describe("the terms of a quote", () => {
  const words = wordsIn("en");
  const names = namesOf(words, REFERENCE_FIXTURE as never);
  const say = (terms: Partial<RateTerms> | null) => sayTerms(words, names, quote(terms));

  it("are silent where the quote is", () => {
    expect(say(null)).toEqual([]);
    expect(say({})).toEqual([]);
  });

  it("say what rights cost: an amount, a share of the fee, or nothing on top", () => {
    expect(say({ usageRights: { ...rights, feeMinor: 50_000, feeShareBp: null } })[0]).toContain("500");
    expect(say({ usageRights: { ...rights, feeMinor: null, feeShareBp: 3000 } })).toEqual([
      "usage rights 30%",
    ]);
    expect(say({ usageRights: { ...rights, feeMinor: null, feeShareBp: null } })).toEqual([
      "usage rights in the price",
    ]);
  });

  it("say in Chinese how it is booked, and that what is unfiled is still advertising", () => {
    const chinese = wordsIn("zh-CN");
    const terms = quote({ route: "mcn", filed: false });
    expect(sayTerms(chinese, namesOf(chinese, REFERENCE_FIXTURE as never), terms)).toEqual([
      "MCN机构",
      "非报备：仍须标明广告",
    ]);
  });
});
