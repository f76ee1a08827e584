import { Button } from "@mantine/core";
import type { SenseDocument, SenseFinding } from "#core/planner/senseDocument";
import { Figure } from "../figures/Figure.tsx";
import { AlternativesTable } from "../plans/AlternativesTable.tsx";
import { AssumptionTable } from "../plans/AssumptionTable.tsx";
import { Section } from "../plans/Section.tsx";
import { sayDenominator, saySource, sayUnit } from "../plans/sayAssumption.ts";
import { useWords } from "../words/words.tsx";
import { sayFigure } from "./sayFigure.ts";

/** Yes, no, not at this budget, or a pilot first; then why, with the numbers behind each sentence. */
export function SenseAnswer({ answer, onBrief }: { answer: SenseDocument; onBrief: () => void }) {
  const { t, say, money } = useWords();
  const { metric, unit, rough, currency } = answer;
  return (
    <article className="sense-answer" aria-live="polite">
      <p className={`verdict verdict-${answer.verdict}`}>{t(`verdict.${answer.verdict}`)}</p>
      <h2 className="plan-sentence">{say(answer.head)}</h2>
      {answer.budgetFrom && answer.verdict !== "yes" && (
        <p>{t("sense.budgetFrom", { budget: money(answer.budgetFrom) })}</p>
      )}
      <div>
        <Button variant={answer.verdict === "no" ? "default" : "filled"} onClick={onBrief}>
          {t("sense.toBrief")}
        </Button>
      </div>
      <Section title={t("sense.why")}>
        <ul className="findings">
          {answer.findings.map((finding) => (
            <Finding key={say(finding.says)} finding={finding} />
          ))}
        </ul>
      </Section>
      {answer.comparison.length > 0 && (
        <Section title={t("plan.sections.alternatives")} lede={t("plan.alternativesLede")}>
          <AlternativesTable
            entries={answer.comparison}
            scale={{ unit, rough }}
            currency={currency}
            metricName={t(`metric.${metric}`)}
          />
        </Section>
      )}
      <details className="fold">
        <summary>{t("sense.allAssumptions", { count: answer.assumptions.length })}</summary>
        <AssumptionTable assumptions={answer.assumptions} />
      </details>
    </article>
  );
}

function Finding({ finding }: { finding: SenseFinding }) {
  const words = useWords();
  const { say } = words;
  return (
    <li>
      <p>{say(finding.says)}</p>
      {finding.figures.length > 0 && (
        <dl>
          {finding.figures.map((figure) => (
            <div key={`${say(figure.label)} ${figure.value}`}>
              <dt>{say(figure.label)}</dt>
              <dd>
                <Figure
                  origin={{
                    method: figure.provenance.method,
                    source: saySource(words, figure.provenance.source),
                    on: figure.provenance.observedOn,
                    trust: figure.provenance.trust,
                    denominator: figure.denominator && sayDenominator(words, figure.denominator),
                  }}
                >
                  {sayFigure(words, figure)}
                </Figure>
                {figure.denominator && (
                  <span className="quiet"> {sayUnit(words, figure.unit, figure.denominator)}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
