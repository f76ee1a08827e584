import type { FinderForm } from "#api/contract/finder";
import { csvCell } from "../doors/csvCell.ts";
import type { Words } from "../words/words.tsx";

/** The searches as a spreadsheet reads them, with columns to fill in whom they led to. */
export function finderCsv({ platforms }: FinderForm, { language, t }: Words): string {
  const head = ["platform", "language", "word", "address", "found", "followers"] as const;
  const rows = platforms.flatMap(({ names, searches }) =>
    searches.map(({ language: spoken, kind, word, address }) => [
      names[language],
      t(`finder.languages.${spoken}`),
      kind === "hashtag" ? `#${word}` : word,
      address,
      "",
      "",
    ]),
  );
  // A byte-order mark, or Excel garbles Chinese.
  return `\uFEFF${[head.map((column) => t(`finder.${column}`)), ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
