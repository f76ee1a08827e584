import { describe, expect, it } from "vitest";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { parseBrief } from "../../src/core/brief/parseBrief.ts";
import { ChoraleError } from "../../src/core/errors.ts";
import { LANGUAGES } from "../../src/i18n/messages.ts";
import { say } from "../../src/i18n/say.ts";

const reference = readReference();
const sound = {
  market: "FR",
  currency: "EUR",
  product: "a jar of honey",
  budget: 5000,
  objective: { metric: "orders", by: "2026-02-01" },
};

/** Sentences of a brief that breaks every rule it can, each way. */
const broken: unknown[] = [
  null,
  "wine",
  {},
  {
    ...sound,
    market: "Atlantis",
    currency: "XXQ",
    budget: 0,
    bugdet: 1,
    colour: 1,
    product: "x".repeat(2000),
  },
  { ...sound, currency: "KPW", start: "2026-03-01", end: "2025-01-01", risk: { confidence: 1 } },
  {
    ...sound,
    end: "2026-05-01",
    objective: { ...sound.objective, target: "+10%" },
    handling: { inBudget: 1 },
  },
  {
    ...sound,
    objective: { metric: "x", by: "soon", target: 0 },
    creators: 3,
    order: { grossMargin: 3, value: 0 },
  },
  {
    ...sound,
    objective: { metric: "orders", by: "2020-01-01", target: -3 },
    creators: { min: 2.5, quotas: {} },
  },
  {
    ...sound,
    platforms: ["instagrm", "qqqqqqqqqqq"],
    audience: { ages: ["old"], languages: ["?"], countries: ["?"], genders: ["?"] },
    handling: { hoursPerCreator: 1000 },
    creators: {
      min: 9,
      max: 1,
      lock: ["a", "b"],
      exclude: ["a"],
      quotas: [{ label: "tier:micro" }, { label: "micro", min: 1 }, null],
    },
  },
  { ...sound, competitors: Array(10_001).fill("a") },
];

describe("everything a brief has to say", () => {
  const sentences = broken.flatMap((document) => {
    try {
      parseBrief(document, reference, "2026-01-15");
      throw new Error(`accepted: ${JSON.stringify(document)}`);
    } catch (caught) {
      if (!(caught instanceof ChoraleError)) throw caught;
      return [caught.sentence, ...caught.details.map((detail) => detail.rule)];
    }
  });
  const warned = parseBrief(
    { ...sound, start: "2026-01-01", topics: ["fodo", "zzzzzzzz"], audience: { cities: ["Atlantis"] } },
    reference,
    "2026-01-15",
  );
  sentences.push(...warned.warnings, ...warned.defaults.map((row) => row.says));

  it.each(LANGUAGES)("has words in %s with every blank filled", (language) => {
    expect(new Set(sentences.map((one) => one.key)).size).toBeGreaterThan(45);
    for (const one of sentences) {
      const text = say(language, one);
      expect(text).not.toContain(one.key);
      expect(text).not.toMatch(/\{\{|undefined|NaN|\bnull\b/);
    }
  });
});
