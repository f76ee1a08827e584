import { NativeSelect, TextInput } from "@mantine/core";
import type { Reference } from "#core/catalog/reference";
import { policyById } from "#core/catalog/tierPolicy";
import { useNames } from "../doors/names.ts";
import { useWords } from "../words/words.tsx";

export interface FilterChoice {
  readonly query: string;
  readonly platform: string;
  readonly policy: string;
  readonly tier: string;
}

/** Name, platform, and a tier, which means nothing without the policy that names it. */
export function CreatorFilters({
  choice,
  onChoice,
  reference,
}: {
  choice: FilterChoice;
  onChoice: (choice: FilterChoice) => void;
  reference: Reference | undefined;
}) {
  const { t, language } = useWords();
  const names = useNames();
  const policies = reference?.tierPolicies.policies ?? [];
  const policy = reference ? policyById(reference.tierPolicies, choice.policy) : null;
  const any = { value: "", label: t("creators.any") };
  return (
    <search className="row filters">
      <TextInput
        label={t("creators.search")}
        type="search"
        value={choice.query}
        onChange={(event) => onChoice({ ...choice, query: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("creators.platform")}
        value={choice.platform}
        data={[
          any,
          ...(reference?.platforms ?? []).map((each) => ({ value: each.slug, label: each.names[language] })),
        ]}
        onChange={(event) => onChoice({ ...choice, platform: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("creators.policy")}
        value={choice.policy}
        data={[
          { value: "", label: t("creators.policyByMarket") },
          ...policies.map((each) => ({ value: each.id, label: each.names[language] })),
        ]}
        onChange={(event) => onChoice({ ...choice, policy: event.currentTarget.value, tier: "" })}
      />
      {policy && (
        <NativeSelect
          label={t("creators.tier")}
          value={choice.tier}
          data={[any, ...policy.bands.map((band) => ({ value: band.tier, label: names.tier(band.tier) }))]}
          onChange={(event) => onChoice({ ...choice, tier: event.currentTarget.value })}
        />
      )}
    </search>
  );
}
