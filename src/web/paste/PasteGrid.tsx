import { useQuery } from "@tanstack/react-query";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { referenceQuery } from "../doors/reference.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { CELLS, type Cell, filled, type GridLine, isFollowers, typed } from "./gridLine.ts";

/** What was understood of each line, to be completed: cells take typing, a pasted column, Enter and the arrow keys. */
export function PasteGrid({
  lines,
  onLines,
}: {
  lines: readonly GridLine[];
  onLines: (lines: readonly GridLine[]) => void;
}) {
  const { t, language } = useWords();
  const platforms = useQuery(referenceQuery(useWorkspace())).data?.platforms ?? [];
  const table = useRef<HTMLTableElement>(null);
  const change = (index: number, cell: Cell | "platform", text: string) =>
    onLines(lines.map((line, i) => (i === index ? typed(line, cell, text) : line)));
  const move = (event: KeyboardEvent, index: number, cell: Cell) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "Enter" || event.key === "ArrowDown" ? 1 : 0;
    if (step === 0 || event.nativeEvent.isComposing) return;
    event.preventDefault();
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${index + step} ${cell}"]`)?.focus();
  };
  const paste = (event: ClipboardEvent, index: number, cell: Cell) => {
    const block = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(block.trim())) return;
    event.preventDefault();
    onLines(filled(lines, index, cell, block));
  };
  return (
    <table className="paste-grid" ref={table}>
      <caption className="hidden-words">{t("paste.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("paste.platform")}</th>
          {CELLS.map((cell) => (
            <th key={cell} scope="col">
              {t(`paste.${cell}`)}
            </th>
          ))}
          <th scope="col">
            <span className="hidden-words">{t("paste.remove")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const who = line.account || line.text.slice(0, 40);
          const saysId = `paste-says-${line.key}`;
          return (
            <tr key={line.key}>
              <td>
                <span className="paste-label">{t("paste.platform")}</span>
                <select
                  aria-label={t("paste.platformOf", { who })}
                  aria-invalid={line.platform === ""}
                  value={line.platform}
                  onChange={(event) => change(index, "platform", event.currentTarget.value)}
                >
                  <option value="">{t("paste.choose")}</option>
                  {platforms.map((platform) => (
                    <option key={platform.slug} value={platform.slug}>
                      {platform.names[language]}
                    </option>
                  ))}
                </select>
              </td>
              {CELLS.map((cell) => (
                <td key={cell} className={`paste-${cell}`}>
                  <span className="paste-label">{t(`paste.${cell}`)}</span>
                  <input
                    data-cell={`${index} ${cell}`}
                    aria-label={t(`paste.${cell}Of`, { who })}
                    aria-invalid={
                      (cell === "account" && line.account.trim() === "") ||
                      (cell === "followers" && !isFollowers(line.followers))
                    }
                    aria-describedby={line.says ? saysId : undefined}
                    autoComplete="off"
                    spellCheck={false}
                    value={line[cell]}
                    onChange={(event) => change(index, cell, event.currentTarget.value)}
                    onKeyDown={(event) => move(event, index, cell)}
                    onPaste={(event) => paste(event, index, cell)}
                  />
                  {cell === "account" && (
                    <span className="paste-from" title={line.text}>
                      {line.name !== "" && <b>{line.name} </b>}
                      {line.text}
                    </span>
                  )}
                  {cell === "account" && line.says && (
                    <span className="paste-says" id={saysId}>
                      {line.says}
                    </span>
                  )}
                </td>
              ))}
              <td>
                <button
                  type="button"
                  className="paste-remove"
                  aria-label={t("paste.removeOf", { who })}
                  onClick={() => onLines(lines.filter((_, i) => i !== index))}
                >
                  ×
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
