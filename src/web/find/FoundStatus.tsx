import { Checkbox } from "@mantine/core";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";

/** How many were found, and of how many nobody knows: never dropped in silence. */
export function FoundStatus({
  total,
  unknown,
  params,
  change,
}: {
  total: number;
  unknown: number;
  params: FindParams;
  change: Change;
}) {
  const word = useFindWords();
  const isIncluded = params["include-unknown"]?.at(-1) === "true";
  return (
    <div className="find-status">
      <p role="status">
        <strong>{word("found", { count: total })}</strong>
        {unknown > 0 && (
          <span className="quiet"> · {word(isIncluded ? "unknownIn" : "unknown", { count: unknown })}</span>
        )}
      </p>
      {(unknown > 0 || isIncluded) && (
        <Checkbox
          size="xs"
          label={word("include")}
          checked={isIncluded}
          onChange={(event) => change({ "include-unknown": event.currentTarget.checked ? ["true"] : [] })}
        />
      )}
    </div>
  );
}
