import { Link, useLocation } from "@tanstack/react-router";
import { useWords } from "../words/words.tsx";
import { useWorkspace } from "./workspace.ts";

const PAGES = [
  { page: "sense", word: "nav.sense", short: "nav.senseShort" },
  { page: "creators", word: "nav.creators", short: "nav.creators" },
  { page: "briefs", word: "nav.briefs", short: "nav.briefs" },
  { page: "plans", word: "nav.plans", short: "nav.plans" },
  { page: "judge", word: "nav.judge", short: "nav.judgeShort" },
  { page: "assumptions", word: "nav.assumptions", short: "nav.assumptionsShort" },
] as const;

/** The entry through which a page without one of its own is reached. */
const REACHED_BY: Readonly<Record<string, (typeof PAGES)[number]["page"]>> = {
  finder: "creators",
  lists: "creators",
  compare: "creators",
  duplicates: "creators",
  searches: "creators",
  programmes: "briefs",
  "plan-runs": "plans",
  "programme-runs": "plans",
  "programme-plans": "plans",
};

export function Navigation() {
  const { t } = useWords();
  const workspace = useWorkspace();
  const here = useLocation().pathname.split("/")[2] ?? "";
  return (
    <nav className="shell-nav" aria-label={t("nav.label")}>
      <ol>
        {PAGES.map(({ page, word, short }) => (
          <li key={page}>
            <Link
              to={`/$workspace/${page}`}
              params={{ workspace }}
              activeProps={{ "aria-current": "page" }}
              {...(REACHED_BY[here] === page && { "aria-current": "true" })}
            >
              <span className="nav-full">{t(word)}</span>
              <span className="nav-short">{t(short)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
