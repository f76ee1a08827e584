import type { ColumnMapping } from "./mapColumns.ts";
import { readNumber } from "./numberText.ts";
import { isUnknown } from "./unknownValue.ts";

const WHO = ["handle", "externalId", "displayName"] as const;
const REMARK =
  /^(?:备注|備註|注[::]|注意|说明|說明|合计|合計|总计|總計|小计|小計|以上|特别说明|温馨提示|ps\b|notes?\b|remarks?\b|total\b|disclaimer\b|terms\b|\*|※)/i;
const NUMBERED = /^\d{1,2}[、.．)）]\s*\D/;
const LONG_CHARACTERS = 60;

/** Whether a row under a table is no row of it but a remark, a heading between rows or a line of totals. */
export function isRemark(cells: readonly string[], columns: ColumnMapping): boolean {
  let filled = 0;
  let first = "";
  for (const cell of cells) {
    if (isUnknown(cell)) continue;
    filled += 1;
    if (filled === 1) first = cell.normalize("NFKC").trim();
    else if (filled > 2 && !/^(?:合计|合計|总计|總計|小计|小計|total)/i.test(first)) return false;
  }
  if (filled === 0) return false;
  if (REMARK.test(first)) return true;
  const names = WHO.some((field) =>
    (columns.byField.get(field) ?? []).some(({ column }) => !isUnknown(cells[column] ?? "")),
  );
  const isWords = readNumber(first) === null;
  if (filled > 1 || columns.columns.length < 3) return false;
  return isWords && (!names || first.length > LONG_CHARACTERS || NUMBERED.test(first));
}
