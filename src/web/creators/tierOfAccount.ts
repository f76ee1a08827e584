import { policyFor, type TierPolicies, type TierPolicy, tierOf } from "#core/catalog/tierPolicy";

/** A creator's tier with the policy that says so; null where the size is unknown or the policy has no name for it. */
export function tierOfAccount(
  tiers: TierPolicies,
  account: { readonly platform: string; readonly country: string | null; readonly followers: number | null },
  chosen: TierPolicy | null = null,
): { readonly tier: string; readonly policy: TierPolicy } | null {
  if (account.followers === null) return null;
  const policy = chosen ?? policyFor(tiers, account.country ?? "", account.platform);
  const tier = tierOf(policy, account.followers);
  return tier === null ? null : { tier, policy };
}
