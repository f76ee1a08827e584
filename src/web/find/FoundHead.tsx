import { Checkbox } from "@mantine/core";
import { useKeptWords } from "../kept/keptWords.ts";
import { type Sort, type SortName, sayOrder } from "./SortControl.tsx";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";

/** The figures that stand in every row. */
export const ROW_FIGURES = ["followers", "engagement", "views", "price"] as const;

/** What stands in which column; a press sorts by it, another one the other way. */
export function FoundHead({
  sort,
  hasFit,
  isAllChosen,
  onAllChosen,
  change,
}: {
  sort: Sort;
  hasFit: boolean;
  isAllChosen: boolean;
  onAllChosen: (isChosen: boolean) => void;
  change: Change;
}) {
  const word = useFindWords();
  const kept = useKeptWords();
  const last: SortName = hasFit ? "fit" : sort.by;
  const extra = ROW_FIGURES.some((figure) => figure === last) ? [] : [last];
  return (
    <div className="found-head">
      <Checkbox
        size="sm"
        aria-label={word("chooseShown")}
        checked={isAllChosen}
        onChange={(event) => onAllChosen(event.currentTarget.checked)}
      />
      <span className="found-name">{kept("creator")}</span>
      {[...ROW_FIGURES, ...extra].map((by) => {
        const name = by === "match" || by === "fit" ? word(by) : word(`facet.${by}`);
        const isSorted = by === sort.by;
        return (
          <button
            key={by}
            type="button"
            aria-pressed={isSorted}
            aria-label={word("sortBy", { name })}
            onClick={() => change({ sort: [sayOrder({ by, isAscending: isSorted && !sort.isAscending })] })}
          >
            {name}
            {isSorted && <span aria-hidden="true">{sort.isAscending ? " ↑" : " ↓"}</span>}
          </button>
        );
      })}
      <span className="found-about">{word("facet.topic")}</span>
    </div>
  );
}
