import { Button } from "@mantine/core";
import { useWords } from "../words/words.tsx";
import type { BriefRead } from "./briefText.ts";
import type { BriefCheck } from "./checkBrief.ts";
import { Problems } from "./Problems.tsx";
import "../shell/notice.css";

/** Where the brief stands: broken and how, explorable, or ready to be approved. */
export function BriefState({
  check,
  fault,
  frozenOn,
  version,
  onNextVersion,
}: {
  check: BriefCheck | null;
  fault: BriefRead["fault"];
  frozenOn: string | null;
  version: number;
  onNextVersion: () => void;
}) {
  const { t, say, date } = useWords();
  if (frozenOn !== null)
    return (
      <div className="notice row">
        <p>{t("brief.frozen", { date: date(frozenOn), version, next: version + 1 })}</p>
        <Button variant="default" size="xs" onClick={onNextVersion}>
          {t("brief.nextVersion", { next: version + 1 })}
        </Button>
      </div>
    );
  if (fault !== null || check === null || check.problems.length > 0)
    return <Problems problems={check?.problems ?? []} fault={fault} />;
  return (
    <div className={check.missing.length > 0 ? "notice notice-caution" : "notice"} role="status">
      <strong>{t(check.missing.length > 0 ? "brief.explorable" : "brief.ready")}</strong>
      {check.missing.length > 0 && (
        <ul>
          {check.missing.map((each) => (
            <li key={each.path}>
              <code>{each.path}</code> {say(each.says)}
            </li>
          ))}
        </ul>
      )}
      {check.brief && check.brief.warnings.length > 0 && (
        <ul>
          {check.brief.warnings.map((warning) => (
            <li key={say(warning)}>{say(warning)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
