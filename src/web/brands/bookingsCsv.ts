import type { SharedCreatorForm } from "#api/contract/brands";
import { csvCell } from "../doors/csvCell.ts";
import type { Names } from "../doors/names.ts";
import type { Words } from "../words/words.tsx";
import { conflictWords } from "./conflictWords.ts";

/** One row a booking, as a spreadsheet reads it; a byte-order mark, or Excel garbles Chinese. */
export function bookingsCsv(
  creators: readonly SharedCreatorForm[],
  words: Words,
  names: Names,
  watermark: string | null,
): string {
  const { t } = words;
  const head = [
    t("plan.creator"),
    t("plan.platform"),
    t("brands.brand"),
    t("brief.title"),
    t("brands.from"),
    t("brands.to"),
    t("brands.inConflict"),
  ];
  const rows = creators.flatMap((shared) =>
    shared.bookings.map((booking, place) => {
      const own = shared.conflicts.filter((each) => each.booking === place || each.other === place);
      return [
        shared.creatorName,
        booking.platform === null ? "" : names.platform(booking.platform),
        booking.brandName ?? "",
        booking.briefName,
        booking.start,
        booking.end,
        conflictWords({ ...shared, conflicts: own }, words).join(" / "),
      ];
    }),
  );
  const all = [...(watermark === null ? [] : [[watermark]]), head, ...rows];
  return `\uFEFF${all.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
