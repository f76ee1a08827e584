import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { referenceQuery } from "../doors/reference.ts";
import { UndoToast } from "../history/UndoToast.tsx";
import { Tour } from "../tour/Tour.tsx";
import { useWords } from "../words/words.tsx";
import { DemoBand } from "./DemoBand.tsx";
import { HelpMenu } from "./HelpMenu.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { LightSwitch } from "./LightSwitch.tsx";
import { Mark } from "./Mark.tsx";
import { Navigation } from "./Navigation.tsx";
import { Waiting } from "./Waiting.tsx";
import { WorkspaceSwitch } from "./WorkspaceSwitch.tsx";
import { useIsDemo, useWorkspace } from "./workspace.ts";
import "./shell.css";

export function Shell() {
  const workspace = useWorkspace();
  const { t } = useWords();
  const demo = useIsDemo();
  // Without the names a page would show slugs for a moment; where they cannot be had it shows them for good.
  const names = useQuery(referenceQuery(workspace));
  const waits = names.isPending && names.failureCount === 0;
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const entered = useRef(pathname);
  useEffect(() => {
    if (entered.current === pathname) return;
    entered.current = pathname;
    // A page that came without a reload begins where its reading begins, for keyboard and screen reader too.
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="shell">
      <a className="shell-skip" href="#main">
        {t("shell.skip")}
      </a>
      {demo && <DemoBand />}
      <header className="shell-bar">
        <Link to="/$workspace/sense" params={{ workspace }} className="shell-name" aria-label="Chorale">
          <Mark />
          <span className="shell-word">Chorale</span>
        </Link>
        <div className="shell-switches">
          <WorkspaceSwitch />
          <LanguageSwitch />
          <LightSwitch />
          <HelpMenu />
        </div>
      </header>
      <Navigation />
      <main ref={main} id="main" className="shell-main" tabIndex={-1}>
        {waits ? <Waiting /> : <Outlet />}
      </main>
      <UndoToast />
      <Tour />
    </div>
  );
}
