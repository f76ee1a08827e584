import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { programmePlanQuery } from "../doors/programmes.ts";
import { Closeness } from "../plans/Closeness.tsx";
import { PlanHead } from "../plans/PlanHead.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { CampaignLines } from "./CampaignLines.tsx";
import { ProgrammePlanActions } from "./ProgrammePlanActions.tsx";
import { SharedReachSection } from "./SharedReachSection.tsx";
import { SplitComparison } from "./SplitComparison.tsx";
import { SplitSection } from "./SplitSection.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";
import "../plans/plan.css";
import "./programmes.css";

/** How the money is shared, who sees it, whom each campaign books, and how near that is to the best. */
export function ProgrammePlanPage() {
  const workspace = useWorkspace();
  const { planId = "" } = useParams({ strict: false });
  const word = useProgrammeWord();
  const plan = useQuery(programmePlanQuery(workspace, planId));
  useTitle(plan.data?.name);
  if (plan.isPending) return <Waiting />;
  if (plan.isError) return <ErrorNotice error={plan.error} />;
  const { document: programme, name } = plan.data;
  const rough = programme.campaigns.some((campaign) => campaign.plan?.forecast?.rough ?? false);
  return (
    <article className="plan">
      <PlanHead plan={programme} name={name} rough={rough} />
      <ProgrammePlanActions plan={plan.data} workspace={workspace} />
      {programme.status === "ok" && (
        <>
          <SplitSection programme={programme} rough={rough} />
          <SharedReachSection programme={programme} rough={rough} />
          {programme.campaigns.map((campaign, i) => (
            <CampaignLines key={campaign.name} campaign={campaign} at={i} workspace={workspace} />
          ))}
          <SplitComparison programme={programme} rough={rough} />
          <Closeness certificate={programme.certificate} note={word("certificateSays")} />
        </>
      )}
    </article>
  );
}
