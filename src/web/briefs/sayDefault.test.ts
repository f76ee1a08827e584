import { describe, expect, it } from "vitest";
import { sentence } from "#core/sentence";
import { LANGUAGES } from "#i18n/messages";
import { namesOf } from "../doors/names.ts";
import { REFERENCE_FIXTURE } from "../doors/reference.fixture.ts";
import { wordsIn } from "../words/words.tsx";
import { sayDefault } from "./sayDefault.ts";

describe("what stands in for something nobody said", () => {
  it.each(LANGUAGES)("names tier policies and markets in %s, not their codes", (language) => {
    const words = wordsIn(language);
    const names = namesOf(words, REFERENCE_FIXTURE);
    const policy = sentence("brief.default.tierPolicy", { policy: "china-eac", source: "EAC" });
    expect(sayDefault(words, names, policy)).not.toContain("china-eac");
    const market = sentence("brief.default.countries", { market: "CN" });
    expect(sayDefault(words, names, market)).toContain(language === "en" ? "China" : "中");
  });
});
