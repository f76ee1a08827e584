import { toMajor } from "#core/money";
import type { ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import { sentence } from "#core/sentence";
import { csvCell } from "../doors/csvCell.ts";
import type { Names } from "../doors/names.ts";
import type { Words } from "../words/words.tsx";

/** Every booking with its campaign, as a spreadsheet reads it; a byte-order mark, or Excel garbles Chinese. */
export function programmeCsv(
  { head, lines, campaigns }: ProgrammeDocument,
  { t, say }: Words,
  names: Names,
  watermark: string | null,
): string {
  const header = [
    say(sentence("programme.page.csvCampaign")),
    t("plan.creator"),
    t("plan.platform"),
    t("plan.handle"),
    t("plan.deliverable"),
    t("plan.allIn"),
    t("plan.currency"),
  ];
  const rows = lines.map((line) => [
    campaigns[line.campaign - 1]?.name ?? "",
    line.creatorName,
    names.platform(line.platform),
    line.handle,
    names.deliverable(line.platform, line.deliverable, line.count),
    toMajor(line.cost),
    line.cost.currency,
  ]);
  const all: (string | number)[][] = [
    ...(watermark === null ? [] : [[watermark]]),
    [say(head)],
    header,
    ...rows,
  ];
  return `\uFEFF${all.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
