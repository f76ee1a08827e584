import type { ComparisonEntry } from "#core/planner/planDocument";
import { Figure } from "../figures/Figure.tsx";
import { RangeBar } from "../figures/RangeBar.tsx";
import { useWords } from "../words/words.tsx";
import { type MetricScale, roughly, sayChance, sayMetric, sayPoint, sayRange } from "./sayMetric.ts";
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
  const wayOf = (entry: ComparisonEntry) =>
    [t(`kind.${entry.kind}`), entry.standIn ? t("plan.standIn") : null].filter(Boolean).join(" · ");
  const axisMax = Math.max(...entries.map((entry) => entry.metricP95), 1);
  return (
    <div className="wide">
      <table className="alternatives">
        <caption className="hidden-words">{t("plan.sections.alternatives")}</caption>
        <thead>
          <tr>
            <td className="alternatives-corner" />
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
            <th scope="row">{t("plan.likely", { metric: metricName })}</th>
            {entries.map((entry) => (
              <td key={entry.kind} data-way={wayOf(entry)}>
                {buysNothing(entry) ? (
                  <BuysNothing entry={entry} />
                ) : (
                  <>
                    <Result entry={entry} scale={scale} currency={currency} />
                    <RangeBar
                      low={entry.metricP05}
                      high={entry.metricP95}
                      mean={entry.metricP50}
                      axisMax={axisMax}
                    />
                  </>
                )}
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
  const certain = entry.metricP05 === entry.metricP95;
  const range = sayRange(words, scale, currency, entry.metricP05, entry.metricP95);
  const origin = {
    says: `${words.t("origin.likely")} ${words.t(entry.standIn ? "origin.standIn" : "origin.alternative")}`,
    range,
  };
  return (
    <>
      <Figure origin={origin}>
        {scale.rough && !certain ? range : sayMetric(words, scale, currency, entry.metricP50)}
      </Figure>
      {!scale.rough && !certain && <div className="quiet">{range}</div>}
    </>
  );
}

/** Money that buys nobody brings no zero to compare: the sentence says why, and from which price on. */
const buysNothing = (entry: ComparisonEntry) => entry.kind !== "nothing" && entry.creators === 0;

function BuysNothing({ entry }: { entry: ComparisonEntry }) {
  const { t, say } = useWords();
  return (
    <>
      <strong>{t("plan.nothingBought")}</strong>
      <div className="quiet">{say(entry.sentence)}</div>
    </>
  );
}

function Rows({ entries, scale }: { entries: readonly ComparisonEntry[]; scale: MetricScale }) {
  const words = useWords();
  const { t, money, unitCost, number, percent } = words;
  const count = (value: number) => sayPoint(words, { unit: "people", rough: scale.rough }, "", value);
  const share = (value: number | null) => (value === null ? null : percent(value));
  const rows: [word: string, cell: (entry: ComparisonEntry) => string | null][] = [
    [
      t("plan.chance"),
      (e) => (e.probabilityOfTarget === null ? null : sayChance(words, e.probabilityOfTarget, scale.rough)),
    ],
    [t("plan.allIn"), (e) => money(e.cost)],
    [t("plan.notSpent"), (e) => money(e.unspent)],
    [t("plan.creators"), (e) => number(e.creators)],
    [t("plan.followers"), (e) => number(roughly(e.followers, scale.rough))],
    // Where the metric is people, the row above says them already.
    [t("plan.people"), (e) => (scale.unit === "people" ? "" : count(e.people))],
    [t("plan.inTarget"), (e) => share(e.inTargetShare)],
    [t("plan.costPerPerson"), (e) => (e.costPerInTargetPerson ? unitCost(e.costPerInTargetPerson) : null)],
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
        const said = buysNothing(entry) ? null : cell(entry);
        return (
          <td key={entry.kind} data-way={t(`kind.${entry.kind}`)}>
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
