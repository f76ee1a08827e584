import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { briefsQuery } from "../doors/briefs.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./brief.css";

export function BriefsPage() {
  const workspace = useWorkspace();
  const { t, date } = useWords();
  const briefs = useQuery(briefsQuery(workspace));
  useTitle(t("brief.listTitle"));
  if (briefs.isPending) return <Waiting />;
  if (briefs.isError) return <ErrorNotice error={briefs.error} />;
  const write = (
    <Button component={Link} to={`/${workspace}/briefs/new`}>
      {t("brief.write")}
    </Button>
  );
  if (briefs.data.briefs.length === 0)
    return (
      <Empty title={t("brief.none")} says={t("brief.noneSays")}>
        {write}
      </Empty>
    );
  return (
    <>
      <div className="row brief-list-head">
        <h1>{t("brief.listTitle")}</h1>
        {write}
      </div>
      <ul className="brief-list">
        {briefs.data.briefs.map((brief) => (
          <li key={brief.id}>
            <Link to="/$workspace/briefs/$briefId" params={{ workspace, briefId: brief.id }}>
              {brief.name}
            </Link>{" "}
            <span className="quiet">
              {brief.frozenOn === null
                ? t("brief.version", { version: brief.version })
                : t("plans.approved", { date: date(brief.frozenOn) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
