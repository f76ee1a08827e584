import { useQuery } from "@tanstack/react-query";
import type { Account } from "#core/catalog/creator";
import { latestFigure } from "#core/catalog/latestFigure";
import { marketOf } from "#core/catalog/market";
import { tierOf } from "#core/catalog/tierPolicy";
import { useNames } from "../doors/names.ts";
import { referenceQuery } from "../doors/reference.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { TierBy } from "./TierBy.tsx";

/** What every policy that holds for the platform and market calls the account's size. */
export function AccountTiers({ account }: { account: Account }) {
  const word = useKeptWords();
  const names = useNames();
  const reference = useQuery(referenceQuery(useWorkspace())).data;
  const followers = latestFigure(account, "followers")?.value;
  if (!reference || followers === undefined) return null;
  const market = marketOf(account, reference.platforms);
  const policies = reference.tierPolicies.policies.filter(
    (policy) =>
      (policy.platform === null || policy.platform === account.platform) &&
      (policy.market === null || market === null || policy.market === market),
  );
  return (
    <details className="account-tiers">
      <summary>{word("tiers")}</summary>
      <ul>
        {policies.map((policy) => {
          const tier = tierOf(policy, followers);
          return (
            <li key={policy.id}>
              {tier === null ? (
                <span className="quiet">
                  {names.policy(policy.id)}: {word("tiersNone")}
                </span>
              ) : (
                <TierBy tier={tier} policyId={policy.id} />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
