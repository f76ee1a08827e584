import { plainAmount, spoken } from "#core/planner/amount";
import type { ProgrammeCampaignResult, ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import { Figure } from "../figures/Figure.tsx";
import { Section } from "../plans/Section.tsx";
import { sayChance, sayMetric, sayPoint, sayRange } from "../plans/sayMetric.ts";
import { useWords } from "../words/words.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";

/** The budget as one bar, and what each part of it probably brings. */
export function SplitSection({ programme, rough }: { programme: ProgrammeDocument; rough: boolean }) {
  const words = useWords();
  const { t, say, money } = words;
  const word = useProgrammeWord();
  const { campaigns, totals, probabilityOfAll, rule } = programme;
  return (
    <Section title={word("split")} lede={say(rule.says)}>
      <div className="cost-bar" aria-hidden="true">
        {campaigns.map(({ name, budget }, i) => (
          <span key={name} className={`split-${i}`} style={{ flexGrow: budget.amountMinor }} />
        ))}
      </div>
      <ul className="lines split-list">
        {campaigns.map((campaign, i) => (
          <CampaignShare key={campaign.name} campaign={campaign} at={i} currency={programme.currency} />
        ))}
      </ul>
      <dl className="facts">
        {probabilityOfAll !== null && (
          <div>
            <dt>{word("all")}</dt>
            <dd>
              <Figure origin={{ says: word("allWhy") }}>{sayChance(words, probabilityOfAll, rough)}</Figure>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("plan.allIn")}</dt>
          <dd>
            <Figure origin={{ says: t("origin.allIn") }}>{money(totals.cost)}</Figure>
            <span className="quiet">
              {t("plan.unspent", { budget: money(totals.budget) })}: {money(totals.unspent)}
            </span>
          </dd>
        </div>
      </dl>
      {totals.probabilityOverBudget !== null && totals.probabilityOverBudget > 0 && (
        <p className="quiet">
          {t("plan.overBudget", { chance: sayChance(words, totals.probabilityOverBudget, rough) })}
        </p>
      )}
    </Section>
  );
}

function CampaignShare({
  campaign,
  at,
  currency,
}: {
  campaign: ProgrammeCampaignResult;
  at: number;
  currency: string;
}) {
  const words = useWords();
  const { t, money, number, date } = words;
  const word = useProgrammeWord();
  const { name, metric, target, fixed, share, budget, creators, plan, by } = campaign;
  const forecast = plan?.forecast ?? null;
  const likely = t("plan.likely", { metric: t(`metric.${metric}`) });
  return (
    <li className="line">
      <div className="line-who">
        <strong>
          <span className={`swatch split-${at}`} aria-hidden="true" /> {name}
        </strong>
        <span className="quiet">
          {word("ofBudget", { share })} · {word(fixed ? "fixedShare" : "found")} · {date(by)}
        </span>
      </div>
      <dl className="line-figures">
        <div>
          <dt>{word("part")}</dt>
          <dd>
            <Figure origin={{ says: word(fixed ? "fixedWhy" : "foundWhy") }}>{money(budget)}</Figure>
          </dd>
        </div>
        <div>
          <dt>{t("plan.creators")}</dt>
          <dd>{number(creators)}</dd>
        </div>
        {forecast !== null && (
          <>
            <div>
              <dt>{likely}</dt>
              <dd>
                <Figure
                  origin={{
                    says: t("origin.likely"),
                    range: sayRange(words, forecast, currency, forecast.p05, forecast.p95),
                    ...(plan ? { shares: plan.totals.forecastShares } : {}),
                  }}
                >
                  {forecast.rough
                    ? sayRange(words, forecast, currency, forecast.p25, forecast.p75)
                    : sayMetric(words, forecast, currency, forecast.p50)}
                </Figure>
              </dd>
            </div>
            <div>
              <dt>
                {target === null
                  ? t("plan.chance")
                  : word("chance", { target: plainAmount(metric, spoken(target, false), currency) })}
              </dt>
              <dd>
                {campaign.probabilityOfTarget === null ? (
                  word("noTarget")
                ) : (
                  <Figure
                    origin={{
                      says: t("origin.chance", {
                        draws: number(forecast.draws),
                        error: words.percent(forecast.monteCarloError ?? 0, 1),
                      }),
                    }}
                  >
                    {sayChance(words, campaign.probabilityOfTarget, forecast.rough)}
                  </Figure>
                )}
              </dd>
            </div>
            <div>
              <dt>{word("people")}</dt>
              <dd>
                <Figure origin={{ says: word("reachOfOne") }}>
                  {sayPoint(words, { unit: "people", rough: forecast.rough }, currency, campaign.reach)}
                </Figure>
              </dd>
            </div>
          </>
        )}
      </dl>
    </li>
  );
}
