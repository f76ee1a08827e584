import type { Reference } from "#core/catalog/reference";
import { useWords } from "../words/words.tsx";
import { FormGroup } from "./FormGroup.tsx";
import { ChoiceField, ManyField, NumberField, TextField, WordsField } from "./fields.tsx";

/** On what terms creators are booked: kinds of deal, route, rights, exclusivity, boosting, returns. */
export function BriefDeals({
  reference: { deals },
  inProgramme,
}: {
  reference: Reference;
  /** Boosting has money of its own, and is no part of a programme. */
  inProgramme: boolean;
}) {
  const { t, language } = useWords();
  const choices = (rows: Reference["deals"]["kinds" | "routes" | "channels" | "tools"]) =>
    rows.map(({ slug, names }) => ({ value: slug, label: names[language] }));
  return (
    <FormGroup title={t("brief.group.deals")} says={t("brief.dealsHint")}>
      <ManyField path="deals.allow" label={t("brief.dealsAllow")} choices={choices(deals.kinds)} />
      <ChoiceField path="deals.route" label={t("brief.dealsRoute")} choices={choices(deals.routes)} />
      <ManyField
        path="deals.usageRights.channels"
        label={t("brief.rightsChannels")}
        choices={choices(deals.channels)}
      />
      <NumberField path="deals.usageRights.months" label={t("brief.rightsMonths")} />
      <TextField path="deals.usageRights.territory" label={t("brief.rightsTerritory")} />
      <NumberField path="deals.exclusivity.months" label={t("brief.exclusivityMonths")} />
      <WordsField path="deals.exclusivity.categories" label={t("brief.exclusivityCategories")} />
      {!inProgramme && (
        <>
          <ChoiceField
            path="deals.boosting.tool"
            label={t("brief.boostTool")}
            choices={choices(deals.tools)}
          />
          <NumberField path="deals.boosting.amount" label={t("brief.boostAmount")} />
          <TextField path="deals.boosting.share" label={t("brief.boostShare")} />
        </>
      )}
      <ChoiceField
        path="deals.soldIn"
        label={t("brief.soldIn")}
        choices={(["shop", "marketplace", "livestream"] as const).map((value) => ({
          value,
          label: t(`brief.soldInChoice.${value}`),
        }))}
      />
      <TextField path="deals.returnRate" label={t("brief.returnRate")} />
    </FormGroup>
  );
}
