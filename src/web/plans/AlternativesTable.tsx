import type { ComparisonEntry } from "#core/planner/planDocument";
import { Figure } from "../figures/Figure.tsx";
import { RangeBar } from "../figures/RangeBar.tsx";
import { useWords } from "../words/words.tsx";
import { type MetricScale, roughly, sayChance, sayMetric, sayRange } from "./sayMetric.ts";
import "./plan.css";

export function AlternativesTable({
  entries,
  scale,
  currency,
  metricName,
}: {
  entries: readonly ComparisonEntry[];
  scale: MetricScale;
  currency: string;
  metricName: string;
}) {
  const { t } = useWords();
  const axisMax = Math.max(...entries.map((entry) => entry.metricP95), 1);
  return (
    <div className="wide">
      <table className="alternatives">
        <caption className="hidden-words">{t("plan.sections.alternatives")}</caption>
        <thead>
          <tr>
            <td />
            {entries.map((entry) => (
              <th key={entry.kind} scope="col">
                {t(`kind.${entry.kind}`)}
                {entry.standIn && <span className="stand-in">{t("plan.standIn")}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{metricName}</th>
            {entries.map((entry) => (
              <td key={entry.kind}>
                <Result entry={entry} scale={scale} currency={currency} />
                <RangeBar
                  low={entry.metricP05}
                  high={entry.metricP95}
                  mean={entry.metricMean}
                  axisMax={axisMax}
                />
              </td>
            ))}
          </tr>
          <Rows entries={entries} scale={scale} />
        </tbody>
      </table>
    </div>
  );
}

function Result({
  entry,
  scale,
  currency,
}: {
  entry: ComparisonEntry;
  scale: MetricScale;
  currency: string;
}) {
  const words = useWords();
  const range = sayRange(words, scale, currency, entry.metricP05, entry.metricP95);
  const origin = {
    says: words.t(entry.standIn ? "origin.standIn" : "origin.alternative"),
    range,
  };
  return (
    <>
      <Figure origin={origin}>
        {scale.rough ? range : sayMetric(words, scale, currency, entry.metricMean)}
      </Figure>
      {!scale.rough && <div className="quiet">{range}</div>}
    </>
  );
}

function Rows({ entries, scale }: { entries: readonly ComparisonEntry[]; scale: MetricScale }) {
  const words = useWords();
  const { t, money, number, percent } = words;
  const count = (value: number) => number(roughly(value, scale.rough));
  const share = (value: number | null) => (value === null ? null : percent(value));
  const rows: [word: string, cell: (entry: ComparisonEntry) => string | null][] = [
    [
      t("plan.chance"),
      (e) => (e.probabilityOfTarget === null ? null : sayChance(words, e.probabilityOfTarget, scale.rough)),
    ],
    [t("plan.allIn"), (e) => money(e.cost)],
    [t("plan.creators"), (e) => number(e.creators)],
    [t("plan.followers"), (e) => count(e.followers)],
    // Where the metric is people, the row above says them already.
    [t("plan.people"), (e) => (scale.unit === "people" ? "" : count(e.people))],
    [t("plan.inTarget"), (e) => share(e.inTargetShare)],
    [t("plan.costPerPerson"), (e) => (e.costPerInTargetPerson ? money(e.costPerInTargetPerson) : null)],
    [t("plan.seesOne"), (e) => share(e.seesAtLeastOne)],
    [t("plan.hours"), (e) => t("plan.hoursOf", { hours: number(e.hours, 1) })],
    [t("plan.largestShare"), (e) => share(e.largestShare)],
    [t("plan.flipPrice"), (e) => (e.breakEvenPricePerCreator ? money(e.breakEvenPricePerCreator) : null)],
  ];
  const shown = rows.filter(([, cell]) => entries.some((entry) => cell(entry) !== ""));
  return shown.map(([word, cell]) => (
    <tr key={word}>
      <th scope="row">{word}</th>
      {entries.map((entry) => {
        const said = cell(entry);
        return (
          <td key={entry.kind}>
            {said === null ? (
              "–"
            ) : (
              <Figure origin={{ says: t(entry.standIn ? "origin.standIn" : "origin.alternative") }}>
                {said}
              </Figure>
            )}
          </td>
        );
      })}
    </tr>
  ));
}
