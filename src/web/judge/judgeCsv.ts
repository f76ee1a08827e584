import { toMajor } from "#core/money";
import type { JudgeDocument } from "#core/planner/judgeDocument";
import { csvCell } from "../doors/csvCell.ts";
import type { Names } from "../doors/names.ts";
import type { Words } from "../words/words.tsx";

/** The verdicts as a spreadsheet reads them; a byte-order mark, or Excel garbles Chinese. */
export function judgeCsv({ currency, head, list }: JudgeDocument, { say, t }: Words, names: Names): string {
  const column = (key: string) => say({ key: `judge.text.col.${key}`, values: {} });
  const columns = [
    "creator",
    "verdict",
    "what",
    "asked",
    "usual",
    "usual",
    "cost",
    "upTo",
    "adds",
    "overlap",
  ];
  const header = [...columns.map(column), t("plan.currency"), t("plan.why"), t("judge.questions")];
  const rows = list.lines.map((line) => [
    line.creatorName,
    say({ key: `judge.verdict.${line.verdict}`, values: {} }),
    names.deliverable(line.platform, line.deliverable, line.count),
    ...[line.asked, line.fairPrice?.low, line.fairPrice?.high, line.cost, line.flipPrice?.fee].map((money) =>
      money ? toMajor(money) : "",
    ),
    line.item === null ? "" : Math.round(line.marginalValue),
    line.item === null ? "" : Math.round(100 * line.overlapShare) / 100,
    currency,
    [say(line.reason), ...(line.flipPrice ? [say(line.flipPrice.says)] : [])].join(". "),
    line.questions.map(say).join(" / "),
  ]);
  return `\uFEFF${[[say(head)], header, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
