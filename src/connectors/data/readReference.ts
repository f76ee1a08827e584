import { readFileSync } from "node:fs";
import type { z } from "zod";
import { Cities } from "#core/catalog/city";
import type { Deals } from "#core/catalog/deal";
import type { Platform } from "#core/catalog/platform";
import type { BriefDefaults, Reference } from "#core/catalog/reference";
import { type Topic, TopicLexicon } from "#core/catalog/topic";
import { fromMajor } from "#core/money";
import { readLinks } from "./readLinks.ts";
import {
  briefDefaultsFile,
  citiesFile,
  cityTiersFile,
  dealBoostingFile,
  dealKindsFile,
  dealRightsFile,
  dealRoutesFile,
  fxFile,
  peaksFile,
  platformsFile,
  tiersFile,
  topicSearchFile,
  topicsFile,
} from "./referenceForms.ts";

let known: Reference | null = null;

/** Reads and checks the shipped data files, once a process. Throws when one of them breaks its form. */
export function readReference(): Reference {
  known ??= readAll();
  return known;
}

function readTopics(): readonly Topic[] {
  const { topics: searchWords } = read("topics/search.json", topicSearchFile);
  return read("topics/topics.json", topicsFile).topics.map((topic) => {
    const words = searchWords[topic.slug];
    if (words === undefined) throw new Error(`data/topics/search.json has no words for ${topic.slug}`);
    return { ...topic, searchWords: words };
  });
}

function readPlatforms(): readonly Platform[] {
  const { links } = readLinks();
  const hostsOf = (slug: string) =>
    links.filter((link) => link.platform === slug).flatMap(({ hosts }) => hosts);
  return ["western", "china", "off-platform"]
    .flatMap((name) => read(`platforms/${name}.json`, platformsFile).platforms)
    .map((platform) => ({ ...platform, hosts: hostsOf(platform.slug) }));
}

function readAll(): Reference {
  const { policies, defaults } = read("tiers/policies.json", tiersFile);
  const china = read("cities/cn.json", citiesFile);
  const elsewhere = read("cities/elsewhere.json", citiesFile);
  const firstTier = read("cities/tiers-first.json", cityTiersFile);
  const fx = read("fx/rates.json", fxFile);
  return {
    platforms: readPlatforms(),
    tierPolicies: { policies, defaults },
    topics: new TopicLexicon(readTopics()),
    cities: new Cities({
      regions: [...china.regions, ...elsewhere.regions],
      cities: [...china.cities, ...elsewhere.cities],
      tierLists: [firstTier],
    }),
    fx: fx.rates.map(({ rate, ...row }) => ({
      ...row,
      rateE9: Math.round(rate * 1e9),
      source: fx.source,
    })),
    briefDefaults: readBriefDefaults(),
    deals: readDeals(),
    peaks: read("calendar/peaks.json", peaksFile).peaks,
  };
}

function readDeals(): Deals {
  const { routes, orderPlaces } = read("deals/routes.json", dealRoutesFile);
  return {
    kinds: read("deals/kinds.json", dealKindsFile).kinds,
    channels: read("deals/rights.json", dealRightsFile).channels,
    tools: read("deals/boosting.json", dealBoostingFile).tools,
    routes,
    orderPlaces,
  };
}

function readBriefDefaults(): BriefDefaults {
  const name = "brief/defaults.json";
  const { hoursPerCreator, hourlyRates, orderValues, source, year, trust } = read(name, briefDefaultsFile);
  const inMinor = (row: (typeof hourlyRates)[number]) => ({
    market: row.market,
    money: fromMajor(row.amount, row.currency, name),
  });
  return {
    hoursPerCreator,
    hourlyRates: hourlyRates.map(inMinor),
    orderValues: orderValues.map(inMinor),
    source,
    year,
    trust,
  };
}

function read<Form extends z.ZodType>(name: string, form: Form): z.infer<Form> {
  const url = new URL(`../../../data/${name}`, import.meta.url);
  const parsed = form.safeParse(JSON.parse(readFileSync(url, "utf8")));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`data/${name}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "breaks its form"}`);
}
