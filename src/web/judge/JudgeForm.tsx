import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { DropFiles } from "../creators/DropFiles.tsx";
import { briefsQuery } from "../doors/briefs.ts";
import { startJudgement } from "../doors/judgements.ts";
import { referenceQuery } from "../doors/reference.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

/** A list, dropped, pasted or one of the workspace's own, and the brief it shall serve. */
export function JudgeForm({
  given,
  briefId,
  onStarted,
}: {
  given: File | null;
  briefId: string | null;
  onStarted: (runId: string, list: File) => void;
}) {
  const { language, t } = useWords();
  const workspace = useWorkspace();
  const briefs = useQuery(briefsQuery(workspace));
  const platforms = useQuery(referenceQuery(workspace)).data?.platforms ?? [];
  const [file, setFile] = useState<File | null>(given);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(briefId);
  const [platform, setPlatform] = useState("");
  const [currency, setCurrency] = useState("");
  const brief = chosen ?? briefs.data?.briefs[0]?.id ?? "";
  const list = file ?? (text.trim() === "" ? null : new File([text], "list.txt", { type: "text/plain" }));
  const start = useMutation({
    mutationFn: async (given: File) => {
      const told = { ...(platform ? { platform } : {}), ...(currency ? { currency } : {}) };
      const { runId } = await startJudgement(workspace, given, { name: given.name, brief, ...told });
      return { runId, given };
    },
    onSuccess: ({ runId, given }) => onStarted(runId, given),
  });
  if (briefs.isPending) return <Waiting />;
  if (briefs.isError) return <ErrorNotice error={briefs.error} />;
  return (
    <div className="stack">
      <header>
        <h1>{t("judge.title")}</h1>
        <p className="lede">{t("judge.lede")}</p>
      </header>
      {briefs.data.briefs.length === 0 ? (
        <Empty title={t("judge.noBrief")} says={t("judge.noBriefSays")}>
          <Button component={Link} to={`/${workspace}/briefs/new`}>
            {t("brief.write")}
          </Button>
        </Empty>
      ) : (
        <>
          <DropFiles onFiles={([first]) => first && setFile(first)} />
          {file !== null && (
            <p className="row" role="status">
              <strong>{file.name}</strong>
              <Button variant="subtle" size="compact-sm" onClick={() => setFile(null)}>
                {t("judge.remove")}
              </Button>
            </p>
          )}
          {file === null && (
            <Textarea
              label={t("judge.paste")}
              description={t("judge.pasteSays")}
              autosize
              minRows={4}
              maxRows={16}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          <div className="judge-choices">
            <NativeSelect
              label={t("judge.brief")}
              value={brief}
              data={briefs.data.briefs.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
            <NativeSelect
              label={t("judge.platform")}
              value={platform}
              data={[
                { value: "", label: t("judge.asListed") },
                ...platforms.map(({ names, slug }) => ({ value: slug, label: names[language] })),
              ]}
              onChange={(event) => setPlatform(event.currentTarget.value)}
            />
            <TextInput
              label={t("judge.currency")}
              placeholder={t("judge.asListed")}
              maxLength={3}
              value={currency}
              onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
            />
          </div>
          <div className="row">
            <Button
              disabled={list === null || brief === "" || (currency !== "" && !/^[A-Z]{3}$/.test(currency))}
              loading={start.isPending}
              onClick={() => list && start.mutate(list)}
            >
              {t("judge.start")}
            </Button>
            <span className="quiet">{t("judge.keepsNothing")}</span>
          </div>
          {start.isError && <ErrorNotice error={start.error} />}
        </>
      )}
    </div>
  );
}
