import { CITY_TIERS } from "#core/catalog/city";
import { brandKey } from "#core/catalog/collaboration";
import { platformNamed } from "#core/catalog/platform";
import { PROFESSIONAL_LEVELS } from "#core/catalog/professionalLevel";
import { tagKey } from "#core/catalog/tag";
import { spelling } from "#core/localNames";
import { type Sentence, sentence } from "#core/sentence";
import type { FindGround } from "./readFind.ts";

/** How a parameter's words become the keys that the index knows: by any name in any of the three languages. */
export function wordReader(param: string, { reference }: FindGround): (word: string) => string {
  const { cities, topics, platforms } = reference;
  const deliverables = platforms.flatMap((platform) => platform.deliverables);
  const readers: Readonly<Record<string, (word: string) => string>> = {
    platform: (word) => platformNamed(platforms, word)?.slug ?? word.toLowerCase(),
    country: (word) => cities.countryOf(word) ?? word.toUpperCase(),
    city: (word) => cities.cityOf(word)?.slug ?? word,
    "city-tier": (word) => word.toLowerCase().replace(/^new-1$/, "new1"),
    language: (word) => word,
    tier: (word) => word.toLowerCase(),
    topic: (word) => topics.topicOf(word) ?? word,
    deliverable: (word) =>
      deliverables.find(({ slug, names }) =>
        [slug, ...Object.values(names)].some((name) => spelling(name) === spelling(word)),
      )?.slug ?? word,
    brand: brandKey,
    mentions: brandKey,
    tag: tagKey,
    contact: yesNo,
    contacted: yesNo,
    customer: yesNo,
  };
  return readers[param] ?? ((word) => word);
}

/** Why no account can have a key; null: one can, or only the catalog knows. */
export function ruleOfWord(
  param: string,
  key: string,
  { reference }: Pick<FindGround, "reference">,
): Sentence | null {
  if (param === "country") return reference.cities.countryOf(key) === null ? sentence("find.country") : null;
  const known = closedWords(param, reference);
  return known === null || known.includes(key) ? null : sentence("find.oneOf", { known: known.join(", ") });
}

/** Every key of a parameter whose keys are not the catalog's to add to; null where they are. */
function closedWords(param: string, { tierPolicies }: FindGround["reference"]): readonly string[] | null {
  const tiers = () => tierPolicies.policies.flatMap(({ bands }) => bands.map(({ tier }) => tier));
  if (param === "tier") return [...new Set(tiers())];
  const words: Readonly<Record<string, readonly string[]>> = {
    "city-tier": CITY_TIERS,
    level: PROFESSIONAL_LEVELS,
    contact: YES_NO,
    contacted: YES_NO,
    customer: YES_NO,
    gender: GENDERS,
  };
  return words[param] ?? null;
}

const YES_NO: readonly string[] = ["yes", "no"];
const GENDERS: readonly string[] = ["female", "male"];

function yesNo(word: string): string {
  return /^(yes|true|1|是|有)$/i.test(word) ? "yes" : /^(no|false|0|否|无|無)$/i.test(word) ? "no" : word;
}
