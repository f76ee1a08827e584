import { useCallback } from "react";
import type { PlanDocument } from "#core/planner/planDocument";
import { budgetOption } from "../charts/budgetChart.ts";
import { Chart } from "../charts/Chart.tsx";
import type { Ink } from "../charts/ink.ts";
import { Figure } from "../figures/Figure.tsx";
import { FigureTable } from "../figures/FigureTable.tsx";
import { useWords } from "../words/words.tsx";
import { Section } from "./Section.tsx";
import { sayChance } from "./sayMetric.ts";

export function BudgetCurve({ plan }: { plan: PlanDocument }) {
  const words = useWords();
  const { t, money, percent } = words;
  const { currency, forecast } = plan;
  const points = plan.budgetCurve.flatMap((each) =>
    each.probability === null ? [] : [[each.budget.amountMinor, each.probability] as const],
  );
  const { budget, boost } = plan.totals;
  const planned = budget === null ? null : budget.amountMinor - (boost?.amountMinor ?? 0);
  const option = useCallback(
    (ink: Ink) =>
      budgetOption(
        ink,
        plan.budgetCurve.flatMap((each) =>
          each.probability === null ? [] : [[each.budget.amountMinor, each.probability] as const],
        ),
        planned,
        {
          money: (minor) => (minor === 0 ? "0" : money({ amountMinor: Math.round(minor), currency })),
          chance: (share) => percent(share),
          planned: t("plan.yourBudget"),
        },
      ),
    [plan.budgetCurve, planned, currency, money, percent, t],
  );
  if (forecast === null || points.length < 2) return null;
  return (
    <Section title={t("plan.sections.budget")}>
      <Chart
        title={t("plan.budgetTitle")}
        option={option}
        table={
          <FigureTable
            caption={t("plan.budgetTitle")}
            head={[t("plan.budget"), t("plan.chance")]}
            rows={points.map(([minor, chance]) => [
              money({ amountMinor: minor, currency }),
              sayChance(words, chance, forecast.rough),
            ])}
          />
        }
      />
      <dl className="facts">
        {(["50", "80", "90"] as const).map((chance) => (
          <div key={chance}>
            <dt>{t("plan.budgetFor", { chance: percent(Number(chance) / 100) })}</dt>
            <dd>
              <Figure origin={{ says: t("origin.budgetFor", { budgets: plan.budgetCurve.length }) }}>
                {forecast.budgetFor[chance] ? money(forecast.budgetFor[chance]) : t("plan.notReached")}
              </Figure>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
