import { Cities } from "#core/catalog/city";
import { BOOKING_ROUTES, DEAL_KINDS, RIGHTS_CHANNELS } from "#core/catalog/deal";
import type { Platform } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { TopicLexicon } from "#core/catalog/topic";
import { ChoraleError } from "#core/errors";
import type { Brief } from "./brief.ts";
import { parseBrief } from "./parseBrief.ts";

export const TODAY = "2026-01-15";

export const call = (word: string) => ({ en: word, "zh-CN": word, "zh-TW": word });
export const deliverable = (slug: string, format: string, words: string[] = []) => ({
  slug,
  format,
  words,
  names: call(slug),
});
export const platform = (
  slug: string,
  deliverables: Platform["deliverables"],
  pathWords: string[],
): Platform => ({
  slug,
  names: call(slug),
  creatorWord: call("creator"),
  markets: ["*"],
  homeCurrency: null,
  headers: [],
  headerHints: [],
  hosts: [],
  searches: [],
  headerValues: [],
  categories: null,
  pathWords,
  formats: [],
  deliverables,
});
export const money = (amountMinor: number, currency: string) => ({ amountMinor, currency });
export const policy = (id: string, market: string | null) => ({
  id,
  names: { en: id, "zh-CN": id, "zh-TW": id },
  platform: null,
  market,
  industry: null,
  version: "1",
  bands: [{ tier: "micro", from: 0, below: null }],
  source: "invented",
  year: 2025,
  trust: "C" as const,
  note: null,
});

export const word = <Slug extends string>(slug: Slug, words: string[] = []) => ({
  slug,
  words,
  names: call(slug),
});

export const reference: Reference = {
  deals: {
    kinds: DEAL_KINDS.map((slug) => word(slug, slug === "guaranteed" ? ["保量"] : [])),
    routes: BOOKING_ROUTES.map((slug) => word(slug)),
    channels: RIGHTS_CHANNELS.map((slug) => word(slug)),
    tools: [{ ...word("lantern"), platform: "mosaic" }],
    orderPlaces: [{ platform: "mosaic", names: call("Mosaic orders") }],
  },
  peaks: [],
  platforms: [
    platform("mosaic", [deliverable("note", "note", ["图文"]), deliverable("live", "live")], ["马赛克"]),
    platform("echo", [deliverable("note", "note"), deliverable("short", "short", ["图文"])], []),
  ],
  tierPolicies: {
    policies: [policy("anywhere", null), policy("french", "FR")],
    defaults: [
      { market: null, platform: null, industry: null, policy: "anywhere", why: "" },
      { market: "FR", platform: null, industry: null, policy: "french", why: "" },
    ],
  },
  topics: new TopicLexicon([
    {
      slug: "food",
      names: { ...call("Food"), "zh-CN": "美食" },
      words: ["cooking"],
      searchWords: { en: [], "zh-CN": [], "zh-TW": [] },
    },
  ]),
  cities: new Cities({
    regions: [],
    cities: [
      {
        slug: "lyon",
        country: "FR",
        region: null,
        code: null,
        names: { ...call("Lyon"), "zh-CN": "里昂" },
        words: [],
        administrativeTier: null,
      },
    ],
    tierLists: [],
  }),
  fx: [{ base: "EUR", quote: "CNY", onDate: "2025-07-01", rateE9: 8e9, source: "invented" }],
  briefDefaults: {
    hoursPerCreator: 2,
    hourlyRates: [{ market: null, money: money(3000, "EUR") }],
    orderValues: [{ market: null, money: money(5000, "EUR") }],
    source: "invented",
    year: 2026,
    trust: "C",
  },
};

export const least = {
  market: "FR",
  currency: "EUR",
  product: "a jar of honey",
  budget: 5000,
  objective: { metric: "reach", by: "2026-06-30" },
};
export const parse = (document: unknown) => parseBrief(document, reference, TODAY);
export const withObjective = (objective: object, more: object = {}) =>
  parse({ ...least, ...more, objective: { ...least.objective, ...objective } });

export function detailsOf(document: unknown) {
  try {
    parse(document);
  } catch (caught) {
    if (caught instanceof ChoraleError) return caught.details;
    throw caught;
  }
  return [];
}
export const refusals = (document: unknown) =>
  detailsOf(document).map(({ at, rule }) => `${at} ${rule.key.replace("brief.rule.", "")}`);
export const assumed = (brief: Brief) => brief.defaults.map((row) => row.path);
