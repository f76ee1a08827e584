import type { LocalNames } from "#core/localNames";
import type { Trust } from "#core/provenance";

/** From `from` followers up to, not including, `below`; null is open. */
export interface TierBand {
  readonly tier: string;
  readonly from: number;
  readonly below: number | null;
}

/** Who calls which size what: bands for a platform × market × industry × version, with who says so. Null holds for all. */
export interface TierPolicy {
  readonly id: string;
  /** What a reader calls it. */
  readonly names: LocalNames;
  readonly platform: string | null;
  readonly market: string | null;
  readonly industry: string | null;
  readonly version: string;
  readonly bands: readonly TierBand[];
  readonly source: string;
  /** Null: the source states none. */
  readonly year: number | null;
  readonly trust: Trust;
  readonly note: string | null;
}

/** Which policy is used where nobody chose one, and why that one. */
export interface TierPolicyDefault {
  readonly market: string | null;
  readonly platform: string | null;
  readonly industry: string | null;
  readonly policy: string;
  readonly why: string;
}

export interface TierPolicies {
  readonly policies: readonly TierPolicy[];
  readonly defaults: readonly TierPolicyDefault[];
}

/** The tier of a size under a policy; null where the policy has no name for that size. */
export function tierOf(policy: TierPolicy, followers: number): string | null {
  const holds = (band: TierBand) => followers >= band.from && (band.below === null || followers < band.below);
  return policy.bands.find(holds)?.tier ?? null;
}

export function policyById(tiers: TierPolicies, id: string): TierPolicy | null {
  return tiers.policies.find((policy) => policy.id === id) ?? null;
}

/** The chosen policy, else the default of the market and the platform. */
export function chosenPolicy(
  tiers: TierPolicies,
  chosen: string | null,
  market: string,
  platform: string,
): TierPolicy {
  return (chosen === null ? null : policyById(tiers, chosen)) ?? policyFor(tiers, market, platform);
}

/**
 * The policy to use where nobody chose one: of the defaults that hold, the one that names the platform, then the
 * industry, then the market. Never null: the data hold a default for everything, and reading them checks that.
 */
export function policyFor(
  tiers: TierPolicies,
  market: string,
  platform: string | null = null,
  industry: string | null = null,
): TierPolicy {
  const isFor = (row: TierPolicyDefault) =>
    (row.market === null || row.market === market) &&
    (row.platform === null || row.platform === platform) &&
    (row.industry === null || row.industry === industry);
  const weight = (row: TierPolicyDefault) =>
    (row.platform === null ? 0 : 4) + (row.industry === null ? 0 : 2) + (row.market === null ? 0 : 1);
  const [best] = tiers.defaults.filter(isFor).sort((a, b) => weight(b) - weight(a));
  const policy = best && policyById(tiers, best.policy);
  if (!policy) throw new Error("data/tiers has no default for everything");
  return policy;
}
