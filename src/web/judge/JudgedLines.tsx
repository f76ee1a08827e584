import type { ReactNode } from "react";
import type { JudgeDocument, JudgeLine } from "#core/planner/judgeDocument";
import { specialTerms } from "#core/planner/lineDeal";
import { useNames } from "../doors/names.ts";
import { LineCost } from "../plans/LineCost.tsx";
import { Section } from "../plans/Section.tsx";
import { sayMetric } from "../plans/sayMetric.ts";
import { useWords } from "../words/words.tsx";

/** Keep, swap, ask or drop, with the reason and the price that turns it. */
export function JudgedLines({ document }: { document: JudgeDocument }) {
  const { t } = useWords();
  return (
    <Section title={t("judge.lines")} lede={t("judge.linesSay")}>
      <ol className="lines">
        {document.list.lines.map((line) => (
          <JudgedLine key={line.account} line={line} document={document} />
        ))}
      </ol>
    </Section>
  );
}

function JudgedLine({ line, document }: { line: JudgeLine; document: JudgeDocument }) {
  const words = useWords();
  const { say, t, money, unitCost, percent } = words;
  const names = useNames();
  const { forecast } = document.list;
  const { costPerInTargetPerson: each, fairPrice } = line;
  const column = (key: string) => say({ key: `judge.text.col.${key}`, values: {} });
  const usual = fairPrice && `${money(fairPrice.low)}–${money(fairPrice.high)}`;
  const terms = line.booked ? specialTerms(line.booked.deal) : [];
  const figures: readonly (readonly [string, ReactNode])[] = [
    [column("asked"), line.asked && money(line.asked)],
    [column("usual"), usual],
    [column("cost"), line.booked && <LineCost line={line.booked} />],
    [column("adds"), line.item && sayMetric(words, forecast, document.currency, line.marginalValue)],
    [column("overlap"), line.item && percent(line.overlapShare)],
    [column("perPerson"), each && unitCost(each)],
  ];
  return (
    <li className="line">
      <div className="line-who">
        <span>
          <strong className={`verdict verdict-${line.verdict}`}>
            {say({ key: `judge.verdict.${line.verdict}`, values: {} })}
          </strong>{" "}
          {line.creatorName}
        </span>
        <span className="quiet">
          {names.platform(line.platform)} · {names.deliverable(line.platform, line.deliverable, line.count)} ·{" "}
          {t("judge.row", { row: line.rows.join(", ") })}
        </span>
      </div>
      {(line.item ?? line.asked) !== null && (
        <dl className="line-figures judge-figures">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd
                className={
                  name === column("asked") && line.priceVerdict === "above" ? "judge-above" : undefined
                }
              >
                {value ?? "–"}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="line-why">{say(line.reason)}</p>
      {terms.length > 0 && <p className="line-deal">{terms.map(say).join(" · ")}</p>}
      {line.flipPrice && <p className="line-drop">{say(line.flipPrice.says)}</p>}
    </li>
  );
}
