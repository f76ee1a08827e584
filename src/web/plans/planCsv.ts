import { toMajor } from "#core/money";
import type { PlanDocument } from "#core/planner/planDocument";
import { csvCell } from "../doors/csvCell.ts";
import type { Names } from "../doors/names.ts";
import type { Words } from "../words/words.tsx";
import { lineName } from "./lineName.ts";

/** The plan's lines and backups as a spreadsheet reads them; a byte-order mark, or Excel garbles Chinese. */
export function planCsv(plan: PlanDocument, words: Words, names: Names, watermark: string | null): string {
  const { t, say } = words;
  const head = [
    t("plan.role"),
    t("plan.creator"),
    t("plan.platform"),
    t("plan.handle"),
    t("plan.deliverable"),
    t("plan.deal"),
    t("plan.route"),
    t("plan.rights"),
    t("plan.allIn"),
    t("plan.currency"),
    t("plan.adds"),
    t("plan.why"),
    t("plan.toDrop"),
  ];
  const lines = plan.lines.map((line) => [
    t("plan.chosen"),
    lineName(words, line),
    names.platform(line.platform),
    line.slot ? "" : line.handle,
    names.deliverable(line.platform, line.deliverable, line.count),
    line.deal?.names[words.language] ?? "",
    line.deal?.route ? names.route(line.deal.route) : "",
    line.deal?.rights ? t(`plan.rightsBasis.${line.deal.rights}`) : "",
    toMajor(line.cost),
    line.cost.currency,
    Math.round(line.marginalValue),
    say(line.why),
    say(line.toDrop),
  ]);
  const backups = plan.reserve.map((each) => [
    t("plan.backup"),
    each.creatorName,
    "",
    "",
    names.deliverable(null, each.deliverable, 1),
    "",
    "",
    "",
    toMajor(each.cost),
    each.cost.currency,
    Math.round(each.value),
    "",
    "",
  ]);
  const rows: (string | number)[][] = [
    ...(watermark === null ? [] : [[watermark]]),
    [say(plan.head)],
    head,
    ...lines,
    ...backups,
  ];
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
