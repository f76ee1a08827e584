import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { planQuery } from "../doors/plans.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { PlanActions } from "./PlanActions.tsx";
import { PlanHead } from "./PlanHead.tsx";
import { PlanView } from "./PlanView.tsx";
import { ShapeSection } from "./ShapeSection.tsx";
import { SinceSection } from "./SinceSection.tsx";

export function PlanPage() {
  const workspace = useWorkspace();
  const { planId = "" } = useParams({ strict: false });
  const plan = useQuery(planQuery(workspace, planId));
  useTitle(plan.data?.name);
  if (plan.isPending) return <Waiting />;
  if (plan.isError) return <ErrorNotice error={plan.error} />;
  const { badCase, forecast } = plan.data.document;
  return (
    <article className="plan">
      <PlanHead
        plan={plan.data.document}
        name={plan.data.name}
        rough={forecast?.rough ?? false}
        badCase={badCase}
        list={plan.data.document.list ?? null}
      />
      <PlanActions plan={plan.data} workspace={workspace} />
      {plan.data.since && <SinceSection since={plan.data.since} workspace={workspace} />}
      {plan.data.document.shape && (
        <ShapeSection
          shape={plan.data.document.shape}
          currency={plan.data.document.currency}
          workspace={workspace}
          briefId={plan.data.briefId}
        />
      )}
      <PlanView plan={plan.data.document} workspace={workspace} />
    </article>
  );
}
