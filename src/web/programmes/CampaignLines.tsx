import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ProgrammeCampaignResult } from "#core/planner/programme/programmeDocument";
import { sentence } from "#core/sentence";
import { useNames } from "../doors/names.ts";
import { LineCost } from "../plans/LineCost.tsx";
import { PlanView } from "../plans/PlanView.tsx";
import { Section } from "../plans/Section.tsx";
import { useWords } from "../words/words.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";

/** Whom a campaign books, in a row each; its whole plan, as a brief alone would get it, below. */
export function CampaignLines({
  campaign: { name, plan },
  at,
  workspace,
}: {
  campaign: ProgrammeCampaignResult;
  at: number;
  workspace: string;
}) {
  const { t, say } = useWords();
  const word = useProgrammeWord();
  const names = useNames();
  // Drawn only once it is open: its charts have no width before.
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={word("lines", { name })}>
      {plan === null ? (
        <p>{say(sentence("programme.text.nobody"))}</p>
      ) : (
        <>
          <table className="campaign-lines">
            <caption className="hidden-words">{word("lines", { name })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("plan.creator")}</th>
                <th scope="col">{t("plan.deliverable")}</th>
                <th scope="col" className="num">
                  {t("plan.allIn")}
                </th>
              </tr>
            </thead>
            <tbody>
              {plan.lines.map((line) => (
                <tr key={line.item}>
                  <th scope="row">
                    <span className={`swatch split-${at}`} aria-hidden="true" />{" "}
                    <Link
                      to="/$workspace/creators/$creatorId"
                      params={{ workspace, creatorId: line.creator }}
                    >
                      {line.creatorName}
                    </Link>
                  </th>
                  <td>
                    {names.platform(line.platform)} ·{" "}
                    {names.deliverable(line.platform, line.deliverable, line.count)}
                  </td>
                  <td className="num">
                    <LineCost line={line} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <details className="fold" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
            <summary>{word("whole", { name })}</summary>
            {isOpen && (
              <div className="plan">
                <PlanView plan={plan} workspace={workspace} inProgramme />
              </div>
            )}
          </details>
        </>
      )}
    </Section>
  );
}
