import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words.tsx";
import { useWorkspace } from "./workspace.ts";

const PAGES = [
  { to: "/$workspace/sense", word: "nav.sense", short: "nav.senseShort" },
  { to: "/$workspace/creators", word: "nav.creators", short: "nav.creators" },
  { to: "/$workspace/briefs", word: "nav.briefs", short: "nav.briefs" },
  { to: "/$workspace/plans", word: "nav.plans", short: "nav.plans" },
  { to: "/$workspace/judge", word: "nav.judge", short: "nav.judgeShort" },
  { to: "/$workspace/assumptions", word: "nav.assumptions", short: "nav.assumptionsShort" },
] as const;

export function Navigation() {
  const { t } = useWords();
  const workspace = useWorkspace();
  return (
    <nav className="shell-nav" aria-label={t("nav.label")}>
      <ol>
        {PAGES.map((page) => (
          <li key={page.to}>
            <Link to={page.to} params={{ workspace }} activeProps={{ "aria-current": "page" }}>
              <span className="nav-full">{t(page.word)}</span>
              <span className="nav-short">{t(page.short)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
