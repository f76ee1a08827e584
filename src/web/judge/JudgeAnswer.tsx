import { Button } from "@mantine/core";
import type { JudgeDocument } from "#core/planner/judgeDocument";
import { download } from "../doors/download.ts";
import { useNames } from "../doors/names.ts";
import { Overlap } from "../plans/Overlap.tsx";
import { Section } from "../plans/Section.tsx";
import { useWords } from "../words/words.tsx";
import { JudgedLines } from "./JudgedLines.tsx";
import { JudgedSides } from "./JudgedSides.tsx";
import { JudgeEmail } from "./JudgeEmail.tsx";
import { judgeCsv } from "./judgeCsv.ts";

/** What to say to the boss, then line by line, then both sides, overlap, and what to ask. */
export function JudgeAnswer({ document }: { document: JudgeDocument }) {
  const words = useWords();
  const { say, t, date } = words;
  const names = useNames();
  const { list, listGap } = document;
  const counted = list.lines.filter(({ item }) => item !== null);
  return (
    <article className="plan">
      <header className="plan-head">
        <p className="plan-name">
          {list.name} <span className="quiet">{t("plan.madeOn", { date: date(document.madeOn) })}</span>
          {list.forecast.rough && <strong className="rough-tag">{t("plan.rough")}</strong>}
        </p>
        <h1 className="plan-sentence">{say(document.head)}</h1>
        {listGap !== null && <p>{say({ key: "judge.text.gap", values: { gap: listGap } })}</p>}
        {document.advice.map((each) => (
          <p key={say(each)}>{say(each)}</p>
        ))}
        {document.breaks.map((each) => (
          <p key={say(each)} className="bad-case">
            {say(each)}
          </p>
        ))}
        {document.warnings.length > 0 && (
          <ul className="plan-warnings">
            {document.warnings.map((warning) => (
              <li key={say(warning)}>{say(warning)}</li>
            ))}
          </ul>
        )}
        <div className="row no-print">
          <Button
            variant="default"
            onClick={() => download(`${list.name}.csv`, "text/csv", judgeCsv(document, words, names))}
          >
            {t("plan.csv")}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {t("plan.print")}
          </Button>
        </div>
      </header>
      <JudgedSides document={document} />
      <JudgedLines document={document} />
      <Overlap lines={counted} overlap={list.reach.overlap} />
      <Section title={t("judge.questions")} lede={t("judge.questionsSay")}>
        <JudgeEmail sentences={document.email} />
      </Section>
    </article>
  );
}
