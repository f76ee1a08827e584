import { deliverableNamed, deliverablesOf, platformName, platformNamed } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { policyById, policyFor, type TierPolicies } from "#core/catalog/tierPolicy";
import { nearestOf } from "#core/nearest";
import { sentence } from "#core/sentence";
import type { BriefReading, Section } from "./briefReading.ts";
import { oneOf } from "./objective.ts";

/** Platforms by slug; a word that names none is refused, since a hard constraint must not silently exclude everybody. */
export function readPlatforms(
  reading: BriefReading,
  value: unknown,
  { platforms }: Reference,
): readonly string[] {
  const slugs = platforms.map((platform) => platform.slug);
  return reading.words(
    value,
    "platforms",
    (text) => platformNamed(platforms, text)?.slug ?? null,
    (text) => oneOf(slugs.join(", "), nearestOf(text, slugs)),
  );
}

/**
 * Deliverables as "note" (of whatever platform) or "xiaohongshu/note". A trade word such as 图文 becomes the
 * deliverables it means on the wanted platforms.
 */
export function readDeliverables(
  reading: BriefReading,
  value: unknown,
  wantedPlatforms: readonly string[],
  { platforms }: Reference,
): readonly string[] {
  const on = wantedPlatforms.length > 0 ? wantedPlatforms : platforms.map((platform) => platform.slug);
  const sold = [...new Set(on.flatMap((slug) => deliverablesOf(platforms, slug).map((kind) => kind.slug)))];
  const read = reading.texts(value, "deliverables").flatMap(({ text, at }) => {
    if (sold.includes(text)) return [text];
    const [left = "", right] = text.split("/");
    const prefixed = right === undefined ? null : platformNamed(platforms, left);
    const where = right === undefined ? on : on.filter((slug) => slug === prefixed?.slug);
    const meant = where.flatMap((slug) => {
      const kind = deliverableNamed(platforms, slug, right ?? text);
      return kind ? [`${slug}/${kind.slug}`] : [];
    });
    if (meant.length === 0) reading.refuse(at, oneOf(sold.join(", "), nearestOf(right ?? text, sold)), text);
    return meant;
  });
  return [...new Set(read)];
}

/**
 * The size bands that name the creators: one policy for all if chosen, else on each platform its default in the market.
 * A chosen one that was made for a platform names the creators of others too, and that is said.
 */
export function readTierPolicy(
  reading: BriefReading,
  document: Section,
  market: string | null,
  platforms: readonly string[],
  { tierPolicies, platforms: known }: Reference,
): string | null {
  const at = "tierPolicy";
  const written = reading.text(document[at], at);
  if (written === null) return assumePolicies(reading, at, market ?? "", platforms, tierPolicies, known);
  const chosen = policyById(tierPolicies, written);
  if (chosen === null) {
    const ids = tierPolicies.policies.map((policy) => policy.id);
    return reading.refuse(at, oneOf(ids.join(", "), nearestOf(written, ids)), written);
  }
  if (chosen.platform !== null && platforms.some((platform) => platform !== chosen.platform))
    reading.warn(
      sentence("brief.warning.tierPolicy", {
        policy: chosen.names,
        platform: platformName(known, chosen.platform),
        others: platforms
          .filter((platform) => platform !== chosen.platform)
          .map((slug) => platformName(known, slug)),
      }),
    );
  return written;
}

function assumePolicies(
  reading: BriefReading,
  at: string,
  market: string,
  platforms: readonly string[],
  tiers: TierPolicies,
  known: Reference["platforms"],
): null {
  const ofMarket = policyFor(tiers, market);
  const [first, ...others] = platforms.map((platform) => policyFor(tiers, market, platform));
  const { id, names, source } = first ?? ofMarket;
  if (others.some((policy) => policy.id !== id)) {
    const list = platforms.map((slug) =>
      sentence("brief.default.tierPolicyOn", {
        policy: policyFor(tiers, market, slug).names,
        platform: platformName(known, slug),
      }),
    );
    return reading.assume(at, null, null, sentence("brief.default.tierPolicies", { list }));
  }
  const key = first === undefined ? "tierPolicyOpen" : "tierPolicy";
  return reading.assume(at, null, id, sentence(`brief.default.${key}`, { policy: names, source }));
}
