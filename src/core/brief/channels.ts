import { deliverableNamed, deliverablesOf, platformNamed } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { policyById, policyFor } from "#core/catalog/tierPolicy";
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

/** The size bands that name the creators: chosen, or the default of the market (of the platform, when it is one). */
export function readTierPolicy(
  reading: BriefReading,
  document: Section,
  market: string | null,
  platforms: readonly string[],
  { tierPolicies }: Reference,
): string {
  const at = "tierPolicy";
  const written = reading.text(document[at], at);
  const byMarket = policyFor(tierPolicies, market ?? "", platforms.length === 1 ? platforms[0] : null);
  if (written === null) {
    const says = sentence("brief.default.tierPolicy", { policy: byMarket.id, source: byMarket.source });
    return reading.assume(at, byMarket.id, byMarket.id, says);
  }
  if (policyById(tierPolicies, written)) return written;
  const ids = tierPolicies.policies.map((policy) => policy.id);
  reading.refuse(at, oneOf(ids.join(", "), nearestOf(written, ids)), written);
  return byMarket.id;
}
