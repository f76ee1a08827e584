import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { programmePlansQuery, programmesQuery } from "../doors/programmes.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { CampaignTabs } from "./CampaignTabs.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";
import "../plans/plans.css";
import "../briefs/brief.css";

/** Every budget that several campaigns share, each with the plans that were made of it. */
export function ProgrammesPage() {
  const workspace = useWorkspace();
  const { t, say, date } = useWords();
  const word = useProgrammeWord();
  const programmes = useQuery(programmesQuery(workspace));
  const plans = useQuery(programmePlansQuery(workspace));
  useTitle(word("title"));
  if (programmes.isPending || plans.isPending) return <Waiting />;
  if (programmes.isError) return <ErrorNotice error={programmes.error} />;
  if (plans.isError) return <ErrorNotice error={plans.error} />;
  const write = (
    <Button component={Link} to={`/${workspace}/programmes/new`}>
      {word("write")}
    </Button>
  );
  if (programmes.data.programmes.length === 0)
    return (
      <>
        <CampaignTabs one="briefs" />
        <Empty title={word("none")} says={word("noneSays")}>
          {write}
        </Empty>
      </>
    );
  return (
    <>
      <CampaignTabs one="briefs" />
      <div className="row brief-list-head">
        <h1>{word("listTitle")}</h1>
        {write}
      </div>
      <ul className="plan-list">
        {programmes.data.programmes.map(({ id, name, version }) => {
          const made = plans.data.plans.filter((plan) => plan.programmeId === id);
          return (
            <li key={id}>
              <Link to="/$workspace/programmes/$programmeId" params={{ workspace, programmeId: id }}>
                {name}
              </Link>{" "}
              <span className="quiet">{t("brief.version", { version })}</span>
              {made.length === 0 && <p>{word("notPlanned")}</p>}
              {made.map((plan) => (
                <p key={plan.id}>
                  <Link to="/$workspace/programme-plans/$planId" params={{ workspace, planId: plan.id }}>
                    {t("plan.madeOn", { date: date(plan.madeOn) })}
                  </Link>{" "}
                  {say(plan.head)}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
