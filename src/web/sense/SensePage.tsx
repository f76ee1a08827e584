import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { leaveDraft } from "../briefs/startingBrief.ts";
import { referenceQuery } from "../doors/reference.ts";
import { checkSense } from "../doors/sense.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { TemplateRow } from "../shell/TemplateRow.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { answersOf, briefOf, draftOf, emptyDraft } from "./answers.ts";
import { Questions } from "./Questions.tsx";
import { SenseAnswer } from "./SenseAnswer.tsx";
import "./sense.css";

/** A handful of questions, and an answer that may be no. */
export function SensePage() {
  const { t, language } = useWords();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const reference = useQuery(referenceQuery(workspace));
  const [draft, setDraft] = useState(() => emptyDraft(language));
  const check = useMutation({
    mutationFn: (answers: NonNullable<ReturnType<typeof answersOf>>) => checkSense(workspace, answers),
  });
  const answers = answersOf(draft);
  useTitle(t("sense.title"));
  if (reference.isError) return <ErrorNotice error={reference.error} />;
  if (reference.isPending) return <Waiting />;
  const known = reference.data;
  return (
    <div className="stack">
      <header>
        <h1>{t("sense.title")}</h1>
        <p className="lede">{t("sense.lede")}</p>
      </header>
      <TemplateRow
        templates={known.templates}
        onPick={(template) => {
          setDraft(draftOf(template, known));
          check.reset();
        }}
      />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (answers) check.mutate(answers);
        }}
      >
        <Questions draft={draft} onDraft={setDraft} reference={known} />
        <div className="row">
          <Button type="submit" disabled={answers === null} loading={check.isPending}>
            {t("sense.ask")}
          </Button>
          {answers === null && <span className="quiet">{t("sense.missing")}</span>}
        </div>
      </form>
      {check.isError && <ErrorNotice error={check.error} />}
      {check.data && (
        <SenseAnswer
          answer={check.data}
          onBrief={() => {
            leaveDraft(briefOf(draft, known.today));
            void navigate({ to: "/$workspace/briefs/$briefId", params: { workspace, briefId: "new" } });
          }}
        />
      )}
    </div>
  );
}
