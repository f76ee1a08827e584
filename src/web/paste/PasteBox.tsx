import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deliverablesOf } from "#core/catalog/platform";
import { importPaste, previewPaste } from "../doors/pastes.ts";
import { referenceQuery } from "../doors/reference.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { type Grid, gridOf, isFollowers, refusedOf, rowsOf } from "./gridLine.ts";
import { LeftOut } from "./LeftOut.tsx";
import { PasteGrid } from "./PasteGrid.tsx";
import "./paste.css";

/**
 * A box for addresses, handles and share texts, then the grid of what they say, then creators. A table with a header is
 * handed to `onSheet` as a file; `onSaved` hears how many creators came in.
 */
export function PasteBox({
  text: given = "",
  onSheet,
  onSaved = () => {},
}: {
  text?: string;
  onSheet: (file: File) => void;
  onSaved?: (accepted: number) => void;
}) {
  const { t, say, language } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const platforms = useQuery(referenceQuery(workspace)).data?.platforms ?? [];
  const [text, setText] = useState(given);
  const [platform, setPlatform] = useState("");
  const [grid, setGrid] = useState<Grid | null>(null);
  // A name with digits in it ("1–20 秒视频") could not be told from its price.
  const sold = (slug: string, deliverable: string) => {
    const kind = deliverablesOf(platforms, slug).find((each) => each.slug === deliverable);
    return kind && !/\d/.test(kind.names[language]) ? kind.names[language] : deliverable;
  };
  const read = useMutation({
    mutationFn: () => previewPaste(workspace, text, platform || null),
    onSuccess: ({ sheet, lines }) => {
      save.reset();
      if (sheet === null) setGrid(gridOf(lines, { say, sold, twice: (line) => t("paste.twice", { line }) }));
      else {
        // The day in the name dates the figures; the time keeps two tables of a day apart.
        const name = `paste ${new Date().toISOString().slice(0, 19).replaceAll(":", "").replace("T", " ")}.csv`;
        onSheet(new File([sheet], name, { type: "text/csv" }));
        setText("");
      }
    },
  });
  const lines = grid?.lines ?? [];
  const save = useMutation({
    mutationFn: () => importPaste(workspace, rowsOf(lines)),
    onSuccess: (report) => {
      const refused = refusedOf(lines, report);
      setGrid(refused.length > 0 ? { lines: refused, leftOut: grid?.leftOut ?? [] } : null);
      if (refused.length === 0) setText("");
      onSaved(report.accepted);
      void client.invalidateQueries({ queryKey: ["creators", workspace] });
    },
  });
  const missing = lines.filter((line) => line.followers.trim() === "").length;
  const open = lines.filter(
    (line) => line.platform === "" || line.account.trim() === "" || !isFollowers(line.followers),
  ).length;
  return (
    <section className="paste" aria-label={t("paste.title")}>
      <form
        className="paste-form"
        onSubmit={(event) => {
          event.preventDefault();
          read.mutate();
        }}
      >
        <Textarea
          label={t("paste.title")}
          description={t("paste.says")}
          placeholder={t("paste.example")}
          rows={grid === null ? 6 : 3}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className="row paste-read">
          <NativeSelect
            label={t("paste.blockPlatform")}
            value={platform}
            data={[
              { value: "", label: t("paste.perLine") },
              ...platforms.map((each) => ({ value: each.slug, label: each.names[language] })),
            ]}
            onChange={(event) => setPlatform(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant={grid === null ? "filled" : "default"}
            loading={read.isPending}
            disabled={text.trim() === ""}
          >
            {t("paste.read")}
          </Button>
        </div>
      </form>
      {read.isError && <ErrorNotice error={read.error} />}
      <div role="status">
        {save.data && (
          <p>
            {t("paste.saved", {
              count: save.data.accepted,
              unchanged: save.data.unchanged,
              rejected: save.data.rejected,
            })}
          </p>
        )}
        {save.data?.notes.map(({ says }) => (
          <p key={says} className="quiet">
            {says}
          </p>
        ))}
        {grid !== null && lines.length === 0 && <p>{t("paste.nobody")}</p>}
      </div>
      {lines.length > 0 && (
        <>
          <p className="quiet">{t("paste.hint")}</p>
          <PasteGrid
            lines={lines}
            onLines={(next) => setGrid({ lines: next, leftOut: grid?.leftOut ?? [] })}
          />
          <div className="row">
            <Button loading={save.isPending} disabled={open > 0} onClick={() => save.mutate()}>
              {t("paste.save", { count: lines.length })}
            </Button>
            {open > 0 && <span className="quiet">{t("paste.open", { count: open })}</span>}
            {open === 0 && missing > 0 && (
              <span className="quiet">{t("paste.missing", { count: missing })}</span>
            )}
          </div>
        </>
      )}
      {save.isError && <ErrorNotice error={save.error} />}
      {grid !== null && <LeftOut lines={grid.leftOut} isOpen={lines.length === 0} />}
    </section>
  );
}
