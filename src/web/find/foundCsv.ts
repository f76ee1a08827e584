import type { FoundCreator } from "#core/catalog/discovery/find/findDocument";
import { type Currency, minorDigits } from "#core/money";
import { dayOf } from "#core/period";
import { csvCell } from "../doors/csvCell.ts";

// What an import reads again stands under headers that it knows, all else under such that mean nothing to it
// (docs/methods/find.md says which); shares are per cent of what their header names.
const COLUMNS = [
  ...["platform", "handle", "name", "followers", "observed on", "country", "city", "topics"],
  ...["tags", "city tier", "language", "tier", "professional level", "contacted before", "customer"],
  ...["average views", "engagement by followers %", "engagement by views %", "saves by views %"],
  ...["comments by views %", "growth in 30 days %", "real followers %"],
  ...["active followers %", "posts a week", "last posted on", "sponsored posts %", "video share %"],
  ...["number of brands", "craft mark", "lowest price", "price per 1000 views", "currency", "fit points"],
] as const;

/** Who was found as a spreadsheet reads it; unknown stays empty. */
export function foundCsv(rows: readonly FoundCreator[], currency: Currency): string {
  const major = (minor: number | null) =>
    minor === null ? "" : Math.round(minor) / 10 ** minorDigits(currency);
  const percent = (bp: number | null) => (bp === null ? "" : bp / 100);
  const day = (days: number | null) => (days === null ? "" : dayOf(days * 86_400_000));
  const lines = rows.map(({ numbers: n, categories: c, platform, handle, name, topics, tags, fit }) => [
    ...[
      platform,
      handle,
      name,
      n.followers ?? "",
      day(n.observedDay ?? n.lastPostedDay),
      c.country ?? "",
      c.city ?? "",
    ],
    ...[topics.join(" / "), tags.join(" / "), c.cityTier ?? "", c.language ?? "", c.tier ?? ""],
    ...[c.professional ?? "", c.contacted ?? "", c.customer ?? ""],
    ...[n.viewsAvg === null ? "" : Math.round(n.viewsAvg * 100) / 100, percent(n.engagementByFollowersBp)],
    ...[percent(n.engagementByViewsBp), percent(n.savesByViewsBp), percent(n.commentsByViewsBp)],
    ...[percent(n.growthBp), percent(n.realFollowersBp), percent(n.activeFollowersBp)],
    ...[n.postsPerWeekMilli === null ? "" : n.postsPerWeekMilli / 1000, day(n.lastPostedDay)],
    ...[percent(n.sponsoredBp), percent(n.videoShareBp), n.brands ?? "", n.craft ?? ""],
    ...[major(n.priceMinor), major(n.cpmMinor), n.priceMinor === null ? "" : currency],
    fit === null ? "" : Math.round(fit.points * 10) / 10,
  ]);
  // A byte-order mark, or Excel garbles Chinese.
  return `\uFEFF${[COLUMNS, ...lines].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
