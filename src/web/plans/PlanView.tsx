import type { PlanDocument } from "#core/planner/planDocument";
import { useWords } from "../words/words.tsx";
import { Alternatives } from "./Alternatives.tsx";
import { BoostSection } from "./BoostSection.tsx";
import { BudgetCurve } from "./BudgetCurve.tsx";
import { CalendarSection } from "./CalendarSection.tsx";
import { Closeness } from "./Closeness.tsx";
import { CostSplit } from "./CostSplit.tsx";
import { ForecastSection } from "./ForecastSection.tsx";
import { Grounds } from "./Grounds.tsx";
import { Learning } from "./Learning.tsx";
import { Lines } from "./Lines.tsx";
import { Overlap } from "./Overlap.tsx";
import { ReachSection } from "./ReachSection.tsx";
import { Reserve } from "./Reserve.tsx";
import { RiskSection } from "./RiskSection.tsx";
import "./plan.css";

/** The plan's questions in the order a reader asks them. */
export function PlanView({
  plan,
  workspace,
  inProgramme = false,
}: {
  plan: PlanDocument;
  workspace: string;
  /** What is certified is then all campaigns together. */
  inProgramme?: boolean;
}) {
  const { t } = useWords();
  return (
    <>
      {plan.forecast && <ForecastSection plan={plan} forecast={plan.forecast} />}
      {plan.risk && <RiskSection says={plan.risk.says} />}
      <Alternatives plan={plan} />
      {plan.lines.length > 0 && <CostSplit totals={plan.totals} rough={plan.forecast?.rough ?? true} />}
      {plan.lines.length > 0 && <Grounds plan={plan} />}
      {/* A plan stored by an earlier version was not asked. */}
      {plan.lines.length > 0 && plan.learn && <Learning learn={plan.learn} />}
      <Lines plan={plan} workspace={workspace} />
      {plan.calendar && <CalendarSection plan={plan} calendar={plan.calendar} />}
      <Overlap lines={plan.lines} overlap={plan.reach?.overlap ?? []} />
      <ReachSection plan={plan} />
      {plan.boost && <BoostSection boost={plan.boost} />}
      <BudgetCurve plan={plan} />
      {plan.lines.length > 0 && <Reserve plan={plan} workspace={workspace} />}
      {plan.lines.length > 0 && !inProgramme && (
        // Chosen for bad outcomes: the distance at mean rates holds what caution gives up.
        <Closeness certificate={plan.certificate} note={plan.risk?.differs ? t("plan.riskInMean") : null} />
      )}
    </>
  );
}
