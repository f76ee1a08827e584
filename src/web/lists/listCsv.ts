import type { Creator } from "#core/catalog/creator";
import { middleOf } from "#core/catalog/fairPrice";
import { latestFigure } from "#core/catalog/latestFigure";
import { toMajor } from "#core/money";
import { csvCell } from "../doors/csvCell.ts";

const COLUMNS = [
  ...["platform", "handle", "name", "followers", "observed on", "country", "city", "topics"],
  ...["deliverable", "price", "currency"],
] as const;

/**
 * A list as every door of Chorale that takes a list reads it (`judge`, `import`, `--creators`): a row an account and
 * price, an account without a price one row. The headers are those that the import knows.
 */
export function listCsv(creators: readonly Creator[]): string {
  const rows = creators.flatMap(({ displayName, accounts }) =>
    accounts.flatMap((account) => {
      const followers = latestFigure(account, "followers");
      const { platform, handle, country, city, topics } = account;
      const who = [
        ...[platform, handle, displayName, followers?.value ?? "", followers?.source.observedOn ?? ""],
        ...[country ?? "", city ?? "", topics.join(" / ")],
      ];
      const quotes = account.rates.filter(({ deal, qualifier }) => deal === "flat" && qualifier !== "le");
      const prices = quotes.map((rate) => [
        rate.deliverable,
        toMajor({ amountMinor: middleOf(rate), currency: rate.currency }),
        rate.currency,
      ]);
      return (prices.length === 0 ? [["", "", ""]] : prices).map((price) => [...who, ...price]);
    }),
  );
  // A byte-order mark, or Excel garbles Chinese.
  return `\uFEFF${[COLUMNS, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
