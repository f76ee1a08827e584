import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { sentence } from "#core/sentence";
import { ImportCard } from "../creators/ImportCard.tsx";
import { PasteBox } from "../paste/PasteBox.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { DEMO_WORKSPACE, useWorkspace } from "../shell/workspace.ts";
import { hasSeenTour, openTour, rememberTour } from "../tour/tourState.ts";
import { useWords } from "../words/words.tsx";
import "./start.css";

/** Where a workspace begins: a way in for whatever one has. */
export function StartPage() {
  const { say } = useWords();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [isPasting, setIsPasting] = useState(false);
  const [sheet, setSheet] = useState<File | null>(null);
  const [hasCreators, setHasCreators] = useState(false);
  const [isOffered, setIsOffered] = useState(!hasSeenTour());
  const word = (key: string) => say(sentence(`start.${key}`));
  useTitle(word("title"));
  const answer = (isYes: boolean) => {
    rememberTour();
    setIsOffered(false);
    if (isYes) openTour();
  };
  const go = (page: string, workspaceOf = workspace) => void navigate({ to: `/${workspaceOf}/${page}` });
  const ways = [
    ["file", () => go("creators")],
    ["names", () => setIsPasting(true)],
    ["proposal", () => go("judge")],
    ["nothing", () => go("briefs/new")],
    ["demo", () => go("briefs", DEMO_WORKSPACE)],
  ] as const;
  return (
    <div className="stack">
      <header>
        <h1>{word("title")}</h1>
        <p className="lede">{word("lede")}</p>
      </header>
      {isOffered && (
        <div className="notice row start-offer">
          <span>{word("offer")}</span>
          <Button size="xs" onClick={() => answer(true)}>
            {word("offerYes")}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => answer(false)}>
            {word("offerNo")}
          </Button>
        </div>
      )}
      <ul className="start-ways">
        {ways.map(([way, act]) => (
          <li key={way}>
            <h2>{word(`${way}.title`)}</h2>
            <p>{word(`${way}.says`)}</p>
            <Button variant={way === "demo" ? "default" : "filled"} onClick={act}>
              {word(`${way}.do`)}
            </Button>
          </li>
        ))}
      </ul>
      {isPasting && (
        <section className="stack" aria-label={word("pasteTitle")} ref={(place) => place?.scrollIntoView?.()}>
          <PasteBox
            onSheet={setSheet}
            onSaved={(accepted) => setHasCreators((before) => before || accepted > 0)}
          />
          {sheet && (
            <ImportCard file={sheet} onClose={() => setSheet(null)} onDone={() => setHasCreators(true)} />
          )}
        </section>
      )}
      {hasCreators && (
        <div className="notice row start-offer" role="status">
          <span>{word("saved")}</span>
          <Button component={Link} to={`/${workspace}/briefs/new`}>
            {word("toBrief")}
          </Button>
        </div>
      )}
    </div>
  );
}
