import { CITY_TIERS } from "#core/catalog/city";
import { platformNamed } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { nearestOf } from "#core/nearest";
import { sentence } from "#core/sentence";
import { plainCityTier, topicMeant } from "./audience.ts";
import { type Brief, type Quota, SLOT_RULES, type SlotRule } from "./brief.ts";
import { type BriefReading, isAbsent, type Section } from "./briefReading.ts";
import { oneOf } from "./objective.ts";

const KINDS = ["platform", "tier", "topic", "cityTier", "country"];

/** How many creators, of what, which never and which always. All of it is hard. */
export function readCreators(
  reading: BriefReading,
  document: Section,
  reference: Reference,
): Brief["creators"] {
  const section = reading.section(document["creators"], "creators", [
    "min",
    "max",
    "quotas",
    "exclude",
    "lock",
    "slots",
  ]);
  const min = reading.whole(section["min"], "creators.min", 0);
  const max = reading.whole(section["max"], "creators.max", 1);
  if (min !== null && max !== null && min > max)
    reading.refuse("creators.min", sentence("brief.rule.minAboveMax", { max }), min);
  const lock = reading.texts(section["lock"], "creators.lock");
  const exclude = new Set(reading.texts(section["exclude"], "creators.exclude").map((entry) => entry.text));
  for (const entry of lock) {
    if (exclude.has(entry.text)) reading.refuse(entry.at, sentence("brief.rule.lockExcluded"), entry.text);
  }
  if (max !== null && lock.length > max)
    reading.refuse("creators.lock", sentence("brief.rule.lockAboveMax", { max }), lock.length);
  return {
    min: min ?? reading.assume("creators.min", 0, 0, sentence("brief.default.creatorsMin")),
    max,
    quotas: readQuotas(reading, section["quotas"], reference),
    exclude: [...exclude],
    lock: [...new Set(lock.map((entry) => entry.text))],
    slots: readSlots(reading, section["slots"]),
  };
}

function readSlots(reading: BriefReading, value: unknown): SlotRule {
  const at = "creators.slots";
  if (isAbsent(value)) return reading.assume(at, "auto", "auto", sentence("brief.default.slots"));
  const text = reading.text(value, at)?.toLowerCase() ?? null;
  if (text === null) return "auto";
  const known = SLOT_RULES.find((rule) => rule === text);
  if (known !== undefined) return known;
  reading.refuse(at, oneOf(SLOT_RULES.join(", "), nearestOf(text, SLOT_RULES)), text);
  return "auto";
}

function readQuotas(reading: BriefReading, value: unknown, reference: Reference): readonly Quota[] {
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) {
    reading.refuse("creators.quotas", sentence("brief.rule.quotas"), value);
    return [];
  }
  return value.flatMap((entry: unknown, i) => {
    const at = `creators.quotas[${i}]`;
    if (isAbsent(entry)) {
      reading.refuse(at, sentence("brief.rule.quotas"), null);
      return [];
    }
    const section = reading.section(entry, at, ["label", "min", "max"]);
    const label = readLabel(reading, section["label"], `${at}.label`, reference);
    const min = reading.whole(section["min"], `${at}.min`, 0);
    const max = reading.whole(section["max"], `${at}.max`, 0);
    if (isAbsent(section["min"]) && isAbsent(section["max"]))
      reading.refuse(at, sentence("brief.rule.quotaEmpty"), label);
    if (min !== null && max !== null && min > max)
      reading.refuse(`${at}.min`, sentence("brief.rule.minAboveMax", { max }), min);
    return label === null ? [] : [{ label, min, max }];
  });
}

/** "platform:小红书" is "platform:xiaohongshu": labels are compared letter by letter later on. */
function readLabel(reading: BriefReading, value: unknown, at: string, reference: Reference): string | null {
  const rule = sentence("brief.rule.label", { kinds: KINDS.map((kind) => `${kind}:`).join(", ") });
  if (isAbsent(value)) return reading.refuse(at, rule, null);
  const text = reading.text(value, at);
  if (text === null) return null;
  const colon = text.indexOf(":");
  const [kind, word] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  if (colon < 0 || !KINDS.includes(kind) || word === "") return reading.refuse(at, rule, text);
  const meant =
    kind === "topic" ? topicMeant(reading, word, at, reference) : meaningOf(kind, word, reference);
  if (meant !== null) return `${kind}:${meant}`;
  if (kind === "country") return reading.refuse(at, sentence("brief.rule.country"), text);
  const known = valuesOf(kind, reference);
  return reading.refuse(at, oneOf(known.join(", "), nearestOf(word, known)), text);
}

function meaningOf(kind: string, word: string, reference: Reference): string | null {
  const { platforms, cities } = reference;
  if (kind === "platform") return platformNamed(platforms, word)?.slug ?? null;
  if (kind === "country") return cities.countryOf(word);
  if (kind === "cityTier") return plainCityTier(word);
  return valuesOf(kind, reference).find((tier) => tier === word.toLowerCase()) ?? null;
}

function valuesOf(kind: string, { platforms, tierPolicies }: Reference): readonly string[] {
  if (kind === "platform") return platforms.map((platform) => platform.slug);
  if (kind === "cityTier") return CITY_TIERS;
  return [...new Set(tierPolicies.policies.flatMap((policy) => policy.bands.map((band) => band.tier)))];
}
