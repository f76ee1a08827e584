import { Button, CloseButton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ImportChoices } from "#api/contract/imports";
import { announceChange } from "../doors/changes.ts";
import { importQuery, previewImport, startImport, uploadFile } from "../doors/imports.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { MappingTable } from "./MappingTable.tsx";

const NOTHING_CHOSEN: ImportChoices = { as: null, platform: null, currency: null, columns: {} };

/** One file on its way in: uploaded, mapped, settled by the reader, imported. */
export function ImportCard({
  file,
  onClose,
  onDone = () => {},
}: {
  file: File;
  onClose: () => void;
  onDone?: () => void;
}) {
  const { t } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [choices, setChoices] = useState(NOTHING_CHOSEN);
  const upload = useMutation({ mutationFn: () => uploadFile(workspace, file) });
  const again = useMutation({
    mutationFn: (wanted: ImportChoices) => previewImport(workspace, upload.data?.id ?? "", wanted),
  });
  const start = useMutation({
    mutationFn: () => startImport(workspace, upload.data?.id ?? "", choices),
    onSuccess: (state) => client.setQueryData(importQuery(workspace, upload.data?.id ?? "").queryKey, state),
  });
  const run = useQuery({ ...importQuery(workspace, upload.data?.id ?? ""), enabled: start.isSuccess });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is uploaded once, when its card appears
  useEffect(() => upload.mutate(), []);
  const done = run.data?.state === "done";
  const underWay = start.isSuccess && run.data?.state !== "failed";
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever shows the card is told once, when it is done
  useEffect(() => {
    if (!done) return;
    announceChange();
    onDone();
    void client.invalidateQueries({ queryKey: ["creators", workspace] });
  }, [done, client, workspace]);
  const preview = again.data ?? upload.data;
  // Cities and customers are of no platform.
  const needsPlatform =
    preview?.platformFrom === null && preview.as !== "city-tiers" && preview.as !== "customers";
  const settle = (next: ImportChoices) => {
    setChoices(next);
    again.mutate(next);
  };
  return (
    <section className="sheet import-card" aria-label={file.name}>
      <header className="import-head">
        <h2>{file.name}</h2>
        <CloseButton aria-label={t("creators.closeImport")} onClick={onClose} />
      </header>
      {upload.isPending && <Waiting />}
      {upload.isError && <ErrorNotice error={upload.error} />}
      {again.isError && <ErrorNotice error={again.error} />}
      {run.data && <ImportProgress state={run.data} id={upload.data?.id ?? ""} />}
      {preview && !underWay && (
        <>
          <MappingTable preview={preview} choices={choices} onChoices={settle} />
          <div className="row">
            <Button
              loading={start.isPending}
              disabled={preview.as === null || needsPlatform || again.isPending}
              onClick={() => start.mutate()}
            >
              {t("creators.import")}
            </Button>
            {needsPlatform && <span className="quiet">{t("creators.platformFirst")}</span>}
          </div>
        </>
      )}
      {start.isError && <ErrorNotice error={start.error} />}
    </section>
  );
}
