import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";
import "./programmes.css";

/** From what concerns one campaign to what several share, and back. */
export function CampaignTabs({ one }: { one: "briefs" | "plans" }) {
  const { t } = useWords();
  const word = useProgrammeWord();
  const params = { workspace: useWorkspace() };
  const here = { activeProps: { "aria-current": "page" as const }, activeOptions: { exact: true } };
  return (
    <nav className="campaign-tabs" aria-label={t(one === "briefs" ? "brief.listTitle" : "plans.title")}>
      <Link to={`/$workspace/${one}`} params={params} {...here}>
        {word("tabOne")}
      </Link>
      <Link to="/$workspace/programmes" params={params} {...here}>
        {word("title")}
      </Link>
    </nav>
  );
}
