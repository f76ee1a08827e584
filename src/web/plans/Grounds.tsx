import type { PlanDocument } from "#core/planner/planDocument";
import { useNames } from "../doors/names.ts";
import { MethodBar } from "../figures/MethodBar.tsx";
import { useWords } from "../words/words.tsx";
import { AssumptionTable } from "./AssumptionTable.tsx";
import { Section } from "./Section.tsx";
import { assumptionNamed, sayAssumption, saySource, sayUnit } from "./sayAssumption.ts";
import { sayPoint } from "./sayMetric.ts";

/** What the forecast rests on: how much is assumed, and the three assumptions that move it most. */
export function Grounds({ plan }: { plan: PlanDocument }) {
  const words = useWords();
  const { t, percent } = words;
  const names = useNames();
  return (
    <Section title={t("plan.sections.grounds")}>
      <MethodBar shares={plan.totals.forecastShares} label={t("plan.forecastRests")} />
      {plan.topAssumptions.length > 0 && (
        <>
          <h3 className="sub">{t("plan.topAssumptions")}</h3>
          <ol className="top-assumptions">
            {plan.topAssumptions.map((top) => {
              const assumption = assumptionNamed(plan.assumptions, top.key);
              const cases = plan.sensitivity.filter((each) => each.key === assumption?.key);
              return (
                <li key={top.key}>
                  <strong>{sayAssumption(words, top.key, names.scope)}</strong>
                  <p>{t("plan.carries", { share: percent(top.varianceShare) })}</p>
                  {assumption && (
                    <p className="quiet">
                      {t("plan.assumedAt", {
                        value: words.number(assumption.value, 3),
                        unit: sayUnit(words, assumption.unit, assumption.denominator),
                        low: words.number(assumption.low, 3),
                        high: words.number(assumption.high, 3),
                        source: saySource(words, assumption.source),
                        year: String(assumption.year),
                        trust: t(`trust.${assumption.trust}`),
                      })}
                    </p>
                  )}
                  {plan.forecast &&
                    cases.map((each) => (
                      <p key={each.value} className="quiet">
                        {t("plan.ifItWere", {
                          value: words.number(each.value, 3),
                          result: sayPoint(
                            words,
                            plan.forecast ?? { unit: "count", rough: true },
                            plan.currency,
                            each.mean,
                          ),
                        })}
                      </p>
                    ))}
                </li>
              );
            })}
          </ol>
        </>
      )}
      <details className="fold">
        <summary>{t("plan.allAssumptions", { count: plan.assumptions.length })}</summary>
        <AssumptionTable assumptions={plan.assumptions} />
      </details>
      {plan.fx.length > 0 && (
        <details className="fold">
          <summary>{t("plan.fx", { count: plan.fx.length })}</summary>
          <ul>
            {plan.fx.map((rate) => (
              <li key={`${rate.base} ${rate.quote} ${rate.onDate}`}>
                1 {rate.base} = {words.number(rate.rateE9 / 1e9, 6)} {rate.quote}, {words.date(rate.onDate)}.{" "}
                {saySource(words, rate.source)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {plan.briefDefaults.length > 0 && (
        <details className="fold">
          <summary>{t("plan.briefDefaults", { count: plan.briefDefaults.length })}</summary>
          <ul>
            {plan.briefDefaults.map((filled) => (
              <li key={filled.path}>
                <code>{filled.path}</code> {words.say(filled.says)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
