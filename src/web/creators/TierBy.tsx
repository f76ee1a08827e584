import { useQuery } from "@tanstack/react-query";
import { policyById, type TierPolicy } from "#core/catalog/tierPolicy";
import { type Names, useNames } from "../doors/names.ts";
import { referenceQuery } from "../doors/reference.ts";
import { Figure } from "../figures/Figure.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords, type Words } from "../words/words.tsx";

/** A tier with the policy that says so; opened, the policy's bands and its source. `isShort`: whose it is only there. */
export function TierBy({
  tier,
  policyId,
  isShort = false,
}: {
  tier: string;
  policyId: string;
  isShort?: boolean;
}) {
  const words = useWords();
  const names = useNames();
  const reference = useQuery(referenceQuery(useWorkspace())).data;
  const policy = reference ? policyById(reference.tierPolicies, policyId) : null;
  const full = words.t("plan.tierBy", { tier: names.tier(tier), policy: names.policy(policyId) });
  const said = isShort ? names.tier(tier) : full;
  if (policy === null) return said;
  return (
    <Figure
      origin={{
        says: isShort ? `${full} · ${sayBands(words, names, policy)}` : sayBands(words, names, policy),
        source: policy.source,
        on: policy.year === null ? null : String(policy.year),
        trust: policy.trust,
      }}
    >
      {said}
    </Figure>
  );
}

function sayBands({ t, number, language }: Words, names: Names, policy: TierPolicy): string {
  const bands = policy.bands.map(({ tier, from, below }) =>
    below === null
      ? t("origin.bandOpen", { tier: names.tier(tier), from: number(from) })
      : t("origin.band", { tier: names.tier(tier), from: number(from), below: number(below) }),
  );
  return t("origin.tier", { bands: new Intl.ListFormat(language, { type: "unit" }).format(bands) });
}
