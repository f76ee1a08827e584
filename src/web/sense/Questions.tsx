import { NumberInput, SegmentedControl, Select } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { METRICS } from "#core/brief/brief";
import { countriesOf, currenciesOf } from "../briefs/choices.ts";
import type { KnownReference } from "../doors/reference.ts";
import { useWords } from "../words/words.tsx";
import type { SenseDraft } from "./answers.ts";

export function Questions({
  draft,
  onDraft,
  reference,
}: {
  draft: SenseDraft;
  onDraft: (draft: SenseDraft) => void;
  reference: KnownReference;
}) {
  const { t, language } = useWords();
  const set = (part: Partial<SenseDraft>) => onDraft({ ...draft, ...part });
  const amount = (value: number | string) => (value === "" ? null : Number(value));
  return (
    <div className="questions">
      <Select
        label={t("sense.category")}
        searchable
        required
        data={reference.topics.topics.map((topic) => ({ value: topic.slug, label: topic.names[language] }))}
        value={draft.category || null}
        onChange={(value) => set({ category: value ?? "" })}
      />
      <Select
        label={t("brief.market")}
        searchable
        required
        allowDeselect={false}
        data={countriesOf(language)}
        value={draft.market}
        onChange={(value) => set({ market: value ?? draft.market })}
      />
      <Select
        label={t("brief.currency")}
        searchable
        required
        allowDeselect={false}
        data={currenciesOf(reference.fx, language)}
        value={draft.currency}
        onChange={(value) => set({ currency: value ?? draft.currency })}
      />
      <NumberInput
        label={t("sense.price")}
        required
        hideControls
        min={0}
        thousandSeparator=","
        suffix={` ${draft.currency}`}
        value={draft.orderValue ?? ""}
        onChange={(value) => set({ orderValue: amount(value) })}
      />
      <NumberInput
        label={t("sense.margin")}
        hideControls
        min={1}
        max={100}
        suffix=" %"
        value={draft.marginPercent ?? ""}
        onChange={(value) => set({ marginPercent: amount(value) })}
      />
      <Choice label={t("sense.purchase")}>
        {(id) => (
          <SegmentedControl
            aria-labelledby={id}
            value={draft.purchase}
            onChange={(value) => set({ purchase: value as SenseDraft["purchase"] })}
            data={[
              { value: "impulse", label: t("sense.impulse") },
              { value: "considered", label: t("sense.considered") },
            ]}
          />
        )}
      </Choice>
      <Choice label={t("sense.area")}>
        {(id) => (
          <SegmentedControl
            aria-labelledby={id}
            value={draft.area}
            onChange={(value) => set({ area: value as SenseDraft["area"] })}
            data={[
              { value: "local", label: t("sense.local") },
              { value: "national", label: t("sense.national") },
            ]}
          />
        )}
      </Choice>
      <Choice label={t("sense.newToMarket")}>
        {(id) => (
          <SegmentedControl
            aria-labelledby={id}
            value={draft.newToMarket ? "yes" : "no"}
            onChange={(value) => set({ newToMarket: value === "yes" })}
            data={[
              { value: "yes", label: t("sense.yes") },
              { value: "no", label: t("sense.no") },
            ]}
          />
        )}
      </Choice>
      <NumberInput
        label={t("brief.budget")}
        description={t("sense.budgetHint")}
        hideControls
        min={0}
        thousandSeparator=","
        suffix={` ${draft.currency}`}
        value={draft.budget ?? ""}
        onChange={(value) => set({ budget: amount(value) })}
      />
      <Select
        label={t("brief.metric")}
        description={t(`metricSays.${draft.metric}`)}
        allowDeselect={false}
        data={METRICS.map((value) => ({ value, label: t(`metric.${value}`) }))}
        value={draft.metric}
        onChange={(value) => set({ metric: METRICS.find((metric) => metric === value) ?? draft.metric })}
      />
      <NumberInput
        label={t("brief.target")}
        description={t("sense.targetHint")}
        hideControls
        min={0}
        thousandSeparator=","
        value={draft.target ?? ""}
        onChange={(value) => set({ target: amount(value) })}
      />
    </div>
  );
}

function Choice({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="question-choice">
      <span id={id}>{label}</span>
      {children(id)}
    </div>
  );
}
