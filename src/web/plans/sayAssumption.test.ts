import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#i18n/messages";
import { wordsIn } from "../words/words.tsx";
import { PLAN_FIXTURE } from "./plan.fixture.ts";
import { assumptionNamed, sayAssumption } from "./sayAssumption.ts";

const folder = new URL("../../../data/assumptions/", import.meta.url);
const shipped = readdirSync(folder).flatMap((name) => {
  const file = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { assumptions: { key: string }[] };
  return file.assumptions.map((each) => each.key);
});

describe("the name of an assumption", () => {
  it.each(LANGUAGES)("is there in %s for every shipped one", (language) => {
    const words = wordsIn(language);
    expect(new Set(shipped).size).toBeGreaterThan(30);
    expect([...new Set(shipped)].filter((key) => sayAssumption(words, key) === key)).toEqual([]);
  });

  it("says what it holds for", () => {
    expect(sayAssumption(wordsIn("en"), "views-by-followers (tiktok 10k-100k)")).toBe(
      "Views of a post per follower (tiktok 10k-100k)",
    );
  });

  it("finds its row in whatever order the scope is written", () => {
    const [row] = PLAN_FIXTURE.assumptions;
    const scoped = { ...row!, key: "views", scope: { size: "10k-100k", platform: "tiktok" } };
    expect(assumptionNamed([row!, scoped], "views (tiktok 10k-100k)")).toBe(scoped);
  });
});
