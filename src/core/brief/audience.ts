import { CITY_TIERS } from "#core/catalog/city";
import type { Reference } from "#core/catalog/reference";
import { nearestOf } from "#core/nearest";
import { sentence } from "#core/sentence";
import { ageRange } from "./ages.ts";
import type { Brief } from "./brief.ts";
import type { BriefReading, Section } from "./briefReading.ts";
import { oneOf } from "./objective.ts";

const KEYS = ["countries", "cities", "cityTiers", "ages", "genders", "languages", "interests"];

const GENDER_WORDS: Readonly<Record<string, string>> = {
  female: "female",
  f: "female",
  women: "female",
  woman: "female",
  女: "female",
  女性: "female",
  male: "male",
  m: "male",
  men: "male",
  man: "male",
  男: "male",
  男性: "male",
};

const CITY_TIER_WORDS: Readonly<Record<string, string>> = {
  一线: "1",
  一線: "1",
  新一线: "new1",
  新一線: "new1",
  二线: "2",
  二線: "2",
  三线: "3",
  三線: "3",
  四线: "4",
  四線: "4",
  五线: "5",
  五線: "5",
};

/** Whom the campaign is for; all adults of the market where nobody said. */
export function readAudience(
  reading: BriefReading,
  document: Section,
  market: string | null,
  reference: Reference,
): Brief["audience"] {
  const section = reading.section(document["audience"], "audience", KEYS);
  const { cities } = reference;
  const countries = reading.words(
    section["countries"],
    "audience.countries",
    (text) => cities.countryOf(text),
    () => sentence("brief.rule.country"),
  );
  const ages = reading.words(section["ages"], "audience.ages", plainAges, () => sentence("brief.rule.ages"));
  const genders = reading.words(
    section["genders"],
    "audience.genders",
    (text) => GENDER_WORDS[text.toLowerCase()] ?? null,
    () => oneOf("female, male", null),
  );
  const languages = reading.words(section["languages"], "audience.languages", plainLanguage, () =>
    sentence("brief.rule.language"),
  );
  const home = market ?? "";
  return {
    countries:
      countries.length > 0
        ? countries
        : reading.assume(
            "audience.countries",
            market === null ? [] : [market],
            home,
            sentence("brief.default.countries", { market: home }),
          ),
    cities: readCities(reading, section["cities"], reference),
    cityTiers: readCityTiers(reading, section["cityTiers"]),
    ages:
      ages.length > 0
        ? ages
        : reading.assume("audience.ages", ["18+"], "18+", sentence("brief.default.ages")),
    genders,
    languages,
    interests: readTopics(reading, section["interests"], "audience.interests", reference),
  };
}

/** "18–24" and "18 - 24" are "18-24". */
function plainAges(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[–—~〜～]/g, "-");
  return ageRange(plain) ? plain : null;
}

function plainLanguage(text: string): string | null {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text) ? (Intl.getCanonicalLocales(text)[0] ?? null) : null;
}

function readCities(reading: BriefReading, value: unknown, { cities }: Reference): readonly string[] {
  const read = reading.texts(value, "audience.cities").map((entry) => {
    const city = cities.cityOf(entry.text);
    if (city === null) reading.warn(sentence("brief.warning.city", { city: entry.text }));
    return city?.slug ?? entry.text;
  });
  return [...new Set(read)];
}

export function plainCityTier(text: string): string | null {
  const plain = CITY_TIER_WORDS[text.replace(/城市$/, "")] ?? text.toLowerCase().replace(/^tier[\s-]*/, "");
  return (CITY_TIERS as readonly string[]).includes(plain) ? plain : null;
}

function readCityTiers(reading: BriefReading, value: unknown): readonly string[] {
  return reading.words(value, "audience.cityTiers", plainCityTier, () => oneOf(CITY_TIERS.join(", "), null));
}

/** Topics by slug where known. */
export function readTopics(
  reading: BriefReading,
  value: unknown,
  at: string,
  reference: Reference,
): readonly string[] {
  const read = reading.texts(value, at).map((entry) => topicMeant(reading, entry.text, entry.at, reference));
  return [...new Set(read)];
}

/** The topic of a word; an unknown word stays and is warned of, since a creator may well carry it. */
export function topicMeant(reading: BriefReading, word: string, at: string, { topics }: Reference): string {
  const slug = topics.topicOf(word);
  if (slug !== null) return slug;
  const known = topics.topics.flatMap((topic) => topics.wordsOf(topic.slug));
  const nearest = nearestOf(word, known);
  reading.warn(
    nearest
      ? sentence("brief.warning.topicNear", { topic: word, at, nearest })
      : sentence("brief.warning.topic", { topic: word, at }),
  );
  return word;
}
