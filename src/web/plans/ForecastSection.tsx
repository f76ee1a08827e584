import { useCallback } from "react";
import type { Forecast, PlanDocument } from "#core/planner/planDocument";
import { Chart } from "../charts/Chart.tsx";
import { histogramOption } from "../charts/histogramChart.ts";
import type { Ink } from "../charts/ink.ts";
import { Figure } from "../figures/Figure.tsx";
import { FigureTable } from "../figures/FigureTable.tsx";
import { useWords, type Words } from "../words/words.tsx";
import { Section } from "./Section.tsx";
import { sayChance, sayMetric, sayPoint, sayRange, sayShare } from "./sayMetric.ts";

export function ForecastSection({ plan, forecast }: { plan: PlanDocument; forecast: Forecast }) {
  const words = useWords();
  const { t, percent, number } = words;
  const value = useCallback(
    (amount: number) => sayMetric(words, forecast, plan.currency, amount),
    [words, forecast, plan.currency],
  );
  const point = (amount: number) => sayPoint(words, forecast, plan.currency, amount);
  const target = targetOf(plan);
  const option = useCallback(
    (ink: Ink) =>
      histogramOption(
        ink,
        forecast.histogram,
        { low: forecast.p05, high: forecast.p95, middle: forecast.p50, target },
        {
          value,
          share: (share) => t("plan.shareOfDraws", { share: percent(share, forecast.rough ? 0 : 1) }),
          middle: t("plan.middle"),
          target: t("plan.target"),
        },
      ),
    [forecast, target, value, t, percent],
  );
  const metric = t(`metric.${forecast.metric}`);
  const origin = {
    says: t("origin.forecast", { draws: number(forecast.draws) }),
    range: sayRange(words, forecast, plan.currency, forecast.p05, forecast.p95),
    shares: plan.totals.forecastShares,
  };
  return (
    <Section title={t("plan.sections.forecast")}>
      <dl className="facts forecast-facts">
        <div>
          <dt>{t(forecast.rough ? "plan.middleHalf" : "plan.likely", { metric })}</dt>
          <dd>
            <Figure origin={origin}>
              {forecast.rough
                ? sayRange(words, forecast, plan.currency, forecast.p25, forecast.p75)
                : value(forecast.p50)}
            </Figure>
            <span className="quiet">
              {t("plan.nineInTen", {
                range: sayRange(words, forecast, plan.currency, forecast.p05, forecast.p95),
              })}
            </span>
          </dd>
        </div>
        {forecast.probabilityOfTarget !== null && (
          <div>
            <dt>
              {target === null ? t("plan.chance") : t("plan.chanceOf", { target: value(target), metric })}
            </dt>
            <dd>
              <Figure
                origin={{
                  ...origin,
                  range: undefined,
                  says: t("origin.chance", {
                    draws: number(forecast.draws),
                    error: percent(forecast.monteCarloError ?? 0, 1),
                  }),
                }}
              >
                {sayChance(words, forecast.probabilityOfTarget, forecast.rough)}
              </Figure>
            </dd>
          </div>
        )}
        {forecast.targetFor &&
          (["80", "50", "20"] as const).map((chance) => (
            <div key={chance}>
              <dt>{t(`plan.targetFor${chance}`)}</dt>
              <dd>
                <Figure origin={origin}>{point(forecast.targetFor?.[chance] ?? 0)}</Figure>
              </dd>
            </div>
          ))}
        {forecast.profit && (
          <div>
            <dt>{t("plan.paysFrom")}</dt>
            <dd>
              <Figure origin={{ says: t("origin.breakEven") }}>{point(forecast.profit.breakEven)}</Figure>
              <span className="quiet">
                {t("plan.lossChance", {
                  chance: sayChance(words, forecast.profit.probabilityOfLoss, forecast.rough),
                })}
              </span>
            </dd>
          </div>
        )}
      </dl>
      <Chart
        title={t("plan.histogramTitle", { metric })}
        option={option}
        table={
          <FigureTable
            caption={t("plan.histogramTitle", { metric })}
            head={[metric, t("plan.shareOfOutcomes")]}
            rows={histogramRows(words, forecast, value)}
          />
        }
      />
    </Section>
  );
}

function histogramRows(
  words: Words,
  { histogram, draws, rough }: Forecast,
  value: (amount: number) => string,
) {
  const width = (histogram.to - histogram.from) / histogram.counts.length;
  return histogram.counts.map((count, i) => [
    `${value(histogram.from + i * width)} – ${value(histogram.from + (i + 1) * width)}`,
    sayShare(words, count / draws, rough),
  ]);
}

/** The absolute target the plan was measured against; the brief echoed in the document keeps it as written. */
function targetOf(plan: PlanDocument): number | null {
  const brief = plan.brief as { objective?: { target?: unknown } } | null;
  const target = brief?.objective?.target;
  return typeof target === "number" ? target : null;
}
