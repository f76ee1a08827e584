import type { Brief } from "#core/brief/brief";
import type { Reference } from "#core/catalog/reference";
import { chosenPolicy, tierOf } from "#core/catalog/tierPolicy";
import type { QuotaRow } from "#core/instance";
import type { Audience } from "./audience.ts";
import type { Bundle } from "./offer.ts";

/** The size tier of an account under the brief's policy, with the policy that says so; null where it names none. */
export function tierOfAccount(
  followers: number,
  platform: string,
  brief: Brief,
  reference: Reference,
): { readonly name: string; readonly policy: string } | null {
  const policy = chosenPolicy(reference.tierPolicies, brief.tierPolicy, brief.market, platform);
  const name = tierOf(policy, followers);
  return name === null ? null : { name, policy: policy.id };
}

/** Those of an item's labels that the brief's quotas count. */
export function labelsOf(
  bundle: Bundle,
  brief: Brief,
  audience: Audience,
  reference: Reference,
): readonly string[] {
  if (brief.creators.quotas.length === 0) return [];
  const { account } = bundle;
  const tier = tierOfAccount(bundle.followers, account.platform, brief, reference);
  const cityTier = cityTierOf(bundle, audience, reference);
  const all = [
    `platform:${account.platform}`,
    ...(tier === null ? [] : [`tier:${tier.name}`]),
    ...account.topics.map((topic) => `topic:${topic}`),
    ...(cityTier === null ? [] : [`cityTier:${cityTier}`]),
    ...(account.country === null ? [] : [`country:${account.country}`]),
  ];
  return all.filter((label) => brief.creators.quotas.some((quota) => quota.label === label));
}

/** Quotas of the brief, and one row for each creator it locks: exactly one of that creator's items. */
export function quotaRows(brief: Brief, lockedGroups: readonly string[]): readonly QuotaRow[] {
  return [
    ...brief.creators.quotas.map(({ label, min, max }) => ({ label, min, max })),
    ...lockedGroups.map((group) => ({ label: `lock:${group}`, min: 1, max: 1 })),
  ];
}

// The city a creator lives in decides; where it is unknown, the tier in which most of its followers do.
function cityTierOf(bundle: Bundle, audience: Audience, reference: Reference): string | null {
  const { city, cityTier = null } = bundle.account;
  const own = cityTier ?? (city === null ? null : (reference.cities.tierOf(city)?.tier ?? null));
  if (own !== null) return own;
  if (audience.scheme.kind !== "cityTier") return null;
  const mix = audience.of.get(bundle.account.id)?.mix;
  if (!mix || mix.method.geo === "assumed") return null;
  const [top] = [...mix.geo].sort((a, b) => b[1] - a[1]);
  return top ? top[0] : null;
}
