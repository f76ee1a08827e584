import { brandKey } from "#core/catalog/collaboration";
import { platformNamed } from "#core/catalog/platform";
import { tagKey } from "#core/catalog/tag";
import { spelling } from "#core/localNames";
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

function yesNo(word: string): string {
  return /^(yes|true|1|是|有)$/i.test(word) ? "yes" : /^(no|false|0|否|无|無)$/i.test(word) ? "no" : word;
}
