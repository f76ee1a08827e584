import type { PlanDocument } from "#core/planner/planDocument";
import { Figure } from "../figures/Figure.tsx";
import { MethodBar } from "../figures/MethodBar.tsx";
import "../shell/notice.css";
import { useWords } from "../words/words.tsx";
import { Section } from "./Section.tsx";
import { sayChance } from "./sayMetric.ts";

const PARTS = [
  "fees",
  "tax",
  "rebates",
  "platformFees",
  "agency",
  "rights",
  "exclusivity",
  "travel",
  "gifts",
  "commission",
  "handling",
] as const;

/** Where the money goes: parts that sum to the all-in cost, cash and management time apart. */
export function CostSplit({ totals, rough }: { totals: PlanDocument["totals"]; rough: boolean }) {
  const words = useWords();
  const { t, money, number, percent } = words;
  // A plan stored by an earlier version knows fewer parts.
  const shown = PARTS.filter((part) => (totals[part]?.amountMinor ?? 0) !== 0);
  return (
    <Section title={t("plan.sections.cost")}>
      <div className="cost-bar" aria-hidden="true">
        {shown.map((part) => (
          <span
            key={part}
            className={`cost-${part}`}
            style={{ flexGrow: Math.max(0, totals[part].amountMinor) }}
          />
        ))}
      </div>
      <table className="cost-table">
        <caption className="hidden-words">{t("plan.sections.cost")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("plan.part")}</th>
            <th scope="col" className="num">
              {t("plan.amount")}
            </th>
            <th scope="col" className="num">
              {t("plan.shareOfAllIn")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <tr key={part}>
              <th scope="row">
                <span className={`swatch cost-${part}`} aria-hidden="true" /> {t(`cost.${part}`)}
                {part === "handling" && (
                  <span className="quiet"> {t("plan.hoursOf", { hours: number(totals.hours, 1) })}</span>
                )}
              </th>
              <td className="num">
                <Figure origin={{ says: t(`origin.cost.${part}`), shares: totals.costShares }}>
                  {money(totals[part])}
                </Figure>
              </td>
              <td className="num">{percent(totals[part].amountMinor / totals.cost.amountMinor)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{t("plan.allIn")}</th>
            <td className="num">
              <Figure origin={{ says: t("origin.allIn"), shares: totals.costShares }}>
                {money(totals.cost)}
              </Figure>
            </td>
            <td />
          </tr>
          {totals.boost && (
            <tr>
              <th scope="row">{t("plan.boosting")}</th>
              <td className="num">{money(totals.boost)}</td>
              <td />
            </tr>
          )}
          {totals.unspent && totals.budget && (
            <tr>
              <th scope="row">{t("plan.unspent", { budget: money(totals.budget) })}</th>
              <td className="num">{money(totals.unspent)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
      {totals.probabilityOverBudget !== null && totals.probabilityOverBudget > 0 && (
        <p className="quiet">
          {t("plan.overBudget", { chance: sayChance(words, totals.probabilityOverBudget, rough) })}
        </p>
      )}
      {totals.budgetProposed && totals.budget && (
        <p className="notice notice-caution">{t("plan.budgetProposed", { budget: money(totals.budget) })}</p>
      )}
      <MethodBar shares={totals.costShares} label={t("plan.costRests")} />
    </Section>
  );
}
