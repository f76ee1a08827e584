import { useWords } from "../words/words.tsx";
import type { Grid } from "./gridLine.ts";

/** The lines of a block that are no creators, each with the reason. */
export function LeftOut({ lines, isOpen }: { lines: Grid["leftOut"]; isOpen: boolean }) {
  const { t } = useWords();
  if (lines.length === 0) return null;
  return (
    <details className="paste-left" open={isOpen}>
      <summary>{t("paste.leftOut", { count: lines.length })}</summary>
      <ul>
        {lines.map(({ line, text, why }) => (
          <li key={`${line} ${text}`}>
            <span className="quiet">{t("paste.line", { line })}</span> <q>{text}</q> – {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
