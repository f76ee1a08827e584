import type { ErrorDetail } from "#core/errors";
import { useWords } from "../words/words.tsx";
import type { BriefRead } from "./briefText.ts";
import "../shell/notice.css";

/** What keeps a document from being read or planned, each problem with its place; nothing where there is none. */
export function Problems({
  problems,
  fault,
}: {
  problems: readonly ErrorDetail[];
  fault: BriefRead["fault"];
}) {
  const { t, say } = useWords();
  if (fault !== null)
    return (
      <p className="notice notice-error" role="status">
        {t("brief.unreadable", { line: fault.line, reason: fault.reason })}
      </p>
    );
  if (problems.length === 0) return null;
  // What is merely not said yet is no mistake, and is not coloured as one.
  const onlyGaps = problems.every((problem) => problem.value === null);
  return (
    <div className={onlyGaps ? "notice notice-caution" : "notice notice-error"} role="status">
      <strong>{t(onlyGaps ? "brief.gaps" : "brief.problems", { count: problems.length })}</strong>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.at} ${problem.rule.key}`}>
            <code>{problem.at}</code> {say(problem.rule)}
            {problem.value !== null && <span className="quiet"> ({String(problem.value)})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
