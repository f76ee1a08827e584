import { Link } from "@tanstack/react-router";
import type { PlanDocument } from "#core/planner/planDocument";
import { useNames } from "../doors/names.ts";
import { Figure } from "../figures/Figure.tsx";
import { useWords } from "../words/words.tsx";
import { Section } from "./Section.tsx";
import { sayPoint } from "./sayMetric.ts";

/** Ranked stand-ins, and how many invitations the posts need. */
export function Reserve({ plan, workspace }: { plan: PlanDocument; workspace: string }) {
  const words = useWords();
  const { t, money, number, percent } = words;
  const names = useNames();
  const { invitations } = plan;
  const replaced = (creator: string | null) =>
    plan.lines.find((line) => line.creator === creator)?.creatorName ?? "–";
  const scale = plan.forecast ?? { unit: "people" as const, rough: true };
  return (
    <Section title={t("plan.sections.reserve")}>
      {invitations.posts > 0 && (
        <p>
          {t("plan.invite", { count: invitations.posts })}{" "}
          <Figure
            origin={{
              says: t("origin.invitations", {
                rate: percent(invitations.rate),
                sd: percent(invitations.rateSd),
                binomial: number(invitations.binomial),
              }),
              method: "assumed",
            }}
          >
            <strong>{t("plan.inviteCount", { count: invitations.betaBinomial })}</strong>
          </Figure>{" "}
          {t("plan.inviteFor", { chance: percent(invitations.confidence) })}
        </p>
      )}
      {plan.reserve.length === 0 ? (
        <p className="quiet">{t("plan.noReserve")}</p>
      ) : (
        <>
          <p className="quiet phone-only">{t("plan.sideways")}</p>
          <div className="wide">
            <table>
              <caption className="hidden-words">{t("plan.reserveTitle")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("plan.backup")}</th>
                  <th scope="col">{t("plan.deliverable")}</th>
                  <th scope="col" className="num">
                    {t("plan.allIn")}
                  </th>
                  <th scope="col" className="num">
                    {t("plan.adds")}
                  </th>
                  <th scope="col">{t("plan.replaces")}</th>
                </tr>
              </thead>
              <tbody>
                {plan.reserve.map((each) => (
                  <tr key={`${each.account} ${each.deliverable}`}>
                    <th scope="row">
                      <Link
                        to="/$workspace/creators/$creatorId"
                        params={{ workspace, creatorId: each.creator }}
                      >
                        {each.creatorName}
                      </Link>
                    </th>
                    <td>{names.deliverable(null, each.deliverable, 1)}</td>
                    <td className="num">{money(each.cost)}</td>
                    <td className="num">{sayPoint(words, scale, plan.currency, each.value)}</td>
                    <td>{replaced(each.replaces)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Section>
  );
}
