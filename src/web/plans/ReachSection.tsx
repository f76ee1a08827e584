import { useCallback } from "react";
import type { PlanDocument } from "#core/planner/planDocument";
import { barsOption } from "../charts/barsChart.ts";
import { Chart } from "../charts/Chart.tsx";
import type { Ink } from "../charts/ink.ts";
import { useNames } from "../doors/names.ts";
import { Figure } from "../figures/Figure.tsx";
import { FigureTable } from "../figures/FigureTable.tsx";
import { useWords } from "../words/words.tsx";
import { Section } from "./Section.tsx";
import { roughly, sayPoint, sayShare } from "./sayMetric.ts";

export function ReachSection({ plan }: { plan: PlanDocument }) {
  const words = useWords();
  const { t, number, unitCost } = words;
  const reach = plan.reach;
  const rough = plan.forecast?.rough ?? true;
  const names = useNames();
  const option = useCallback(
    (ink: Ink) =>
      barsOption(
        ink,
        (reach?.byCityTier ?? []).map((each) => ({ name: names.cityTier(each.tier), value: each.people })),
        (value) => number(roughly(value, rough)),
      ),
    [reach, names, number, rough],
  );
  if (reach === null) return null;
  const origin = { says: t("origin.reach"), shares: plan.totals.forecastShares };
  const people = (value: number) => sayPoint(words, { unit: "people", rough }, plan.currency, value);
  const share = (value: number | null) =>
    value === null ? t("plan.unknown") : sayShare(words, value, rough);
  return (
    <Section title={t("plan.sections.reach")}>
      <dl className="facts">
        <div>
          <dt>{t("plan.peopleAverage")}</dt>
          <dd>
            <Figure origin={origin}>{people(reach.people)}</Figure>
            <span className="quiet">
              {reach.shareOfTarget !== null &&
                t("plan.ofTarget", {
                  share: sayShare(words, reach.shareOfTarget, rough),
                })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t("plan.seesOne")}</dt>
          <dd>
            <Figure origin={{ ...origin, says: t("origin.seesOne") }}>{share(reach.seesAtLeastOne)}</Figure>
          </dd>
        </div>
        <div>
          <dt>{t("plan.inTarget")}</dt>
          <dd>
            <Figure origin={{ ...origin, says: t("origin.inTarget") }}>{share(reach.inTargetShare)}</Figure>
          </dd>
        </div>
        <div>
          <dt>{t("plan.costPerPersonAverage")}</dt>
          <dd>
            <Figure origin={{ says: t("origin.costPerPerson"), shares: plan.totals.costShares }}>
              {reach.costPerInTargetPerson ? unitCost(reach.costPerInTargetPerson) : t("plan.unknown")}
            </Figure>
          </dd>
        </div>
      </dl>
      {reach.crossedOver && <p className="quiet">{words.say(reach.crossedOver.says)}</p>}
      {reach.byCityTier.length > 0 && (
        <Chart
          title={t("plan.cityTierTitle")}
          option={option}
          height={40 + reach.byCityTier.length * 34}
          table={
            <FigureTable
              caption={t("plan.cityTierTitle")}
              head={[t("plan.cityTier"), t("plan.people")]}
              rows={reach.byCityTier.map((each) => [names.cityTier(each.tier), people(each.people)])}
            />
          }
        />
      )}
    </Section>
  );
}
