import { amount, spoken } from "#core/planner/amount";
import type { JudgeDocument, JudgedSide } from "#core/planner/judgeDocument";
import { FigureTable } from "../figures/FigureTable.tsx";
import { Section } from "../plans/Section.tsx";
import { sayMetric, sayRange } from "../plans/sayMetric.ts";
import { useWords } from "../words/words.tsx";

/** The list, the list with its swaps, and the best plan, for the same money. */
export function JudgedSides({ document }: { document: JudgeDocument }) {
  const words = useWords();
  const { say, t, money, unitCost, percent, number } = words;
  const { atBudget, best, currency, improved, list, typical } = document;
  const word = (key: string) => say({ key: `judge.text.${key}`, values: {} });
  const all: readonly (readonly [string, JudgedSide | null])[] = [
    ["list", list],
    ["improved", improved],
    ["best", best],
  ];
  const sides = all.flatMap(([key, side]) => (side === null ? [] : [{ ...side, name: word(`side.${key}`) }]));
  const scale = { unit: list.forecast.unit, rough: list.forecast.rough };
  const people = { unit: "people", rough: list.forecast.rough } as const;
  const rows: readonly (readonly [string, (side: JudgedSide) => string])[] = [
    [word("col.likely"), ({ forecast }) => sayMetric(words, scale, currency, forecast.p50)],
    [t("judge.range"), ({ forecast }) => sayRange(words, scale, currency, forecast.p05, forecast.p95)],
    [
      t("plan.chance"),
      ({ forecast }) => (forecast.probabilityOfTarget === null ? "–" : percent(forecast.probabilityOfTarget)),
    ],
    [word("col.price"), ({ totals }) => money(totals.cost)],
    [t("plan.creators"), ({ totals }) => number(totals.creators)],
    [word("col.people"), ({ reach }) => sayMetric(words, people, currency, reach.people)],
    [word("col.sees"), ({ reach }) => (reach.seesAtLeastOne === null ? "–" : percent(reach.seesAtLeastOne))],
    [
      word("col.perPerson"),
      ({ reach }) => (reach.costPerInTargetPerson ? unitCost(reach.costPerInTargetPerson) : "–"),
    ],
  ];
  return (
    <Section title={t("judge.sides")} lede={t("judge.sidesSay")}>
      <div className="wide">
        <FigureTable
          caption={t("judge.sides")}
          head={["", ...sides.map(({ name }) => name)]}
          rows={rows.map(([name, cell]) => [name, ...sides.map(cell)])}
        />
      </div>
      {best !== null && (
        <details>
          <summary>{t("judge.bestLines")}</summary>
          <ul className="judge-best">
            {best.lines.map((line) => (
              <li key={line.creator}>
                {line.creatorName} · {money(line.cost)}
                {line.inList && <span className="quiet"> · {t("judge.inList")}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {atBudget && (
        <p>
          {say({
            key: "judge.text.atBudget",
            values: {
              budget: atBudget.budget,
              creators: atBudget.creators,
              mean: amount(list.forecast.metric, spoken(atBudget.metricMean, scale.rough), currency),
            },
          })}
        </p>
      )}
      {typical.length > 0 && (
        <>
          <p>{word("typical")}</p>
          <ul>
            {typical.map((entry) => (
              <li key={entry.kind}>{say(entry.sentence)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
