import type { ReactNode } from "react";
import { DoorError } from "../doors/ask.ts";
import { useWords } from "../words/words.tsx";
import "./notice.css";

// How every door names a cell of a list; other places are paths of a document and the same in every language.
const CELL = /^line (\d+)(?:, column (.+))?$/;

/** What went wrong: what, where, which value, which rule, and below it what to do where that is known. */
export function ErrorNotice({ error, children }: { error: unknown; children?: ReactNode }) {
  const { t } = useWords();
  const door = error instanceof DoorError ? error : null;
  // A lone detail often is the message again.
  const details = door?.details.filter((detail) => detail.rule !== door.message) ?? [];
  const place = (at: string) => {
    const [, line, column] = CELL.exec(at) ?? [];
    if (line === undefined) return at;
    const value = { line: Number(line) };
    return column === undefined ? t("error.atLine", value) : t("error.atCell", { ...value, column });
  };
  const gone = door?.code === "unavailable";
  return (
    <div className="notice notice-error" role="alert">
      <strong>{t(gone ? "error.unreachable" : "error.title")}</strong>
      <p>
        {door?.at && <code>{place(door.at)}</code>} {door?.message ?? String(error)}
      </p>
      {details.length > 0 && (
        <ul>
          {details.map((detail) => (
            <li key={`${detail.at} ${detail.rule}`}>
              <code>{place(detail.at)}</code> {detail.rule}
              {detail.value !== null && <span className="quiet"> ({String(detail.value)})</span>}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
