import { useContext } from "react";
import { METRICS, type Metric, SALES_METRICS } from "#core/brief/brief";
import type { Reference } from "#core/catalog/reference";
import { useNames } from "../doors/names.ts";
import { useWords } from "../words/words.tsx";
import { BriefCalendar } from "./BriefCalendar.tsx";
import { BriefDeals } from "./BriefDeals.tsx";
import { BriefLimits } from "./BriefLimits.tsx";
import { BriefEditingContext } from "./briefEditing.ts";
import { valueAt } from "./briefText.ts";
import { countriesOf, currenciesOf } from "./choices.ts";
import { FormGroup } from "./FormGroup.tsx";
import { ChoiceField, FlagField, ManyField, NumberField, TextField, WordsField } from "./fields.tsx";

const AGES = ["18-24", "25-34", "35-44", "45-54", "55+"] as const;
const TIERS = ["1", "new1", "2", "3", "4", "5"] as const;

/** The brief as questions; every answer is written into the document beside it. */
export function BriefForm({
  reference,
  inProgramme = false,
}: {
  reference: Reference;
  /** Name and money are then said elsewhere; what few campaigns need is folded. */
  inProgramme?: boolean;
}) {
  const { t, language } = useWords();
  const names = useNames();
  const editing = useContext(BriefEditingContext);
  const text = (path: string) => {
    const value = valueAt(editing?.document ?? null, path.split("."));
    return typeof value === "string" ? value : "";
  };
  const metric = METRICS.find((known) => known === text("objective.metric"));
  const currency = text("currency") || undefined;
  const percentTarget = text("objective.target").includes("%");
  const topics = reference.topics.topics.map((topic) => ({
    value: topic.slug,
    label: topic.names[language],
  }));
  const money = (
    <FormGroup title={t("brief.group.money")}>
      {!inProgramme && (
        <NumberField path="budget" label={t("brief.budget")} hint={t("brief.budgetHint")} suffix={currency} />
      )}
      <NumberField path="handling.hoursPerCreator" label={t("brief.hours")} />
      <NumberField path="handling.hourlyRate" label={t("brief.hourlyRate")} suffix={currency} />
      <FlagField path="handling.inBudget" label={t("brief.inBudget")} />
      <NumberField path="gift.value" label={t("brief.gift")} suffix={currency} />
      <NumberField path="gift.shipping" label={t("brief.shipping")} suffix={currency} />
      {isSale(metric) && (
        <>
          <NumberField path="order.value" label={t("brief.orderValue")} suffix={currency} />
          <TextField path="order.grossMargin" label={t("brief.margin")} hint={t("brief.marginHint")} />
          <TextField path="order.conversionRate" label={t("brief.conversion")} />
        </>
      )}
    </FormGroup>
  );
  const limits = (
    <>
      <BriefLimits reference={reference} platformName={names.platform} />
      <BriefDeals reference={reference} inProgramme={inProgramme} />
      <BriefCalendar />
    </>
  );
  return (
    <div className="brief-form">
      <FormGroup title={t("brief.group.what")}>
        {!inProgramme && <TextField path="name" label={t("brief.name")} />}
        <TextField path="product" label={t("brief.product")} hint={t("brief.productHint")} />
        <ManyField path="topics" label={t("brief.topics")} choices={topics} />
        <ChoiceField path="market" label={t("brief.market")} choices={countriesOf(language)} required />
        <ChoiceField
          path="currency"
          label={t("brief.currency")}
          choices={currenciesOf(reference.fx, language)}
          required
        />
      </FormGroup>
      <FormGroup title={t("brief.group.goal")}>
        <ChoiceField
          path="objective.metric"
          label={t("brief.metric")}
          hint={metric ? t(`metricSays.${metric}`) : t("brief.metricHint")}
          choices={METRICS.map((value) => ({ value, label: t(`metric.${value}`) }))}
          required
        />
        <TextField path="objective.target" label={t("brief.target")} hint={t("brief.targetHint")} />
        {percentTarget && (
          <NumberField path="objective.baseline" label={t("brief.baseline")} hint={t("brief.baselineHint")} />
        )}
        <TextField path="objective.by" label={t("brief.by")} type="date" required />
        <TextField path="start" label={t("brief.start")} type="date" />
        <TextField path="end" label={t("brief.end")} type="date" />
      </FormGroup>
      {!inProgramme && money}
      <FormGroup title={t("brief.group.whom")} says={t("brief.softHint")}>
        <ManyField
          path="audience.ages"
          label={t("brief.ages")}
          choices={AGES.map((value) => ({ value, label: value }))}
        />
        <ManyField
          path="audience.genders"
          label={t("brief.genders")}
          choices={[
            { value: "female", label: t("audience.female") },
            { value: "male", label: t("audience.male") },
          ]}
        />
        <ManyField path="audience.countries" label={t("brief.countries")} choices={countriesOf(language)} />
        <ManyField
          path="audience.cityTiers"
          label={t("brief.cityTiers")}
          choices={TIERS.map((value) => ({ value, label: t(`cityTier.${value}`) }))}
        />
        <WordsField path="audience.cities" label={t("brief.cities")} />
        <ManyField path="audience.interests" label={t("brief.interests")} choices={topics} />
      </FormGroup>
      {inProgramme ? (
        <details className="fold">
          <summary>{t("brief.more")}</summary>
          <div className="brief-form">
            {money}
            {limits}
          </div>
        </details>
      ) : (
        limits
      )}
    </div>
  );
}

const isSale = (metric: Metric | undefined) => metric !== undefined && SALES_METRICS.includes(metric);
