import { Link } from "@tanstack/react-router";
import type { PlanDocument } from "#core/planner/planDocument";
import { TierBy } from "../creators/TierBy.tsx";
import { useNames } from "../doors/names.ts";
import { Figure } from "../figures/Figure.tsx";
import { useWords } from "../words/words.tsx";
import { LineCost } from "./LineCost.tsx";
import { lineName } from "./lineName.ts";
import { Section } from "./Section.tsx";
import { sayPoint, sayRange } from "./sayMetric.ts";

/** Whom to book: what each costs all in, what it adds, why, and what it would take to drop it. */
export function Lines({ plan, workspace }: { plan: PlanDocument; workspace: string }) {
  const words = useWords();
  const { t, say } = words;
  const names = useNames();
  if (plan.lines.length === 0) return null;
  const scale = plan.forecast ?? { unit: "people" as const, rough: true };
  return (
    <Section title={t("plan.sections.lines")} lede={t("plan.linesLede")}>
      <ol className="lines">
        {plan.lines.map((line) => (
          <li key={`${line.account} ${line.deliverable}`} className="line">
            <div className="line-who">
              {line.slot ? (
                <span>{lineName(words, line)}</span>
              ) : (
                <Link to="/$workspace/creators/$creatorId" params={{ workspace, creatorId: line.creator }}>
                  {line.creatorName}
                </Link>
              )}
              <span className="quiet">
                {names.platform(line.platform)} ·{" "}
                {names.deliverable(line.platform, line.deliverable, line.count)}
                {line.tier && (
                  <>
                    {" · "}
                    <TierBy tier={line.tier.name} policyId={line.tier.policy} />
                  </>
                )}
              </span>
            </div>
            <dl className="line-figures">
              <div>
                <dt>{t("plan.allIn")}</dt>
                <dd>
                  <LineCost line={line} />
                </dd>
              </div>
              <div>
                <dt>{t("plan.adds")}</dt>
                <dd>
                  <Figure
                    origin={{
                      says: t("origin.adds", {
                        alone: sayPoint(words, scale, plan.currency, line.valueAlone),
                        overlap: words.percent(line.overlapShare),
                      }),
                      shares: line.shares,
                    }}
                  >
                    {sayPoint(words, scale, plan.currency, line.marginalValue)}
                  </Figure>
                </dd>
              </div>
              <div>
                <dt>{t("plan.views")}</dt>
                <dd>
                  <Figure
                    origin={{
                      says: t("origin.views"),
                      method: line.expectedViews.method,
                      shares: line.shares,
                    }}
                  >
                    {sayRange(
                      words,
                      { unit: "count", rough: true },
                      plan.currency,
                      line.expectedViews.p05,
                      line.expectedViews.p95,
                    )}
                  </Figure>
                </dd>
              </div>
            </dl>
            <p className="line-why">{say(line.why)}</p>
            {line.deal && <p className="line-deal">{line.deal.terms.map(say).join(" · ")}</p>}
            <p className="line-drop">{say(line.toDrop)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
