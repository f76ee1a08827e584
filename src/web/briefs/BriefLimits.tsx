import { deliverablesOf } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { useWords } from "../words/words.tsx";
import { useBriefValue } from "./briefEditing.ts";
import { FormGroup } from "./FormGroup.tsx";
import { ChoiceField, ManyField, NumberField, TextField, WordsField } from "./fields.tsx";
import { QuotaField } from "./QuotaField.tsx";

/** What is hard: platforms, deliverables, how many creators, who always and who never. */
export function BriefLimits({
  reference,
  platformName,
}: {
  reference: Reference;
  platformName: (slug: string) => string;
}) {
  const { t, language } = useWords();
  const chosen = useBriefValue("platforms").value;
  const { platforms, tierPolicies } = reference;
  const wanted =
    Array.isArray(chosen) && chosen.length > 0 ? chosen.map(String) : platforms.map((each) => each.slug);
  const deliverables = new Map(
    wanted.flatMap((slug) =>
      deliverablesOf(platforms, slug).map(
        (kind) => [`${slug}/${kind.slug}`, `${platformName(slug)} · ${kind.names[language]}`] as const,
      ),
    ),
  );
  return (
    <FormGroup title={t("brief.group.limits")} says={t("brief.hardHint")}>
      <ManyField
        path="platforms"
        label={t("brief.platforms")}
        choices={platforms.map((each) => ({ value: each.slug, label: each.names[language] }))}
      />
      <ManyField
        path="deliverables"
        label={t("brief.deliverables")}
        choices={[...deliverables].map(([value, label]) => ({ value, label }))}
      />
      <ChoiceField
        path="tierPolicy"
        label={t("brief.tierPolicy")}
        choices={tierPolicies.policies.map((policy) => ({
          value: policy.id,
          label: policy.names[language],
        }))}
      />
      <NumberField path="creators.min" label={t("brief.creatorsMin")} />
      <NumberField path="creators.max" label={t("brief.creatorsMax")} />
      <QuotaField />
      <WordsField path="creators.lock" label={t("brief.lock")} />
      <WordsField path="creators.exclude" label={t("brief.exclude")} />
      <WordsField path="competitors" label={t("brief.competitors")} />
      <TextField path="risk.confidence" label={t("brief.confidence")} />
      <ChoiceField
        path="risk.tail"
        label={t("brief.tail")}
        choices={[
          { value: "0.5", label: t("brief.tailChoice.half") },
          { value: "0.2", label: t("brief.tailChoice.fifth") },
          { value: "0.1", label: t("brief.tailChoice.tenth") },
        ]}
      />
    </FormGroup>
  );
}
