import { NativeSelect } from "@mantine/core";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";

const DAYS = ["7", "14", "30", "60", "90", "180", "365"];

/** At most so many days ago. */
export function DaysFacet({
  param,
  params,
  change,
}: {
  param: "posted" | "figures";
  params: FindParams;
  change: Change;
}) {
  const word = useFindWords();
  const asked = params[`${param}-days`]?.at(-1) ?? "";
  const days = [...new Set([...DAYS, ...(asked === "" ? [] : [asked])])].sort(
    (a, b) => Number(a) - Number(b),
  );
  return (
    <NativeSelect
      size="xs"
      aria-label={word(`facet.${param}`)}
      value={asked}
      data={[
        { value: "", label: word("anyDays") },
        ...days.map((value) => ({ value, label: word("lastDays", { days: Number(value) }) })),
      ]}
      onChange={(event) =>
        change({ [`${param}-days`]: event.currentTarget.value === "" ? [] : [event.currentTarget.value] })
      }
    />
  );
}
